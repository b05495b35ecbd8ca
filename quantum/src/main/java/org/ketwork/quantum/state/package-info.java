/** Kets, density matrices and ensembles of states, and how systems are put together and taken apart. */
@NullMarked
package org.ketwork.quantum.state;

import org.jspecify.annotations.NullMarked;

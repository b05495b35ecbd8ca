/** Operators of many-body systems, given by what they do to a configuration. */
@NullMarked
package org.ketwork.quantum.hamiltonian;

import org.jspecify.annotations.NullMarked;

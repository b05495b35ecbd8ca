/** Lattices and graphs with their symmetries. */
@NullMarked
package org.ketwork.quantum.lattice;

import org.jspecify.annotations.NullMarked;

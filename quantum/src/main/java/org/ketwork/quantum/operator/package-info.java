/** Pauli operators, their products and sums, and a few matrices that everyone needs. */
@NullMarked
package org.ketwork.quantum.operator;

import org.jspecify.annotations.NullMarked;

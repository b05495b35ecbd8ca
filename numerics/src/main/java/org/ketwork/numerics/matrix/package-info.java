/** Dense real and complex matrices, row-major and split, and their decompositions. */
@NullMarked
package org.ketwork.numerics.matrix;

import org.jspecify.annotations.NullMarked;

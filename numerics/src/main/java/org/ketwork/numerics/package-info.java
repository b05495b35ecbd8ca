/**
 * The ground floor: arrays and linear algebra ({@code matrix}), native and vector kernels ({@code kernel}), addressed random
 * numbers ({@code random}), deterministic parallelism ({@code parallel}), hypothesis tests ({@code statistics}), peaks of functions ({@code
 * optimum}) and array files ({@code file}). Nothing here knows of networks or of quantum systems.
 */
@NullMarked
package org.ketwork.numerics;

import org.jspecify.annotations.NullMarked;

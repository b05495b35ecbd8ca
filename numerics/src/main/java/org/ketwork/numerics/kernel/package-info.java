/**
 * The number-crunching floor: dense linear algebra and elementwise kernels on raw arrays, without allocation where the caller
 * provides the space. Each has a plain-loop implementation, which is the oracle of the tests and the fallback, and a fast one:
 *
 * <ul>
 *   <li>{@link org.ketwork.numerics.kernel.DenseKernels}: products and decompositions, by OpenBLAS or in plain Java;
 *       {@link org.ketwork.numerics.kernel.Blas} is the face to call.
 *   <li>{@link org.ketwork.numerics.kernel.VectorKernels}: exp, log, tanh, softmax, dot and the like, by the Vector API or in plain
 *       Java; {@link org.ketwork.numerics.kernel.Kernels} chooses.
 *   <li>{@link org.ketwork.numerics.kernel.OddsKernels} and {@link org.ketwork.numerics.kernel.UnitProducts}: products over the hidden
 *       units of Boltzmann machines, for many configurations or many symmetry copies side by side.
 * </ul>
 *
 * Arrays are row-major; complex arrays are split into a real and an imaginary one.
 */
@NullMarked
package org.ketwork.numerics.kernel;

import org.jspecify.annotations.NullMarked;

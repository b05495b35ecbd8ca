package org.ketwork.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/**
 * What every implementation of {@link DenseKernels} owes: each decomposition multiplies back to its matrix, by plain loops that share
 * no code with either implementation, and its factors are orthonormal, triangular or ordered as promised.
 */
abstract class DenseKernelsContract {
    /** Backward errors are a small multiple of n eps ‖A‖; entries here are of order one. */
    private static final double ROUNDING = 3e-14;

    abstract DenseKernels kernels();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64})
    final void productsOfTransposesInsideLargerArraysAreThoseOfTheTripleLoop(int n) {
        int m = n + 1;
        int k = 2 * n + 1;
        for (int transposes = 0; transposes < 4; transposes++) {
            boolean ta = transposes % 2 == 1;
            boolean tb = transposes > 1;
            int aStride = (ta ? m : k) + 2;
            int bStride = (tb ? k : n) + 1;
            int cStride = n + 3;
            double[] a = random("a", 3 + (ta ? k : m) * aStride);
            double[] b = random("b", 1 + (tb ? n : k) * bStride);
            double[] c = random("c", 2 + m * cStride);
            double[] expected = c.clone();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int l = 0; l < k; l++) {
                        sum += a[3 + (ta ? l * aStride + i : i * aStride + l)]
                                * b[1 + (tb ? j * bStride + l : l * bStride + j)];
                    }
                    expected[2 + i * cStride + j] = 0.5 * expected[2 + i * cStride + j] - 2 * sum;
                }
            }
            kernels().gemm(ta, tb, m, n, k, -2, a, 3, aStride, b, 1, bStride, 0.5, c, 2, cStride);
            assertThat(c).containsExactly(expected, within(1e-12 * (1 + k)));
        }
    }

    @Test
    final void betaZeroDoesNotReadTheOldProduct() {
        double[] c = {Double.NaN, Double.NaN};
        kernels().gemm(false, false, 1, 2, 1, 1, new double[] {3}, 0, 1, new double[] {5, 7}, 0, 2, 0, c, 0, 2);
        assertThat(c).containsExactly(15, 21);
    }

    @Test
    final void anEmptyInnerDimensionGivesTheScaledOldProduct() {
        double[] c = {4, 6};
        kernels().gemm(false, false, 1, 2, 0, 1, new double[0], 0, 1, new double[0], 0, 2, 0.5, c, 0, 2);
        assertThat(c).containsExactly(2, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64})
    final void productsWithVectorsInsideLargerArraysAreThoseOfTheDoubleLoop(int n) {
        int m = 2 * n + 1;
        int stride = n + 2;
        double[] a = random("a", 3 + m * stride);
        for (boolean transpose : new boolean[] {false, true}) {
            double[] x = random("x", 2 + m);
            double[] y = random("y", 1 + m);
            double[] expected = y.clone();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    expected[1 + (transpose ? j : i)] -= 2 * a[3 + i * stride + j] * x[2 + (transpose ? i : j)];
                }
            }
            kernels().gemv(transpose, m, n, -2, a, 3, stride, x, 2, y, 1);
            assertThat(y).containsExactly(expected, within(1e-12 * (1 + m)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64})
    final void complexProductsAreThoseOfTheTripleLoop(int n) {
        Z a = Z.random(n, n + 2, "a");
        Z b = Z.random(n + 2, n + 1, "b");
        Z c = Z.random(n, n + 1, "c");
        kernels().complexGemm(n, n + 1, n + 2, a.re, a.im, b.re, b.im, c.re, c.im);
        c.assertCloseTo(a.times(b), ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64})
    final void hermitianMatricesAreRebuiltFromTheirSpectrum(int n) {
        Z a = Z.random(n, n, "hermitian").hermitianPart();
        Z v = a.copy();
        double[] values = new double[n];
        kernels().hermitianEigen(n, v.re, v.im, values, true);
        assertThat(values).isSorted();
        v.assertOrthonormalColumns(ROUNDING);
        v.timesDiagonal(values, new double[n]).times(v.adjoint()).assertCloseTo(a, ROUNDING);
        double[] alone = new double[n];
        kernels().hermitianEigen(n, a.re.clone(), a.im.clone(), alone, false);
        assertThat(alone).containsExactly(values, within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64})
    final void symmetricMatricesAreRebuiltFromTheirSpectrum(int n) {
        Z a = Z.random(n, n, "symmetric").hermitianPart().realPart();
        Z v = a.copy();
        double[] values = new double[n];
        kernels().symmetricEigen(n, v.re, values, true);
        assertThat(values).isSorted();
        v.assertOrthonormalColumns(ROUNDING);
        v.timesDiagonal(values, new double[n]).times(v.adjoint()).assertCloseTo(a, ROUNDING);
        double[] alone = new double[n];
        kernels().symmetricEigen(n, a.re.clone(), alone, false);
        assertThat(alone).containsExactly(values, within(ROUNDING));
    }

    @Test
    final void degenerateSpectraKeepOrthonormalVectors() {
        int n = 24;
        Z basis = Z.random(n, n, "basis");
        Z q = new Z(n, n);
        kernels().complexQr(n, n, basis.re.clone(), basis.im.clone(), q.re, q.im, new double[n * n], new double[n * n]);
        double[] levels = new double[n];
        Arrays.setAll(levels, i -> i / 8);
        Z a = q.timesDiagonal(levels, new double[n]).times(q.adjoint()).hermitianPart();
        Z v = a.copy();
        double[] values = new double[n];
        kernels().hermitianEigen(n, v.re, v.im, values, true);
        assertThat(values).containsExactly(levels, within(ROUNDING));
        v.assertOrthonormalColumns(ROUNDING);
    }

    /** Of 16 eigenvalues all but a few are zero up to rounding, in matrices of very different sizes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 8, 15})
    final void matricesOfLowRankAreRebuiltFromTheirSpectrum(int rank) {
        int n = 16;
        for (double size : new double[] {1, 1e-150, 1e150}) {
            for (int trial = 0; trial < 3; trial++) {
                Z factor = Z.random(n, rank, "low rank " + trial);
                for (Z half : List.of(factor, factor.realPart())) {
                    Z a = half.times(half.adjoint()).hermitianPart();
                    Z v = a.timesDiagonal(filled(n, size), new double[n]);
                    double[] values = new double[n];
                    if (half == factor) {
                        kernels().hermitianEigen(n, v.re, v.im, values, true);
                    } else {
                        kernels().symmetricEigen(n, v.re, values, true);
                    }
                    Arrays.setAll(values, i -> values[i] / size);
                    assertThat(Arrays.copyOf(values, n - rank)).containsExactly(new double[n - rank], within(ROUNDING));
                    v.assertOrthonormalColumns(ROUNDING);
                    v.timesDiagonal(values, new double[n]).times(v.adjoint()).assertCloseTo(a, ROUNDING);
                }
            }
        }
    }

    /**
     * The projector on (cos a, 0, 0, sin a) ⊗ (cos b, 0, 0, sin b). For these angles the reduction leaves a coupling of rounding beside
     * diagonal entries that are smaller still.
     */
    @ParameterizedTest
    @CsvSource({"0.01, 2.0", "0.04, 1.92", "0.11, 4.27", "0.2, 0.56"})
    final void projectorsOnProductsOfEntangledPairsHaveOneEigenvalueOfOne(double a, double b) {
        int n = 16;
        Z state = new Z(n, 1);
        for (int bits = 0; bits < 4; bits++) {
            double amplitude = (bits < 2 ? Math.cos(a) : Math.sin(a)) * (bits % 2 == 0 ? Math.cos(b) : Math.sin(b));
            state.re[12 * (bits / 2) + 3 * (bits % 2)] = amplitude;
        }
        Z projector = state.times(state.adjoint());
        double[] expected = new double[n];
        expected[n - 1] = 1;
        double[] values = new double[n];
        kernels().hermitianEigen(n, projector.re.clone(), projector.im.clone(), values, true);
        assertThat(values).containsExactly(expected, within(ROUNDING));
        kernels().symmetricEigen(n, projector.re.clone(), values, true);
        assertThat(values).containsExactly(expected, within(ROUNDING));
    }

    private static double[] filled(int n, double value) {
        double[] all = new double[n];
        Arrays.fill(all, value);
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64})
    final void generalMatricesMapTheirEigenvectorsToMultiples(int n) {
        Z a = Z.random(n, n, "general");
        Z v = new Z(n, n);
        double[] re = new double[n];
        double[] im = new double[n];
        kernels().complexGeneralEigen(n, a.re.clone(), a.im.clone(), re, im, v.re, v.im);
        a.times(v).assertCloseTo(v.timesDiagonal(re, im), 10 * ROUNDING);
        v.assertUnitColumns(ROUNDING);

        Z real = a.realPart();
        kernels().generalEigen(n, real.re.clone(), re, im, v.re, v.im);
        real.times(v).assertCloseTo(v.timesDiagonal(re, im), 10 * ROUNDING);
        v.assertUnitColumns(ROUNDING);
        assertThat(Arrays.stream(im).sum()).isCloseTo(0, within(n * ROUNDING));
    }

    @Test
    final void aDefectiveMatrixKeepsItsDoubleEigenvalue() {
        double[] re = new double[2];
        double[] im = new double[2];
        double[] vRe = new double[4];
        double[] vIm = new double[4];
        kernels().generalEigen(2, new double[] {3, 1, 0, 3}, re, im, vRe, vIm);
        assertThat(re).containsExactly(new double[] {3, 3}, within(1e-15));
        assertThat(Math.abs(vRe[0])).isCloseTo(1, within(1e-15));
        assertThat(Math.abs(vRe[1])).isCloseTo(1, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64})
    final void singularValuesAndVectorsRebuildTallAndWideMatrices(int n) {
        for (int[] shape : new int[][] {{n, n}, {2 * n + 1, n}, {n, n + 3}}) {
            Z a = Z.random(shape[0], shape[1], "svd");
            assertSvd(a);
            assertSvd(a.realPart());
        }
    }

    @Test
    final void singularVectorsOfRankDeficientMatricesAreCompleted() {
        Z thin = Z.random(9, 2, "left");
        assertSvd(thin.times(Z.random(2, 7, "right")));
        assertSvd(new Z(4, 3));
        assertSvd(new Z(3, 4));
    }

    @Test
    final void columnsWhoseSquareUnderflowsDoNotStopTheSvd() {
        double[] re = {3, 0, 0, 0, 1e-200, 1e-200, 0, 1e-200, 2e-200};
        double[] values = new double[3];
        kernels().svd(3, 3, re, new double[0], values, new double[0], false);
        assertThat(values).containsExactly(new double[] {3, 0, 0}, within(1e-15));
    }

    private void assertSvd(Z a) {
        int q = Math.min(a.rows, a.columns);
        Z u = new Z(a.rows, q);
        Z v = new Z(q, a.columns);
        double[] values = new double[q];
        double[] alone = new double[q];
        boolean real = Arrays.stream(a.im).allMatch(x -> x == 0);
        if (real) {
            kernels().svd(a.rows, a.columns, a.re.clone(), u.re, values, v.re, true);
            kernels().svd(a.rows, a.columns, a.re.clone(), new double[0], alone, new double[0], false);
        } else {
            double[] none = new double[0];
            kernels().complexSvd(a.rows, a.columns, a.re.clone(), a.im.clone(), u.re, u.im, values, v.re, v.im, true);
            kernels().complexSvd(a.rows, a.columns, a.re.clone(), a.im.clone(), none, none, alone, none, none, false);
        }
        for (int k = 0; k < q; k++) {
            assertThat(values[k]).isBetween(0.0, k == 0 ? Double.MAX_VALUE : values[k - 1]);
        }
        u.assertOrthonormalColumns(ROUNDING);
        v.adjoint().assertOrthonormalColumns(ROUNDING);
        u.timesDiagonal(values, new double[q]).times(v).assertCloseTo(a, 10 * ROUNDING);
        assertThat(alone).containsExactly(values, within(10 * ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64})
    final void qrFactorsAreOrthonormalAndTriangularWithPositiveDiagonal(int n) {
        for (int[] shape : new int[][] {{n, n}, {2 * n + 1, n}, {n, n + 3}}) {
            Z a = Z.random(shape[0], shape[1], "qr");
            int k = Math.min(a.rows, a.columns);
            Z q = Z.random(a.rows, k, "stale");
            Z r = Z.random(k, a.columns, "stale");
            kernels().complexQr(a.rows, a.columns, a.re.clone(), a.im.clone(), q.re, q.im, r.re, r.im);
            assertQr(a, q, r);
            Z real = a.realPart();
            Z realQ = Z.random(a.rows, k, "stale").realPart();
            Z realR = Z.random(k, a.columns, "stale").realPart();
            kernels().qr(a.rows, a.columns, real.re.clone(), realQ.re, realR.re);
            assertQr(real, realQ, realR);
        }
    }

    private static void assertQr(Z a, Z q, Z r) {
        q.assertOrthonormalColumns(ROUNDING);
        q.times(r).assertCloseTo(a, ROUNDING);
        for (int i = 0; i < r.rows; i++) {
            assertThat(r.re[i * r.columns + i]).isNotNegative();
            assertThat(r.im[i * r.columns + i]).isZero();
            for (int j = 0; j < i; j++) {
                assertThat(r.re[i * r.columns + j]).isZero();
                assertThat(r.im[i * r.columns + j]).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64})
    final void choleskyFactorsMultiplyBack(int n) {
        Z g = Z.random(n, n + 2, "factor").realPart();
        Z a = g.times(g.adjoint());
        Z l = a.copy();
        assertThat(kernels().cholesky(n, l.re)).isEqualTo(-1);
        l.times(l.adjoint()).assertCloseTo(a, n * ROUNDING);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                assertThat(l.re[i * n + j]).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64})
    final void complexCholeskyFactorsMultiplyBack(int n) {
        Z g = Z.random(n, n + 2, "factor");
        Z a = g.times(g.adjoint());
        Z l = a.copy();
        assertThat(kernels().complexCholesky(n, l.re, l.im)).isEqualTo(-1);
        l.times(l.adjoint()).assertCloseTo(a, n * ROUNDING);
        for (int i = 0; i < n; i++) {
            assertThat(l.re[i * n + i]).isPositive();
            assertThat(l.im[i * n + i]).isZero();
            for (int j = i + 1; j < n; j++) {
                assertThat(l.re[i * n + j]).isZero();
                assertThat(l.im[i * n + j]).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 64})
    final void choleskyOfABlockTouchesItsLowerTriangleOnlyAndInvertsIt(int n) {
        int stride = n + 3;
        int offset = 2 * stride + 1;
        Z g = Z.random(n, 2 * n, "block");
        for (boolean complex : new boolean[] {false, true}) {
            Z factor = complex ? g : g.realPart();
            Z a = factor.times(factor.adjoint());
            Z larger = Z.random(n + 3, stride, "larger");
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    larger.re[offset + i * stride + j] = a.re[i * n + j];
                    larger.im[offset + i * stride + j] = a.im[i * n + j];
                }
            }
            Z before = larger.copy();
            Z inverse = new Z(n, n);
            int status = complex
                    ? kernels().complexCholeskyBlock(n, larger.re, larger.im, offset, stride, inverse.re, inverse.im)
                    : kernels().choleskyBlock(n, larger.re, offset, stride, inverse.re);
            assertThat(status).isEqualTo(-1);
            Z l = new Z(n, n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    int at = offset + i * stride + j;
                    l.re[i * n + j] = larger.re[at];
                    l.im[i * n + j] = complex ? larger.im[at] : 0;
                    larger.re[at] = before.re[at];
                    larger.im[at] = before.im[at];
                }
            }
            assertThat(larger.re).isEqualTo(before.re);
            assertThat(larger.im).isEqualTo(before.im);
            l.times(l.adjoint()).assertCloseTo(a, n * ROUNDING);
            Z identity = new Z(n, n);
            for (int i = 0; i < n; i++) {
                identity.re[i * n + i] = 1;
            }
            l.times(inverse).assertCloseTo(identity, n * ROUNDING);
        }
    }

    @Test
    final void choleskyNamesThePivotOfAnIndefiniteMatrix() {
        double[] im = new double[9];
        assertThat(kernels().complexCholesky(3, new double[] {4, 2, 0, 2, 1, 0, 0, 0, 5}, im))
                .isEqualTo(1);
        assertThat(kernels().choleskyBlock(3, new double[] {4, 2, 0, 2, 1, 0, 0, 0, 5}, 0, 3, new double[9]))
                .isEqualTo(1);
        assertThat(kernels()
                        .complexCholeskyBlock(
                                3, new double[] {4, 2, 0, 2, 1, 0, 0, 0, 5}, im, 0, 3, new double[9], new double[9]))
                .isEqualTo(1);
        assertThat(kernels().cholesky(3, new double[] {4, 2, 0, 2, 1, 0, 0, 0, 5}))
                .isEqualTo(1);
        assertThat(kernels().cholesky(1, new double[] {-1})).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 64})
    final void solutionsSatisfyTheirEquations(int n) {
        Z a = Z.random(n, n, "equations");
        Z b = Z.random(n, 3, "right side");
        Z x = b.copy();
        assertThat(kernels().complexSolve(n, 3, a.re.clone(), a.im.clone(), x.re, x.im))
                .isEqualTo(-1);
        a.times(x).assertCloseTo(b, 100 * ROUNDING);
        Z real = a.realPart();
        Z y = b.realPart();
        assertThat(kernels().solve(n, 3, real.re.clone(), y.re)).isEqualTo(-1);
        real.times(y).assertCloseTo(b.realPart(), 100 * ROUNDING);
    }

    @Test
    final void singularMatricesAreToldByTheirPivotAlsoWhenRoundingHidesIt() {
        assertThat(kernels().solve(3, 1, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, new double[3]))
                .isEqualTo(2);
        assertThat(kernels().solve(2, 1, new double[4], new double[2])).isZero();
        double[] im = new double[4];
        assertThat(kernels().complexSolve(2, 1, new double[] {1, 2, 2, 4}, im, new double[2], new double[2]))
                .isEqualTo(1);
    }

    @Test
    final void aBadlyScaledRegularMatrixIsNotCalledSingular() {
        double[] b = {1, 1};
        assertThat(kernels().solve(2, 1, new double[] {1, 0, 0, 1e-200}, b)).isEqualTo(-1);
        assertThat(b).containsExactly(new double[] {1, 1e200}, within(1e186));
    }

    private static double[] random(String purpose, int length) {
        RandomStream random = RandomAddress.root(20).at(purpose).at(length).stream();
        double[] x = new double[length];
        Arrays.setAll(x, i -> random.nextNormal());
        return x;
    }
}

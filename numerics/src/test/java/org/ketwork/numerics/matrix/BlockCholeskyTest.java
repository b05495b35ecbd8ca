package org.ketwork.numerics.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

/** Against the factorisation of LAPACK in one piece, and against products of whole matrices. Sizes around those of panels and tiles. */
class BlockCholeskyTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 47, 48, 49, 63, 64, 65, 96, 97, 127, 128, 129, 144, 145, 192, 193, 257, 400})
    void theBlocksGiveTheFactorOfTheWholeMatrix(int n) {
        double[] re = new double[n * n];
        double[] im = new double[n * n];
        positive(n, re, im);
        double[] expectedRe = re.clone();
        double[] expectedIm = im.clone();
        assertThat(Blas.kernels().complexCholesky(n, expectedRe, expectedIm)).isEqualTo(-1);
        double[] actualRe = re.clone();
        double[] actualIm = im.clone();
        try (Workers workers = Workers.of(2)) {
            assertThat(new HermitianBlockCholesky().factor(n, actualRe, actualIm, workers))
                    .isEqualTo(-1);
            assertLowerClose(n, actualRe, expectedRe);
            assertLowerClose(n, actualIm, expectedIm);

            double[] expected = re.clone();
            double[] actual = re.clone();
            Blas.kernels().cholesky(n, expected);
            assertThat(BlockCholesky.factor(n, actual, workers)).isEqualTo(-1);
            assertLowerClose(n, actual, expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 48, 49, 63, 64, 65, 130, 300})
    void solutionsSatisfyTheirEquations(int n) {
        double[] re = new double[n * n];
        double[] im = new double[n * n];
        positive(n, re, im);
        double[] bRe = normal(n, 8);
        double[] bIm = normal(n, 9);
        double[] xRe = bRe.clone();
        double[] xIm = bIm.clone();
        double[] real = re.clone();
        double[] x = bRe.clone();
        double[] lRe = re.clone();
        double[] lIm = im.clone();
        try (Workers workers = Workers.of(2)) {
            new HermitianBlockCholesky().factor(n, lRe, lIm, workers);
            BlockCholesky.factor(n, real, workers);
        }
        HermitianBlockCholesky.solve(n, lRe, lIm, xRe, xIm);
        BlockCholesky.solve(n, real, x);
        for (int i = 0; i < n; i++) {
            double sum = -bRe[i];
            double sumRe = -bRe[i];
            double sumIm = -bIm[i];
            for (int j = 0; j < n; j++) {
                double a = j <= i ? re[i * n + j] : re[j * n + i];
                double b = j <= i ? im[i * n + j] : -im[j * n + i];
                sum += a * x[j];
                sumRe += a * xRe[j] - b * xIm[j];
                sumIm += a * xIm[j] + b * xRe[j];
            }
            assertThat(sum).isCloseTo(0, within(1e-11));
            assertThat(sumRe).isCloseTo(0, within(1e-11));
            assertThat(sumIm).isCloseTo(0, within(1e-11));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 130, 420})
    void oneThreadAndThreeGiveTheSameBits(int n) {
        double[] re = new double[n * n];
        double[] im = new double[n * n];
        positive(n, re, im);
        double[] real = re.clone();
        double[] otherRe = re.clone();
        double[] otherIm = im.clone();
        double[] otherReal = re.clone();
        try (Workers one = Workers.of(1);
                Workers three = Workers.of(3)) {
            new HermitianBlockCholesky().factor(n, re, im, one);
            new HermitianBlockCholesky().factor(n, otherRe, otherIm, three);
            BlockCholesky.factor(n, real, one);
            BlockCholesky.factor(n, otherReal, three);
        }
        assertThat(Arrays.equals(re, otherRe)).isTrue();
        assertThat(Arrays.equals(im, otherIm)).isTrue();
        assertThat(Arrays.equals(real, otherReal)).isTrue();
    }

    @Test
    void memoryOfAnotherMatrixDoesNotEnter() {
        HermitianBlockCholesky used = new HermitianBlockCholesky();
        try (Workers workers = Workers.of(2)) {
            for (int n : new int[] {300, 1, 200, 301}) {
                double[] re = new double[n * n];
                double[] im = new double[n * n];
                positive(n, re, im);
                double[] otherRe = re.clone();
                double[] otherIm = im.clone();
                used.factor(n, re, im, workers);
                new HermitianBlockCholesky().factor(n, otherRe, otherIm, workers);
                assertThat(Arrays.equals(re, otherRe)).isTrue();
                assertThat(Arrays.equals(im, otherIm)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 47, 48, 63, 64, 200, 299})
    void thePivotThatIsNotPositiveIsNamed(int pivot) {
        int n = 300;
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            a[i * n + i] = i == pivot ? -1 : 2;
        }
        try (Workers workers = Workers.of(2)) {
            assertThat(BlockCholesky.factor(n, a.clone(), workers)).isEqualTo(pivot);
            assertThat(new HermitianBlockCholesky().factor(n, a, new double[n * n], workers))
                    .isEqualTo(pivot);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 193, 300})
    void lowerTrianglesOfGramMatricesAreThoseOfWholeProducts(int n) {
        int k = 37;
        double[] re = normal(n * k, 1);
        double[] im = normal(n * k, 2);
        double[] expectedRe = new double[n * n];
        double[] expectedIm = new double[n * n];
        product(n, k, re, 0, re, expectedRe, 1);
        double[] expectedReal = expectedRe.clone();
        product(n, k, im, 0, im, expectedRe, 1);
        product(n, k, im, 0, re, expectedIm, 1);
        product(n, k, re, 0, im, expectedIm, -1);
        try (Workers workers = Workers.of(2)) {
            double[] c = new double[n * n];
            double[] cIm = new double[n * n];
            double[] transposedRe = transposed(n, k, re);
            double[] transposedIm = transposed(n, k, im);
            GramProducts.inner(n, k, transposedRe, 0, c, workers);
            assertLowerClose(n, c, expectedReal);
            Arrays.fill(c, 1);
            GramProducts.inner(n, k, transposedRe, transposedIm, 0, c, cIm, workers);
            assertLowerClose(n, c, expectedRe);
            for (int i = 0; i < cIm.length; i++) {
                // Aᵀ conj(A) is the conjugate of A† A.
                cIm[i] = -cIm[i];
            }
            assertLowerClose(n, cIm, expectedIm);
        }
    }

    private static void product(int n, int k, double[] a, int offset, double[] b, double[] c, double factor) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int l = 0; l < k; l++) {
                    c[i * n + j] += factor * a[offset + i * k + l] * b[j * k + l];
                }
            }
        }
    }

    private static double[] transposed(int n, int k, double[] a) {
        double[] result = new double[n * k];
        for (int i = 0; i < n; i++) {
            for (int l = 0; l < k; l++) {
                result[l * n + i] = a[i * k + l];
            }
        }
        return result;
    }

    private static double[] normal(int length, long index) {
        double[] x = new double[length];
        RandomAddress.root(5).at(index).fillNormal(x);
        return x;
    }

    private static void positive(int n, double[] re, double[] im) {
        int k = n + 10;
        double[] x = normal(n * k, 3);
        double[] y = normal(n * k, 4);
        Workers workers = Workers.of(1);
        GramProducts.inner(n, k, x, y, 0, re, im, workers);
        for (int i = 0; i < n * n; i++) {
            re[i] /= Math.max(1, k);
            im[i] /= Math.max(1, k);
        }
        for (int i = 0; i < n; i++) {
            re[i * n + i] += 0.1;
        }
    }

    private static void assertLowerClose(int n, double[] actual, double[] expected) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                assertThat(actual[i * n + j]).as("(%d, %d)", i, j).isCloseTo(expected[i * n + j], within(1e-11));
            }
        }
    }
}

package org.ketwork.numerics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@DisabledIfSystemProperty(named = "ketwork.blas", matches = "reference")
class OpenBlasDenseTest extends DenseKernelsContract {
    private static final DenseKernels REFERENCE = new ReferenceDense("test");
    private static DenseKernels openBlas = REFERENCE;

    @BeforeAll
    static void load() throws Exception {
        openBlas = OpenBlasDense.load();
    }

    @Override
    DenseKernels kernels() {
        return openBlas;
    }

    @Test
    void theDescriptionNamesVersionAndCore() {
        assertThat(openBlas.describe())
                .startsWith("OpenBLAS 0.3")
                .contains("core ")
                .endsWith("one thread");
    }

    /**
     * Each shape is above the limit of one call, with another side the longest. The product is checked on a random vector (Freivalds):
     * C v against A (B v), which misses a wrong entry with probability zero.
     */
    @Test
    void productsCutIntoPiecesAreRight() {
        int[][] shapes = {{1201, 401, 600}, {601, 1201, 400}, {401, 600, 1203}};
        for (int i = 0; i < shapes.length; i++) {
            int m = shapes[i][0];
            int n = shapes[i][1];
            int k = shapes[i][2];
            boolean ta = i != 0;
            boolean tb = i != 1;
            Z a = Z.random(m, k, "a").realPart();
            Z b = Z.random(k, n, "b").realPart();
            Z c = Z.random(m, n, "c").realPart();
            Z v = Z.random(n, 1, "v").realPart();
            Z expected = a.times(b.times(v));
            Z before = c.times(v);
            Z storedA = ta ? a.adjoint() : a;
            Z storedB = tb ? b.adjoint() : b;
            openBlas.gemm(
                    ta,
                    tb,
                    m,
                    n,
                    k,
                    2,
                    storedA.re,
                    0,
                    storedA.columns,
                    storedB.re,
                    0,
                    storedB.columns,
                    0.5,
                    c.re,
                    0,
                    n);
            for (int row = 0; row < m; row++) {
                expected.re[row] = 2 * expected.re[row] + 0.5 * before.re[row];
            }
            c.times(v).assertCloseTo(expected, 1e-14);
        }
    }

    @Test
    void threeRealProductsGiveTheComplexOne() {
        int n = 130;
        Z a = Z.random(n, n, "a");
        Z b = Z.random(n, n, "b");
        Z expected = new Z(n, n);
        Z actual = new Z(n, n);
        REFERENCE.complexGemm(n, n, n, a.re, a.im, b.re, b.im, expected.re, expected.im);
        openBlas.complexGemm(n, n, n, a.re, a.im, b.re, b.im, actual.re, actual.im);
        actual.assertCloseTo(expected, 1e-14);
    }

    @Test
    void bothImplementationsFindTheSameSpectra() {
        int n = 40;
        Z a = Z.random(n, n, "both");
        Z h = a.hermitianPart();
        // Each is backward stable: it moves a singular value by about n eps times the largest, 2.7, at the most.
        double rounding = 3 * n * Math.ulp(1.0);
        double[] ours = new double[n];
        double[] theirs = new double[n];
        REFERENCE.hermitianEigen(n, h.re.clone(), h.im.clone(), ours, false);
        openBlas.hermitianEigen(n, h.re.clone(), h.im.clone(), theirs, false);
        assertThat(theirs).containsExactly(ours, within(rounding));
        double[] none = new double[0];
        REFERENCE.complexSvd(n, n, a.re.clone(), a.im.clone(), none, none, ours, none, none, false);
        openBlas.complexSvd(n, n, a.re.clone(), a.im.clone(), none, none, theirs, none, none, false);
        assertThat(theirs).containsExactly(ours, within(rounding));
        assertThat(moduli(openBlas, a)).containsExactly(moduli(REFERENCE, a), within(1e-13));
    }

    private static double[] moduli(DenseKernels kernels, Z a) {
        int n = a.rows;
        double[] re = new double[n];
        double[] im = new double[n];
        kernels.complexGeneralEigen(n, a.re.clone(), a.im.clone(), re, im, new double[n * n], new double[n * n]);
        double[] moduli = new double[n];
        Arrays.setAll(moduli, k -> Math.hypot(re[k], im[k]));
        Arrays.sort(moduli);
        return moduli;
    }

    @Test
    void productsInSeveralThreadsAreTheSameBits() throws InterruptedException, ExecutionException {
        int n = 90;
        double[] a = Z.random(n, n, "a").re;
        double[] b = Z.random(n, n, "b").re;
        Callable<double[]> product = () -> {
            double[] c = new double[n * n];
            openBlas.gemm(false, false, n, n, n, 1, a, 0, n, b, 0, n, 0, c, 0, n);
            return c;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<double[]>> products = threads.invokeAll(Collections.nCopies(200, product));
            double[] first = products.getFirst().get();
            for (Future<double[]> other : products) {
                assertThat(Arrays.equals(other.get(), first)).isTrue();
            }
        }
    }

    @Test
    void everyOtherFunctionInSeveralThreadsGivesTheSameBitsToo() throws Exception {
        int n = 50;
        Z a = Z.random(n, n, "a");
        Z h = a.hermitianPart();
        Z b = Z.random(n, 3, "b");
        Callable<List<Z>> everything = () -> {
            Z vectors = h.copy();
            Z values = new Z(1, n);
            openBlas.hermitianEigen(n, vectors.re, vectors.im, values.re, true);
            Z u = new Z(n, n);
            Z v = new Z(n, n);
            openBlas.complexSvd(n, n, a.re.clone(), a.im.clone(), u.re, u.im, values.im, v.re, v.im, true);
            Z general = new Z(n, n);
            Z spectrum = new Z(1, n);
            openBlas.complexGeneralEigen(
                    n, a.re.clone(), a.im.clone(), spectrum.re, spectrum.im, general.re, general.im);
            Z q = new Z(n, n);
            Z r = new Z(n, n);
            openBlas.complexQr(n, n, a.re.clone(), a.im.clone(), q.re, q.im, r.re, r.im);
            Z x = b.copy();
            openBlas.complexSolve(n, 3, a.re.clone(), a.im.clone(), x.re, x.im);
            Z product = new Z(n, n);
            openBlas.complexGemm(n, n, n, a.re, a.im, h.re, h.im, product.re, product.im);
            return List.of(vectors, values, u, v, general, spectrum, q, r, x, product);
        };
        List<Z> alone = everything.call();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<List<Z>> together : threads.invokeAll(Collections.nCopies(24, everything))) {
                for (int i = 0; i < alone.size(); i++) {
                    assertThat(together.get().get(i).re).isEqualTo(alone.get(i).re);
                    assertThat(together.get().get(i).im).isEqualTo(alone.get(i).im);
                }
            }
        }
    }

    @Test
    void matricesThatDoNotFitIntoTheirArraysAreRefused() {
        double[] square = new double[100];
        assertThatThrownBy(() -> openBlas.gemm(
                        false, false, 10, 10, 10, 1, square, 1, 10, square, 0, 10, 0, new double[100], 0, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a 10 x 10 matrix at offset 1 with stride 10 does not fit into 100 numbers");
    }
}

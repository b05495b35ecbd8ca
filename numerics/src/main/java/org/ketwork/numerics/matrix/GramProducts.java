package org.ketwork.numerics.matrix;

import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.parallel.Workers;

/**
 * Products of a matrix with its own adjoint, on raw row-major arrays, in tiles that several threads share. Only the tiles on and below
 * the diagonal are computed: what stands above the diagonal of the result has no meaning. The tiles do not depend on the number of
 * threads, so neither do the bits.
 */
public final class GramProducts {
    private GramProducts() {}

    /** C = A Aᵀ + beta C for A of shape (n, k) and C of shape (n, n). With beta = 0 the old content of C is not read. */
    public static void outer(int n, int k, double[] a, double beta, double[] c, Workers workers) {
        LowerTiles.forEach(
                n,
                workers,
                (i, j, rows, columns) ->
                        Blas.gemm(false, true, rows, columns, k, 1, a, i * k, k, a, j * k, k, beta, c, i * n + j, n));
    }

    /** C = Aᵀ A + beta C for A of shape (k, n) and C of shape (n, n). With beta = 0 the old content of C is not read. */
    public static void inner(int n, int k, double[] a, double beta, double[] c, Workers workers) {
        LowerTiles.forEach(
                n,
                workers,
                (i, j, rows, columns) ->
                        Blas.gemm(true, false, rows, columns, k, 1, a, i, n, a, j, n, beta, c, i * n + j, n));
    }

    /** C = A A† + beta C for complex A of shape (n, k). */
    public static void outer(
            int n, int k, double[] re, double[] im, double beta, double[] cRe, double[] cIm, Workers workers) {
        LowerTiles.forEach(n, workers, (i, j, rows, columns) -> {
            int a = i * k;
            int b = j * k;
            int c = i * n + j;
            Blas.gemm(false, true, rows, columns, k, 1, re, a, k, re, b, k, beta, cRe, c, n);
            Blas.gemm(false, true, rows, columns, k, 1, im, a, k, im, b, k, 1, cRe, c, n);
            Blas.gemm(false, true, rows, columns, k, 1, im, a, k, re, b, k, beta, cIm, c, n);
            Blas.gemm(false, true, rows, columns, k, -1, re, a, k, im, b, k, 1, cIm, c, n);
        });
    }

    /** C = A† A + beta C for complex A of shape (k, n). */
    public static void inner(
            int n, int k, double[] re, double[] im, double beta, double[] cRe, double[] cIm, Workers workers) {
        LowerTiles.forEach(n, workers, (i, j, rows, columns) -> {
            int c = i * n + j;
            Blas.gemm(true, false, rows, columns, k, 1, re, i, n, re, j, n, beta, cRe, c, n);
            Blas.gemm(true, false, rows, columns, k, 1, im, i, n, im, j, n, 1, cRe, c, n);
            Blas.gemm(true, false, rows, columns, k, 1, re, i, n, im, j, n, beta, cIm, c, n);
            Blas.gemm(true, false, rows, columns, k, -1, im, i, n, re, j, n, 1, cIm, c, n);
        });
    }
}

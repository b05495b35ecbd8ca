package org.ketwork.numerics.matrix;

import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.parallel.Workers;

/**
 * Products of the adjoint of a matrix with the matrix, on raw row-major arrays, in tiles that several threads share. Only the tiles on
 * and below the diagonal are computed: what stands above the diagonal of the result has no meaning. The tiles do not depend on the number
 * of threads, so neither do the bits.
 */
public final class GramProducts {
    private GramProducts() {}

    /** C = Aᵀ A + beta C for A of shape (k, n) and C of shape (n, n). With beta = 0 the old content of C is not read. */
    public static void inner(int n, int k, double[] a, double beta, double[] c, Workers workers) {
        LowerTiles.forEach(
                n,
                LowerTiles.SIDE,
                workers,
                (i, j, rows, columns) ->
                        Blas.gemm(true, false, rows, columns, k, 1, a, i, n, a, j, n, beta, c, i * n + j, n));
    }

    /** C = A† A + beta C for complex A of shape (k, n). */
    public static void inner(
            int n, int k, double[] re, double[] im, double beta, double[] cRe, double[] cIm, Workers workers) {
        LowerTiles.forEach(n, LowerTiles.SIDE, workers, (i, j, rows, columns) -> {
            int c = i * n + j;
            Blas.gemm(true, false, rows, columns, k, 1, re, i, n, re, j, n, beta, cRe, c, n);
            Blas.gemm(true, false, rows, columns, k, 1, im, i, n, im, j, n, 1, cRe, c, n);
            Blas.gemm(true, false, rows, columns, k, 1, re, i, n, im, j, n, beta, cIm, c, n);
            Blas.gemm(true, false, rows, columns, k, -1, im, i, n, re, j, n, 1, cIm, c, n);
        });
    }
}

package org.ketwork.numerics.matrix;

import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.kernel.DenseKernels;
import org.ketwork.numerics.parallel.Workers;

/**
 * The Cholesky factorisation A = L Lᵀ of large raw row-major arrays by blocks that several threads share; for Hermitian ones see {@link
 * HermitianBlockCholesky}. The blocks do not depend on the number of threads, so neither do the bits. Only the lower triangle is read and
 * written.
 *
 * <p>Column by column of blocks: with the factor of the block on the diagonal known, the panel below it is multiplied by the inverse of
 * that factor, and the product of the panel with its adjoint is taken off the rest. All but the blocks on the diagonal is matrix
 * products, which run several times faster than the triangular solver of OpenBLAS; the next block on the diagonal is factored while
 * other threads still update the rest.
 */
public final class BlockCholesky {
    /** Columns of a panel. */
    private static final int PANEL = 64;
    /** Rows of a task in a panel. */
    private static final int ROWS = 128;

    private BlockCholesky() {}

    /**
     * Overwrites the lower triangle of A by L.
     *
     * @return -1, or the index of the first pivot that is not positive
     */
    public static int factor(int n, double[] a, Workers workers) {
        DenseKernels kernels = Blas.kernels();
        double[] inverse = new double[PANEL * PANEL];
        int[] pivot = {kernels.choleskyBlock(Math.min(PANEL, n), a, 0, n, inverse)};
        for (int k = 0; k + PANEL < n && pivot[0] < 0; k += PANEL) {
            int from = k;
            int below = k + PANEL;
            workers.forEach(Math.ceilDiv(n - below, ROWS), block -> {
                int row = below + block * ROWS;
                int rows = Math.min(ROWS, n - row);
                int at = row * n + from;
                double[] old = copy(a, at, n, rows);
                kernels.gemm(false, true, rows, PANEL, PANEL, 1, old, 0, PANEL, inverse, 0, PANEL, 0, a, at, n);
            });
            LowerTiles.forEach(n - below, LowerTiles.SIDE, workers, (i, j, rows, columns) -> {
                int left = (below + i) * n + from;
                int right = (below + j) * n + from;
                int to = (below + i) * n + below + j;
                kernels.gemm(false, true, rows, columns, PANEL, -1, a, left, n, a, right, n, 1, a, to, n);
                if (i == 0) {
                    int failed = kernels.choleskyBlock(Math.min(PANEL, n - below), a, to, n, inverse);
                    pivot[0] = failed < 0 ? -1 : below + failed;
                }
            });
        }
        return pivot[0];
    }

    /** Overwrites x by the solution y of L Lᵀ y = x. */
    public static void solve(int n, double[] l, double[] x) {
        DenseKernels kernels = Blas.kernels();
        for (int k = 0; k < n; k += PANEL) {
            int end = Math.min(n, k + PANEL);
            kernels.gemv(false, end - k, k, -1, l, k * n, n, x, 0, x, k);
            for (int i = k; i < end; i++) {
                double sum = x[i];
                for (int j = k; j < i; j++) {
                    sum -= l[i * n + j] * x[j];
                }
                x[i] = sum / l[i * n + i];
            }
        }
        for (int k = (n - 1) / PANEL * PANEL; k >= 0; k -= PANEL) {
            int end = Math.min(n, k + PANEL);
            for (int i = end - 1; i >= k; i--) {
                x[i] /= l[i * n + i];
                for (int j = k; j < i; j++) {
                    x[j] -= l[i * n + j] * x[i];
                }
            }
            kernels.gemv(true, end - k, k, -1, l, k * n, n, x, k, x, 0);
        }
    }

    private static double[] copy(double[] a, int offset, int stride, int rows) {
        double[] copy = new double[rows * PANEL];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(a, offset + i * stride, copy, i * PANEL, PANEL);
        }
        return copy;
    }
}

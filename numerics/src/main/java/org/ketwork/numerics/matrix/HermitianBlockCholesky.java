package org.ketwork.numerics.matrix;

import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.kernel.DenseKernels;
import org.ketwork.numerics.parallel.Workers;

/**
 * {@link BlockCholesky} of Hermitian matrices, A = L L†, on split raw row-major arrays. It keeps its memory for the next matrix, so an
 * object serves one thread at a time (and the workers that this one calls).
 *
 * <p>A complex product takes three real ones, by Gauss: with q = (Re X + Im X) Re Yᵀ,
 *
 * <pre>
 * Re X Y† = q − Im X (Re Y − Im Y)ᵀ,  Im X Y† = q − Re X (Re Y + Im Y)ᵀ.
 * </pre>
 *
 * The sum of all q that were taken off an element stands in an array of its own until its panel comes, so that the three products are
 * nothing but products. Errors are those of rounding against the whole element, not against its real and its imaginary part one by one.
 */
public final class HermitianBlockCholesky {
    /** Columns of a panel. Smaller than that of a real matrix, since the blocks on the diagonal are dearer. */
    private static final int PANEL = 48;
    /** Rows of a task in a panel. */
    private static final int ROWS = 128;
    /** Rows of a tile. */
    private static final int SIDE = 3 * PANEL;

    /** What is still to be added to both parts of the matrix. */
    private double[] common = {};
    /** Re + Im of the panel's elements, PANEL of them for each row of the matrix. */
    private double[] sums = {};
    /** Re − Im of the same. */
    private double[] differences = {};

    /**
     * Overwrites the lower triangle of A by L.
     *
     * @return -1, or the index of the first pivot that is not positive
     */
    public int factor(int n, double[] re, double[] im, Workers workers) {
        makeRoom(n);
        DenseKernels kernels = Blas.kernels();
        double[] inverseRe = new double[PANEL * PANEL];
        double[] inverseIm = new double[PANEL * PANEL];
        int[] pivot = {kernels.complexCholeskyBlock(Math.min(PANEL, n), re, im, 0, n, inverseRe, inverseIm)};
        for (int k = 0; k + PANEL < n && pivot[0] < 0; k += PANEL) {
            int from = k;
            int below = k + PANEL;
            Panel panel = new Panel(n, from, re, im, inverseRe, inverseIm);
            workers.forEach(Math.ceilDiv(n - below, ROWS), block -> {
                int row = below + block * ROWS;
                panel.multiply(row, Math.min(ROWS, n - row));
            });
            LowerTiles.forEach(n - below, SIDE, workers, (i, j, rows, columns) -> {
                int x = (below + i) * n + from;
                int y = (below + j) * n + from;
                int s = (below + i) * PANEL;
                int d = (below + j) * PANEL;
                int to = (below + i) * n + below + j;
                double q = from == 0 ? 0 : 1;
                kernels.gemm(false, true, rows, columns, PANEL, -1, sums, s, PANEL, re, y, n, q, common, to, n);
                kernels.gemm(false, true, rows, columns, PANEL, 1, im, x, n, differences, d, PANEL, 1, re, to, n);
                kernels.gemm(false, true, rows, columns, PANEL, 1, re, x, n, sums, d, PANEL, 1, im, to, n);
                if (i == 0) {
                    int size = Math.min(PANEL, n - below);
                    addCommon(size, to, n, re, im);
                    int failed = kernels.complexCholeskyBlock(size, re, im, to, n, inverseRe, inverseIm);
                    pivot[0] = failed < 0 ? -1 : below + failed;
                }
            });
        }
        return pivot[0];
    }

    /** Overwrites x by the solution y of L L† y = x. */
    public static void solve(int n, double[] lRe, double[] lIm, double[] xRe, double[] xIm) {
        DenseKernels kernels = Blas.kernels();
        for (int k = 0; k < n; k += PANEL) {
            int end = Math.min(n, k + PANEL);
            kernels.gemv(false, end - k, k, -1, lRe, k * n, n, xRe, 0, xRe, k);
            kernels.gemv(false, end - k, k, 1, lIm, k * n, n, xIm, 0, xRe, k);
            kernels.gemv(false, end - k, k, -1, lRe, k * n, n, xIm, 0, xIm, k);
            kernels.gemv(false, end - k, k, -1, lIm, k * n, n, xRe, 0, xIm, k);
            for (int i = k; i < end; i++) {
                double re = xRe[i];
                double im = xIm[i];
                for (int j = k; j < i; j++) {
                    re -= lRe[i * n + j] * xRe[j] - lIm[i * n + j] * xIm[j];
                    im -= lRe[i * n + j] * xIm[j] + lIm[i * n + j] * xRe[j];
                }
                xRe[i] = re / lRe[i * n + i];
                xIm[i] = im / lRe[i * n + i];
            }
        }
        for (int k = (n - 1) / PANEL * PANEL; k >= 0; k -= PANEL) {
            int end = Math.min(n, k + PANEL);
            for (int i = end - 1; i >= k; i--) {
                xRe[i] /= lRe[i * n + i];
                xIm[i] /= lRe[i * n + i];
                for (int j = k; j < i; j++) {
                    xRe[j] -= lRe[i * n + j] * xRe[i] + lIm[i * n + j] * xIm[i];
                    xIm[j] -= lRe[i * n + j] * xIm[i] - lIm[i * n + j] * xRe[i];
                }
            }
            kernels.gemv(true, end - k, k, -1, lRe, k * n, n, xRe, k, xRe, 0);
            kernels.gemv(true, end - k, k, -1, lIm, k * n, n, xIm, k, xRe, 0);
            kernels.gemv(true, end - k, k, -1, lRe, k * n, n, xIm, k, xIm, 0);
            kernels.gemv(true, end - k, k, 1, lIm, k * n, n, xRe, k, xIm, 0);
        }
    }

    private void makeRoom(int n) {
        if (common.length < n * n) {
            common = new double[n * n];
            sums = new double[n * PANEL];
            differences = new double[n * PANEL];
        }
    }

    /** Brings the lower triangle of a square on the diagonal up to date. */
    private void addCommon(int size, int at, int n, double[] re, double[] im) {
        for (int i = 0; i < size; i++) {
            int row = at + i * n;
            for (int j = row; j <= row + i; j++) {
                re[j] += common[j];
                im[j] += common[j];
            }
        }
    }

    /** The columns below a block on the diagonal, which the inverse L⁻¹ of that block's factor turns into those of L. */
    private final class Panel {
        private final int n;
        private final int from;
        private final double[] re;
        private final double[] im;
        private final double[] inverse;
        private final double[] inverseSum;
        private final double[] inverseDifference;

        Panel(int n, int from, double[] re, double[] im, double[] inverseRe, double[] inverseIm) {
            this.n = n;
            this.from = from;
            this.re = re;
            this.im = im;
            inverse = inverseRe;
            inverseSum = new double[PANEL * PANEL];
            inverseDifference = new double[PANEL * PANEL];
            for (int i = 0; i < PANEL * PANEL; i++) {
                inverseSum[i] = inverseRe[i] + inverseIm[i];
                inverseDifference[i] = inverseRe[i] - inverseIm[i];
            }
        }

        /** Multiplies rows by (L⁻¹)†. */
        void multiply(int row, int rows) {
            double[] oldRe = new double[rows * PANEL];
            double[] oldIm = new double[rows * PANEL];
            double[] oldSum = new double[rows * PANEL];
            for (int i = 0; i < rows; i++) {
                int at = (row + i) * n + from;
                for (int j = 0; j < PANEL; j++) {
                    double late = from == 0 ? 0 : common[at + j];
                    double x = re[at + j] + late;
                    double y = im[at + j] + late;
                    oldRe[i * PANEL + j] = x;
                    oldIm[i * PANEL + j] = y;
                    oldSum[i * PANEL + j] = x + y;
                }
            }
            double[] q = new double[rows * PANEL];
            int at = row * n + from;
            product(rows, 1, oldSum, inverse, q, 0, PANEL);
            product(rows, -1, oldIm, inverseDifference, re, at, n);
            product(rows, -1, oldRe, inverseSum, im, at, n);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < PANEL; j++) {
                    double late = q[i * PANEL + j];
                    double x = re[at + i * n + j] + late;
                    double y = im[at + i * n + j] + late;
                    re[at + i * n + j] = x;
                    im[at + i * n + j] = y;
                    sums[(row + i) * PANEL + j] = x + y;
                    differences[(row + i) * PANEL + j] = x - y;
                }
            }
        }

        private static void product(
                int rows, double alpha, double[] x, double[] y, double[] target, int at, int stride) {
            Blas.gemm(false, true, rows, PANEL, PANEL, alpha, x, 0, PANEL, y, 0, PANEL, 0, target, at, stride);
        }
    }
}

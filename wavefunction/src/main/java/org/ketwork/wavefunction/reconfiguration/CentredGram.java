package org.ketwork.wavefunction.reconfiguration;

import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.parallel.Workers;

/**
 * Weights and centring applied to a Gram matrix G = O O† in place of its rows: with c = G w, which is O times the conjugate mean, and
 * μ = w†c, X X† has the entries √w_s √w_t (G_st − c_s − conj(c_t) + μ). Lower triangles only.
 */
final class CentredGram {
    /** Rows of a task. */
    private static final int ROWS = 64;

    private CentredGram() {}

    /**
     * Turns O O† into X X†.
     *
     * @param parts 2 if real and imaginary parts stand below one another, else 1
     * @param m rows of the matrix
     * @param im empty if the matrix is real
     */
    static void centre(TangentSpace tangent, int parts, int m, double[] re, double[] im) {
        new Triangle(tangent, parts, m, re, 1).centre();
        if (im.length > 0) {
            new Triangle(tangent, parts, m, im, -1).centre();
        }
    }

    /**
     * Adds a multiple of the projector on √w, which X† maps to zero: no right side of the equations has a component there, so the solution
     * stays, but rounding errors in that direction are no longer divided by the shift alone (Goldshlager, Abrahamsen and Lin, J. Comput.
     * Phys. 516, 113351 (2024), section 3.3).
     */
    static void liftMean(TangentSpace tangent, int parts, int m, double[] re) {
        int n = m / parts;
        double[] roots = tangent.roots();
        double lift = SampleEquations.trace(m, re) / m;
        if (!Double.isFinite(lift)) {
            throw new UnsolvableStepException("the derivatives of the wavefunction are not finite");
        }
        tangent.workers().forEach(Math.ceilDiv(m, ROWS), block -> {
            for (int i = block * ROWS; i < Math.min(m, (block + 1) * ROWS); i++) {
                int part = i / n;
                double factor = lift * roots[i - part * n];
                Kernels.best().axpy(factor, roots, 0, re, i * m + part * n, i - part * n + 1);
            }
        });
    }

    /** One part of the matrix, real (sign 1: symmetric) or imaginary (sign −1: antisymmetric). */
    private record Triangle(TangentSpace tangent, int parts, int m, double[] a, int sign) {
        void centre() {
            Workers workers = tangent.workers();
            int n = m / parts;
            double[] weights = tangent.sample().weights();
            double[] roots = tangent.roots();
            double[][] means = means(n, weights, workers);
            double[][] grand = new double[parts][parts];
            for (int p = 0; p < parts; p++) {
                for (int q = 0; q < parts; q++) {
                    for (int s = 0; s < n; s++) {
                        grand[p][q] += weights[s] * means[q][p * n + s];
                    }
                }
            }
            workers.forEach(Math.ceilDiv(m, ROWS), block -> {
                for (int i = block * ROWS; i < Math.min(m, (block + 1) * ROWS); i++) {
                    int p = i / n;
                    for (int q = 0; q <= p; q++) {
                        int length = q < p ? n : i - p * n + 1;
                        double[] across = means[p];
                        double shift = grand[p][q] - means[q][i];
                        double root = roots[i - p * n];
                        int from = i * m + q * n;
                        for (int t = 0; t < length; t++) {
                            a[from + t] = root * roots[t] * (a[from + t] + shift - sign * across[q * n + t]);
                        }
                    }
                }
            });
        }

        /** means[q][i]: row i of the whole matrix times the weights, over the columns of part q. Sums in blocks of rows, in order. */
        private double[][] means(int n, double[] weights, Workers workers) {
            int blocks = Math.ceilDiv(m, ROWS);
            double[][][] pieces = new double[blocks][parts][m];
            workers.forEach(blocks, block -> {
                for (int i = block * ROWS; i < Math.min(m, (block + 1) * ROWS); i++) {
                    int p = i / n;
                    int s = i - p * n;
                    for (int q = 0; q <= p; q++) {
                        int length = q < p ? n : s + 1;
                        int from = i * m + q * n;
                        pieces[block][q][i] += Kernels.best().dot(a, from, weights, 0, length);
                        // What stands above the diagonal is the reflection of what stands below it.
                        int below = q < p ? n : s;
                        Kernels.best().axpy(sign * weights[s], a, from, pieces[block][p], q * n, below);
                    }
                }
            });
            double[][] means = new double[parts][m];
            for (int q = 0; q < parts; q++) {
                for (double[][] piece : pieces) {
                    for (int i = 0; i < m; i++) {
                        means[q][i] += piece[q][i];
                    }
                }
            }
            return means;
        }
    }
}

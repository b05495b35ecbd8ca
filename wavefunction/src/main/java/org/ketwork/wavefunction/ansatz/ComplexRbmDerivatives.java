package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.parallel.Workers;

/** {@link RbmDerivatives} with complex T: O O† = (V Vᵀ + 1) ∘ (T T† + ι) − ι. */
record ComplexRbmDerivatives(ComplexHiddenUnits.Signals signals, int sites, int hidden, boolean visibleBias)
        implements LogDerivatives {
    /** Rows of one task of the workers. */
    private static final int ROWS = 128;
    /** Hidden units of one task of the workers. */
    private static final int UNITS = 32;

    @Override
    public Codomain codomain() {
        return Codomain.HOLOMORPHIC;
    }

    @Override
    public int rows() {
        return signals.rows();
    }

    @Override
    public int columns() {
        return visible() + hidden + hidden * sites;
    }

    private int visible() {
        return visibleBias ? sites : 0;
    }

    @Override
    public void rows(int first, int count, double[] re, double[] im) {
        part(signals.tanhRe()).rows(first, count, re, re);
        part(signals.tanhIm()).rows(first, count, im, im);
        for (int s = 0; s < count; s++) {
            Arrays.fill(im, s * columns(), s * columns() + visible(), 0);
        }
    }

    private RbmDerivatives part(double[] tanh) {
        return new RbmDerivatives(new HiddenUnits.Signals(rows(), signals.values(), tanh), sites, hidden, visibleBias);
    }

    @Override
    public double gramMultiplications() {
        double n = rows();
        return 0.5 * n * n * (sites + 4.0 * hidden);
    }

    @Override
    public void gram(double[] re, double[] im, Workers workers) {
        int n = rows();
        double iota = visibleBias ? 1 : 0;
        GramTiles.forEach(n, workers, (row, rows, column, columns) -> {
            double[] overlaps = new double[rows * columns];
            Arrays.fill(overlaps, 1);
            double[] v = signals.values();
            outer(1, v, v, sites, row, rows, column, columns, 1, overlaps, 0, columns);
            for (int i = row; i < row + rows; i++) {
                Arrays.fill(re, i * n + column, i * n + column + columns, iota);
            }
            int at = row * n + column;
            double[] x = signals.tanhRe();
            double[] y = signals.tanhIm();
            outer(1, x, x, hidden, row, rows, column, columns, 1, re, at, n);
            outer(1, y, y, hidden, row, rows, column, columns, 1, re, at, n);
            outer(1, y, x, hidden, row, rows, column, columns, 0, im, at, n);
            outer(-1, x, y, hidden, row, rows, column, columns, 1, im, at, n);
            for (int i = 0; i < rows; i++) {
                int from = (row + i) * n + column;
                Kernels.best().schur(overlaps, i * columns, re, from, columns);
                Kernels.best().schur(overlaps, i * columns, im, from, columns);
                for (int j = from; j < from + columns; j++) {
                    re[j] -= iota;
                }
            }
        });
    }

    private static void outer(
            double alpha,
            double[] x,
            double[] y,
            int width,
            int row,
            int rows,
            int column,
            int columns,
            double beta,
            double[] target,
            int at,
            int stride) {
        Blas.gemm(
                false,
                true,
                rows,
                columns,
                width,
                alpha,
                x,
                row * width,
                width,
                y,
                column * width,
                width,
                beta,
                target,
                at,
                stride);
    }

    @Override
    public long bytes() {
        // Values, and hyperbolic tangents of two parts, twice in the adjoint.
        return (long) Double.BYTES * rows() * (sites + 4L * hidden);
    }

    @Override
    public void product(double[] xRe, double[] xIm, double[] outRe, double[] outIm, Workers workers) {
        workers.forEach(Math.ceilDiv(rows(), ROWS), block -> {
            int first = block * ROWS;
            int count = Math.min(ROWS, rows() - first);
            double[] u = inner(first, count, xRe);
            double[] w = inner(first, count, xIm);
            for (int s = 0; s < count; s++) {
                int at = (first + s) * hidden;
                int v = (first + s) * sites;
                outRe[first + s] = dot(signals.tanhRe(), at, u, s * hidden, hidden)
                        - dot(signals.tanhIm(), at, w, s * hidden, hidden)
                        + dot(signals.values(), v, xRe, 0, visible());
                outIm[first + s] = dot(signals.tanhRe(), at, w, s * hidden, hidden)
                        + dot(signals.tanhIm(), at, u, s * hidden, hidden)
                        + dot(signals.values(), v, xIm, 0, visible());
            }
        });
    }

    private static double dot(double[] x, int xAt, double[] y, int yAt, int length) {
        return Kernels.best().dot(x, xAt, y, yAt, length);
    }

    /** What each tanh is multiplied by: b_j + Σ_i W_ji v_i of the vector x, real. */
    private double[] inner(int first, int count, double[] x) {
        double[] u = new double[count * hidden];
        for (int s = 0; s < count; s++) {
            System.arraycopy(x, visible(), u, s * hidden, hidden);
        }
        Blas.gemm(
                false,
                true,
                count,
                hidden,
                sites,
                1,
                signals.values(),
                first * sites,
                sites,
                x,
                visible() + hidden,
                sites,
                1,
                u,
                0,
                hidden);
        return u;
    }

    @Override
    public void adjoint(double[] yRe, double[] yIm, double[] outRe, double[] outIm, Workers workers) {
        int n = rows();
        // conj(T) y, (n, M): by hidden biases it is summed over the rows, by weights it meets the values.
        double[] re = new double[n * hidden];
        double[] im = new double[n * hidden];
        workers.forEach(Math.ceilDiv(n, ROWS), block -> {
            for (int s = block * ROWS; s < Math.min(n, (block + 1) * ROWS); s++) {
                for (int j = s * hidden; j < (s + 1) * hidden; j++) {
                    re[j] = signals.tanhRe()[j] * yRe[s] + signals.tanhIm()[j] * yIm[s];
                    im[j] = signals.tanhRe()[j] * yIm[s] - signals.tanhIm()[j] * yRe[s];
                }
            }
        });
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        columnSums(yRe, signals.values(), sites, visible(), outRe, 0);
        columnSums(yIm, signals.values(), sites, visible(), outIm, 0);
        columnSums(ones, re, hidden, hidden, outRe, visible());
        columnSums(ones, im, hidden, hidden, outIm, visible());
        workers.forEach(2 * Math.ceilDiv(hidden, UNITS), task -> {
            int first = task / 2 * UNITS;
            double[] signal = task % 2 == 0 ? re : im;
            double[] target = task % 2 == 0 ? outRe : outIm;
            int count = Math.min(UNITS, hidden - first);
            Blas.gemm(
                    true,
                    false,
                    count,
                    sites,
                    n,
                    1,
                    signal,
                    first,
                    hidden,
                    signals.values(),
                    0,
                    sites,
                    0,
                    target,
                    visible() + hidden + first * sites,
                    sites);
        });
    }

    private void columnSums(double[] y, double[] x, int stride, int width, double[] out, int at) {
        if (width > 0) {
            Blas.gemm(false, false, 1, width, rows(), 1, y, 0, rows(), x, 0, stride, 0, out, at, width);
        }
    }
}

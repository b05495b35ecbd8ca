package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.parallel.Workers;

/**
 * Derivatives of a real machine of free weights: v_i by a_i, t_j = tanh θ_j by b_j, t_j v_i by W_ji. So with V and T of rows v and t,
 * O Oᵀ = (V Vᵀ + 1) ∘ (T Tᵀ + ι) − ι, where ι is 1 with a visible bias and 0 without, and O itself is never needed.
 */
record RbmDerivatives(HiddenUnits.Signals signals, int sites, int hidden, boolean visibleBias)
        implements LogDerivatives {
    /** Rows of one task of the workers. */
    private static final int ROWS = 128;
    /** Hidden units of one task of the workers. */
    private static final int UNITS = 32;

    @Override
    public Codomain codomain() {
        return Codomain.REAL;
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
        int to = 0;
        for (int s = first; s < first + count; s++) {
            System.arraycopy(signals.values(), s * sites, re, to, visible());
            to += visible();
            System.arraycopy(signals.tanh(), s * hidden, re, to, hidden);
            to += hidden;
            for (int j = 0; j < hidden; j++) {
                double t = signals.tanh()[s * hidden + j];
                for (int i = 0; i < sites; i++) {
                    re[to++] = t * signals.values()[s * sites + i];
                }
            }
        }
    }

    @Override
    public double gramMultiplications() {
        double n = rows();
        return 0.5 * n * n * (sites + hidden);
    }

    @Override
    public void gram(double[] re, double[] im, Workers workers) {
        int n = rows();
        double iota = visibleBias ? 1 : 0;
        GramTiles.forEach(n, workers, (row, rows, column, columns) -> {
            double[] overlaps = new double[rows * columns];
            Arrays.fill(overlaps, 1);
            outer(signals.values(), sites, row, rows, column, columns, 1, overlaps, 0, columns);
            for (int i = row; i < row + rows; i++) {
                Arrays.fill(re, i * n + column, i * n + column + columns, iota);
            }
            outer(signals.tanh(), hidden, row, rows, column, columns, 1, re, row * n + column, n);
            for (int i = 0; i < rows; i++) {
                int at = (row + i) * n + column;
                Kernels.best().schur(overlaps, i * columns, re, at, columns);
                for (int j = at; j < at + columns; j++) {
                    re[j] -= iota;
                }
            }
        });
    }

    /** target = x xᵀ + beta target. */
    private static void outer(
            double[] x,
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
                1,
                x,
                row * width,
                width,
                x,
                column * width,
                width,
                beta,
                target,
                at,
                stride);
    }

    @Override
    public long bytes() {
        // Values, twice in the adjoint, and hyperbolic tangents.
        return (long) Double.BYTES * rows() * (2L * sites + hidden);
    }

    @Override
    public void product(double[] xRe, double[] xIm, double[] outRe, double[] outIm, Workers workers) {
        int weights = visible() + hidden;
        workers.forEach(Math.ceilDiv(rows(), ROWS), block -> {
            int first = block * ROWS;
            int count = Math.min(ROWS, rows() - first);
            double[] u = new double[count * hidden];
            for (int s = 0; s < count; s++) {
                System.arraycopy(xRe, visible(), u, s * hidden, hidden);
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
                    xRe,
                    weights,
                    sites,
                    1,
                    u,
                    0,
                    hidden);
            for (int s = 0; s < count; s++) {
                double sum = Kernels.best().dot(signals.tanh(), (first + s) * hidden, u, s * hidden, hidden);
                outRe[first + s] = sum + Kernels.best().dot(signals.values(), (first + s) * sites, xRe, 0, visible());
            }
        });
    }

    @Override
    public void adjoint(double[] yRe, double[] yIm, double[] outRe, double[] outIm, Workers workers) {
        int weights = visible() + hidden;
        int n = rows();
        column(yRe, signals.values(), visible(), sites, outRe, 0);
        column(yRe, signals.tanh(), hidden, hidden, outRe, visible());
        double[] weighted = new double[n * sites];
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < sites; i++) {
                weighted[s * sites + i] = yRe[s] * signals.values()[s * sites + i];
            }
        }
        workers.forEach(Math.ceilDiv(hidden, UNITS), block -> {
            int first = block * UNITS;
            int count = Math.min(UNITS, hidden - first);
            Blas.gemm(
                    true,
                    false,
                    count,
                    sites,
                    n,
                    1,
                    signals.tanh(),
                    first,
                    hidden,
                    weighted,
                    0,
                    sites,
                    0,
                    outRe,
                    weights + first * sites,
                    sites);
        });
    }

    private void column(double[] y, double[] x, int width, int stride, double[] out, int at) {
        if (width > 0) {
            Blas.gemm(false, false, 1, width, rows(), 1, y, 0, rows(), x, 0, stride, 0, out, at, width);
        }
    }
}

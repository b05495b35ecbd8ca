package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.parallel.Workers;

/**
 * Derivatives Σ_{(i,j) in class k} v_i v_j, which are real. If each pair is a class of its own, O Oᵀ has the elements ((v·v')² − Σ_i v_i²
 * v'_i²)/2; products are quadratic forms.
 *
 * @param values (n, N)
 * @param everyPair whether each pair is a class of its own
 */
record JastrowDerivatives(Jastrow jastrow, int rows, double[] values, boolean everyPair) implements LogDerivatives {
    private static final double[] NONE = new double[0];
    private static final int ROWS = 128;

    @Override
    public Codomain codomain() {
        return jastrow.codomain();
    }

    @Override
    public int columns() {
        return jastrow.classes().size();
    }

    private int sites() {
        return jastrow.space().sites();
    }

    private boolean complex() {
        return jastrow.complex();
    }

    @Override
    public void rows(int first, int count, double[] re, double[] im) {
        for (int s = 0; s < count; s++) {
            int v = (first + s) * sites();
            for (int k = 0; k < columns(); k++) {
                double sum = 0;
                for (int[] pair : jastrow.classes().get(k)) {
                    sum += values[v + pair[0]] * values[v + pair[1]];
                }
                re[s * columns() + k] = sum;
            }
        }
        if (complex()) {
            Arrays.fill(im, 0, count * columns(), 0);
        }
    }

    @Override
    public void gram(double[] re, double[] im, Workers workers) {
        if (everyPair) {
            pairGram(re, workers);
        } else {
            double[] o = new double[rows * columns()];
            double[] zero = new double[complex() ? o.length : 0];
            rows(0, rows, o, zero);
            new StoredDerivatives(Codomain.REAL, rows, columns(), o, NONE).gram(re, NONE, workers);
        }
        if (complex()) {
            Arrays.fill(im, 0, rows * rows, 0);
        }
    }

    @Override
    public double gramMultiplications() {
        double n = rows;
        return n * n * (everyPair ? sites() : 0.5 * columns());
    }

    private void pairGram(double[] re, Workers workers) {
        int n = sites();
        double[] squares = new double[rows * n];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = values[i] * values[i];
        }
        GramTiles.forEach(rows, workers, (row, height, column, width) -> {
            int at = row * rows + column;
            double[] same = new double[height * width];
            Blas.gemm(false, true, height, width, n, 1, values, row * n, n, values, column * n, n, 0, re, at, rows);
            Blas.gemm(false, true, height, width, n, 1, squares, row * n, n, squares, column * n, n, 0, same, 0, width);
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    double overlap = re[at + i * rows + j];
                    re[at + i * rows + j] = 0.5 * (overlap * overlap - same[i * width + j]);
                }
            }
        });
    }

    @Override
    public long bytes() {
        long parts = complex() ? 2 : 1;
        return (long) Double.BYTES * rows * (2L * sites() + (everyPair ? 0 : parts * columns()));
    }

    @Override
    public void product(double[] xRe, double[] xIm, double[] outRe, double[] outIm, Workers workers) {
        quadratic(xRe, outRe, workers);
        if (complex()) {
            quadratic(xIm, outIm, workers);
        }
    }

    private void quadratic(double[] x, double[] out, Workers workers) {
        PairField form = new PairField(sites(), NONE, jastrow.couplings(x, 0));
        workers.forEach(Math.ceilDiv(rows, ROWS), block -> {
            int first = block * ROWS;
            int count = Math.min(ROWS, rows - first);
            form.evaluate(Arrays.copyOfRange(values, first * sites(), (first + count) * sites()), count, out, first);
        });
    }

    @Override
    public void adjoint(double[] yRe, double[] yIm, double[] outRe, double[] outIm, Workers workers) {
        moments(yRe, outRe);
        if (complex()) {
            moments(yIm, outIm);
        }
    }

    /** Σ_s y_s v_i v_j, summed over the pairs of each class. */
    private void moments(double[] y, double[] out) {
        int n = sites();
        double[] weighted = new double[rows * n];
        for (int s = 0; s < rows; s++) {
            for (int i = 0; i < n; i++) {
                weighted[s * n + i] = y[s] * values[s * n + i];
            }
        }
        double[] moments = new double[n * n];
        Blas.gemm(true, false, n, n, rows, 1, weighted, 0, n, values, 0, n, 0, moments, 0, n);
        for (int k = 0; k < columns(); k++) {
            double sum = 0;
            for (int[] pair : jastrow.classes().get(k)) {
                sum += moments[pair[0] * n + pair[1]];
            }
            out[k] = sum;
        }
    }
}

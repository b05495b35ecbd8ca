package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.parallel.Workers;

/**
 * Derivatives of log ψ = f + i g, where f and g are real and share no parameter: O = (O_f, i O_g), so that the stacked matrix of real and
 * imaginary parts is block-diagonal.
 */
record ModulusPhaseDerivatives(LogDerivatives f, LogDerivatives g) implements LogDerivatives {
    private static final double[] NONE = new double[0];

    @Override
    public Codomain codomain() {
        return Codomain.COMPLEX;
    }

    @Override
    public int rows() {
        return f.rows();
    }

    @Override
    public int columns() {
        return f.columns() + g.columns();
    }

    @Override
    public void rows(int first, int count, double[] re, double[] im) {
        Arrays.fill(re, 0, count * columns(), 0);
        Arrays.fill(im, 0, count * columns(), 0);
        double[] ofF = new double[count * f.columns()];
        double[] ofG = new double[count * g.columns()];
        f.rows(first, count, ofF, NONE);
        g.rows(first, count, ofG, NONE);
        for (int s = 0; s < count; s++) {
            System.arraycopy(ofF, s * f.columns(), re, s * columns(), f.columns());
            System.arraycopy(ofG, s * g.columns(), im, s * columns() + f.columns(), g.columns());
        }
    }

    @Override
    public void gram(double[] re, double[] im, Workers workers) {
        int n = rows();
        Arrays.fill(re, 0, 4 * n * n, 0);
        double[] block = new double[n * n];
        f.gram(block, NONE, workers);
        for (int s = 0; s < n; s++) {
            System.arraycopy(block, s * n, re, s * 2 * n, n);
        }
        g.gram(block, NONE, workers);
        for (int s = 0; s < n; s++) {
            System.arraycopy(block, s * n, re, (n + s) * 2 * n + n, n);
        }
    }

    @Override
    public double gramMultiplications() {
        return f.gramMultiplications() + g.gramMultiplications();
    }

    @Override
    public long bytes() {
        return f.bytes() + g.bytes() + (long) Double.BYTES * rows() * rows();
    }

    @Override
    public void product(double[] xRe, double[] xIm, double[] outRe, double[] outIm, Workers workers) {
        f.product(Arrays.copyOf(xRe, f.columns()), NONE, outRe, NONE, workers);
        g.product(Arrays.copyOfRange(xRe, f.columns(), columns()), NONE, outIm, NONE, workers);
    }

    @Override
    public void adjoint(double[] yRe, double[] yIm, double[] outRe, double[] outIm, Workers workers) {
        double[] ofG = new double[g.columns()];
        f.adjoint(yRe, NONE, outRe, NONE, workers);
        // Re conj(i O_g) y = O_g Im y.
        g.adjoint(yIm, NONE, ofG, NONE, workers);
        System.arraycopy(ofG, 0, outRe, f.columns(), ofG.length);
    }
}

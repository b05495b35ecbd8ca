package org.ketwork.wavefunction.network;

import org.ketwork.neural.derivative.NetworkJacobian;
import org.ketwork.neural.derivative.TangentKernel;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.LogDerivatives;

/** Derivatives of log |ψ| and of the phase, which are the real and the imaginary part of O, through the maps of the layers. */
record NetworkDerivatives(Codomain codomain, NetworkJacobian jacobian) implements LogDerivatives {
    @Override
    public int rows() {
        return jacobian.rows();
    }

    @Override
    public int columns() {
        return jacobian.columns();
    }

    private boolean real() {
        return codomain == Codomain.REAL;
    }

    @Override
    public void rows(int first, int count, double[] re, double[] im) {
        jacobian.rows(first, count, real() ? new double[][] {re} : new double[][] {re, im});
    }

    /** With both parts of O as the two outputs of one network, R Rᵀ is the tangent kernel. */
    @Override
    public void gram(double[] re, double[] im, Workers workers) {
        TangentKernel.write(jacobian, re, workers);
    }

    @Override
    public double gramMultiplications() {
        return TangentKernel.multiplications(jacobian);
    }

    @Override
    public long bytes() {
        return Double.BYTES * Math.max(TangentKernel.numbers(jacobian), jacobian.adjointNumbers());
    }

    @Override
    public void product(double[] xRe, double[] xIm, double[] outRe, double[] outIm, Workers workers) {
        if (real()) {
            jacobian.product(xRe, outRe, workers);
            return;
        }
        double[] pairs = new double[2 * rows()];
        jacobian.product(xRe, pairs, workers);
        for (int s = 0; s < rows(); s++) {
            outRe[s] = pairs[2 * s];
            outIm[s] = pairs[2 * s + 1];
        }
    }

    /** Re Σ conj(O) y = Σ Re O Re y + Im O Im y. */
    @Override
    public void adjoint(double[] yRe, double[] yIm, double[] outRe, double[] outIm, Workers workers) {
        if (real()) {
            jacobian.adjoint(yRe, outRe, workers);
            return;
        }
        double[] pairs = new double[2 * rows()];
        for (int s = 0; s < rows(); s++) {
            pairs[2 * s] = yRe[s];
            pairs[2 * s + 1] = yIm[s];
        }
        jacobian.adjoint(pairs, outRe, workers);
    }
}

package org.ketwork.wavefunction.reconfiguration;

import java.util.Arrays;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.wavefunction.sampler.Sample;

/**
 * The eigenvalues, ascending, and eigenvectors, in columns, of a metric or of a Gram matrix.
 *
 * @param im empty if the matrix is real
 */
record Spectrum(int n, double[] values, double[] re, double[] im) {
    /** The power of the smooth cut-offs (Schmitt and Heyl, Phys. Rev. Lett. 125, 100503 (2020)). */
    private static final int STEEPNESS = 6;

    /** Of the matrix with this lower triangle; the arrays may be longer. */
    static Spectrum of(int n, double[] lowerRe, double[] lowerIm) {
        double[] re = Arrays.copyOf(lowerRe, n * n);
        double[] im = Arrays.copyOf(lowerIm, lowerIm.length == 0 ? 0 : n * n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                re[j * n + i] = re[i * n + j];
                if (im.length > 0) {
                    im[j * n + i] = -im[i * n + j];
                }
            }
        }
        if (!Double.isFinite(SampleEquations.trace(n, re))) {
            throw new UnsolvableStepException("the derivatives of the wavefunction are not finite");
        }
        double[] values = new double[n];
        if (im.length == 0) {
            Blas.kernels().symmetricEigen(n, re, values, true);
        } else {
            Blas.kernels().hermitianEigen(n, re, im, values, true);
        }
        return new Spectrum(n, values, re, im);
    }

    private boolean isReal() {
        return im.length == 0;
    }

    /**
     * The regularised inverse times a vector.
     *
     * @param ratios of signal to noise of each component; empty if there is no noise
     * @param y imaginary part, not read if the matrix is real
     */
    Change solve(Regularisation regularisation, double cutoff, double[] ratios, double[] x, double[] y) {
        double[] factors = new double[n];
        double largest = n == 0 ? 0 : values[n - 1];
        for (int k = 0; k < n; k++) {
            // Below zero there is rounding only.
            if (values[k] > 0) {
                factors[k] = 1 / (values[k] * (1 + Math.pow(cutoff * largest / values[k], STEEPNESS)));
            }
            if (ratios.length > 0 && regularisation instanceof SignalToNoise noise) {
                factors[k] *= ratios[k] > 0 ? 1 / (1 + Math.pow(noise.least() / ratios[k], STEEPNESS)) : 0;
            }
        }
        return filtered(factors, x, y);
    }

    /** The matrix times a vector. */
    Change times(double[] x, double[] y) {
        return filtered(values, x, y);
    }

    private Change filtered(double[] factors, double[] x, double[] y) {
        Change c = components(x, y);
        for (int k = 0; k < n; k++) {
            c.re()[k] *= factors[k];
            c.im()[k] *= factors[k];
        }
        double[] outRe = new double[n];
        double[] outIm = new double[n];
        multiply(false, 1, re, c.re(), outRe);
        if (!isReal()) {
            multiply(false, -1, im, c.im(), outRe);
            multiply(false, 1, re, c.im(), outIm);
            multiply(false, 1, im, c.re(), outIm);
        }
        return new Change(outRe, outIm);
    }

    /** U† times a vector. */
    Change components(double[] x, double[] y) {
        double[] outRe = new double[n];
        double[] outIm = new double[n];
        multiply(true, 1, re, x, outRe);
        if (!isReal()) {
            multiply(true, 1, im, y, outRe);
            multiply(true, 1, re, y, outIm);
            multiply(true, -1, im, x, outIm);
        }
        return new Change(outRe, outIm);
    }

    private void multiply(boolean transpose, double alpha, double[] a, double[] x, double[] y) {
        Blas.kernels().gemv(transpose, n, n, alpha, a, 0, n, x, 0, y, 0);
    }

    /**
     * For a spectrum of X X†: the ratio of the components of the force along each direction to their standard errors over the draws. The
     * component is the mean of conj(U_sk) r_s / w_s, up to a factor that cancels.
     */
    double[] signalToNoise(Sample sample, int parts, double[] x, double[] y) {
        double[] first = new double[n];
        double[] firstIm = new double[n];
        double[] second = new double[n];
        int rows = n / parts;
        for (int s = 0; s < rows; s++) {
            for (int k = 0; k < n; k++) {
                double qRe = 0;
                double qIm = 0;
                for (int i = s; i < n; i += rows) {
                    double u = re[i * n + k];
                    qRe += u * x[i];
                    if (!isReal()) {
                        double v = im[i * n + k];
                        qRe += v * y[i];
                        qIm += u * y[i] - v * x[i];
                    }
                }
                first[k] += qRe;
                firstIm[k] += qIm;
                second[k] += (qRe * qRe + qIm * qIm) / sample.weights()[s];
            }
        }
        return ratios(sample.draws(), first, firstIm, second);
    }

    /** |mean| / √(variance / draws). */
    static double[] ratios(long draws, double[] meanRe, double[] meanIm, double[] meanSquare) {
        double[] ratios = new double[meanRe.length];
        for (int k = 0; k < ratios.length; k++) {
            double signal = meanRe[k] * meanRe[k] + meanIm[k] * meanIm[k];
            double variance = Math.max(0, meanSquare[k] - signal);
            ratios[k] = signal == 0 ? 0 : Math.sqrt(signal * draws / variance);
        }
        return ratios;
    }
}

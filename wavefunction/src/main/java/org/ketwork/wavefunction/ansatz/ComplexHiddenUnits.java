package org.ketwork.wavefunction.ansatz;

import java.util.Optional;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/** {@link HiddenUnits} with complex weights. */
final class ComplexHiddenUnits {
    /** Configurations evaluated at once. */
    private static final int BLOCK = 256;
    /** Factors 1 + e^{−2z}, of which none is smaller than about 1e-16, that are multiplied before a logarithm is taken. */
    private static final int FACTORS = 8;

    private final StateSpace space;
    private final int units;
    private final OddsTable.Split weights;
    private final OddsTable.Split hiddenBias;
    private final OddsTable.Split visibleBias;
    private final Optional<OddsTable> table;

    /**
     * @param weights (M, N)
     * @param hiddenBias of length M
     * @param visibleBias of length N; empty for none
     */
    ComplexHiddenUnits(
            StateSpace space, OddsTable.Split weights, OddsTable.Split hiddenBias, OddsTable.Split visibleBias) {
        this.space = space;
        this.units = hiddenBias.re().length;
        this.weights = weights;
        this.hiddenBias = hiddenBias;
        this.visibleBias = visibleBias;
        double largest = OddsTable.largestAngle(space, weights.re(), hiddenBias.re());
        this.table = OddsTable.fits(largest)
                ? Optional.of(OddsTable.of(
                        space, weights.re(), weights.im(), visibleBias.re(), visibleBias.im(), units, largest))
                : Optional.empty();
    }

    StateSpace space() {
        return space;
    }

    OddsTable.Split weights() {
        return weights;
    }

    OddsTable.Split hiddenBias() {
        return hiddenBias;
    }

    /** Walkers by odds; none if the angles are so large that odds overflow. */
    Optional<ComplexOddsWalkers> walkers(Configurations start) {
        return table.map(odds -> new ComplexOddsWalkers(this, odds, start));
    }

    void logAmplitudes(Configurations at, double[] logModulus, double[] phase) {
        int most = Math.min(BLOCK, at.rows());
        double[] values = new double[most * at.sites()];
        double[] x = new double[most * units];
        double[] y = new double[most * units];
        double[] modulus = new double[most * units];
        for (int first = 0; first < at.rows(); first += BLOCK) {
            int count = Math.min(BLOCK, at.rows() - first);
            at.values(first, count, values);
            angles(values, count, x, y);
            fold(x, y, modulus, count * units);
            for (int s = 0; s < count; s++) {
                sum(x, y, modulus, s * units, first + s, logModulus, phase);
                if (visibleBias.re().length > 0) {
                    logModulus[first + s] +=
                            Kernels.best().dot(visibleBias.re(), 0, values, s * at.sites(), at.sites());
                    phase[first + s] += Kernels.best().dot(visibleBias.im(), 0, values, s * at.sites(), at.sites());
                }
            }
        }
    }

    /** Writes Re θ and Im θ of shape (count, M). */
    private void angles(double[] values, int count, double[] x, double[] y) {
        angles(values, count, weights.re(), hiddenBias.re(), x);
        angles(values, count, weights.im(), hiddenBias.im(), y);
    }

    private void angles(double[] values, int count, double[] w, double[] b, double[] angles) {
        int sites = space.sites();
        for (int s = 0; s < count; s++) {
            System.arraycopy(b, 0, angles, s * units, units);
        }
        Blas.gemm(false, true, count, units, sites, 1, values, 0, sites, w, 0, sites, 1, angles, 0, units);
    }

    /** Replaces angles of negative real part by their opposites, which changes no hyperbolic cosine, and writes e^{−2 Re θ}. */
    private static void fold(double[] x, double[] y, double[] modulus, int length) {
        for (int i = 0; i < length; i++) {
            y[i] = x[i] < 0 ? -y[i] : y[i];
            x[i] = Math.abs(x[i]);
            modulus[i] = -2 * x[i];
        }
        Kernels.best().exp(modulus, 0, modulus, 0, length);
    }

    /** Σ log 2cosh z = Σ z + log(1 + e^{−2z}). */
    private void sum(double[] x, double[] y, double[] modulus, int from, int row, double[] logModulus, double[] phase) {
        double log = 0;
        double turn = 0;
        double re = 1;
        double im = 0;
        for (int j = 0; j < units; j++) {
            log += x[from + j];
            turn += y[from + j];
            double termRe = 1 + modulus[from + j] * Math.cos(2 * y[from + j]);
            double termIm = -modulus[from + j] * Math.sin(2 * y[from + j]);
            double old = re;
            re = old * termRe - im * termIm;
            im = old * termIm + im * termRe;
            if (j % FACTORS == FACTORS - 1 || j == units - 1) {
                log += 0.5 * Math.log(re * re + im * im);
                turn += Math.atan2(im, re);
                re = 1;
                im = 0;
            }
        }
        logModulus[row] = log;
        phase[row] = turn;
    }

    /** The values v of all rows, (n, N), and tanh θ, (n, M). */
    record Signals(int rows, double[] values, double[] tanhRe, double[] tanhIm) {}

    Signals signals(Configurations at, Workers workers) {
        int sites = at.sites();
        double[] values = new double[at.rows() * sites];
        double[] tanhRe = new double[at.rows() * units];
        double[] tanhIm = new double[at.rows() * units];
        workers.forEach(Math.ceilDiv(at.rows(), BLOCK), block -> {
            int first = block * BLOCK;
            int count = Math.min(BLOCK, at.rows() - first);
            double[] some = new double[count * sites];
            double[] x = new double[count * units];
            double[] y = new double[count * units];
            double[] modulus = new double[count * units];
            at.values(first, count, some);
            System.arraycopy(some, 0, values, first * sites, some.length);
            angles(some, count, x, y);
            double[] sign = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                sign[i] = x[i] < 0 ? -1 : 1;
            }
            fold(x, y, modulus, x.length);
            for (int i = 0; i < x.length; i++) {
                // tanh z = (1 − w) / (1 + w) with w = e^{−2z}.
                double re = modulus[i] * Math.cos(2 * y[i]);
                double im = -modulus[i] * Math.sin(2 * y[i]);
                double norm = (1 + re) * (1 + re) + im * im;
                tanhRe[first * units + i] = sign[i] * (1 - modulus[i] * modulus[i]) / norm;
                tanhIm[first * units + i] = sign[i] * -2 * im / norm;
            }
        });
        return new Signals(at.rows(), values, tanhRe, tanhIm);
    }
}

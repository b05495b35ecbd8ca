package org.ketwork.wavefunction.excited;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/** Ratios of the amplitudes of two wavefunctions, divided by a common factor that keeps them within the range of numbers. */
final class Overlap {
    private static final int BLOCK = 256;

    private final double[] logModulus;
    private final double[] phase;

    /** log of upper(σ)/lower(σ) at each configuration. */
    Overlap(Wavefunction upper, Wavefunction lower, Configurations at, Workers workers) {
        logModulus = new double[at.rows()];
        phase = new double[at.rows()];
        workers.forEach(Math.ceilDiv(at.rows(), BLOCK), block -> {
            int first = block * BLOCK;
            int count = Math.min(BLOCK, at.rows() - first);
            Configurations some = at.slice(first, count);
            double[] upperModulus = new double[count];
            double[] upperPhase = new double[count];
            double[] lowerModulus = new double[count];
            double[] lowerPhase = new double[count];
            upper.logAmplitudes(some, upperModulus, upperPhase);
            lower.logAmplitudes(some, lowerModulus, lowerPhase);
            for (int s = 0; s < count; s++) {
                logModulus[first + s] = upperModulus[s] - lowerModulus[s];
                phase[first + s] = upperPhase[s] - lowerPhase[s];
            }
        });
    }

    /** The largest log-modulus of a ratio. */
    double scale() {
        double scale = Double.NEGATIVE_INFINITY;
        for (double log : logModulus) {
            scale = Math.max(scale, log);
        }
        return scale;
    }

    double re(int row, double scale) {
        return Math.exp(logModulus[row] - scale) * Math.cos(phase[row]);
    }

    double im(int row, double scale) {
        return Math.exp(logModulus[row] - scale) * Math.sin(phase[row]);
    }
}

package org.ketwork.wavefunction.sampler;

import java.util.Arrays;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.wavefunction.ansatz.LogAmplitudes;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/** The probabilities |ψ|²/Σ|ψ|² over a list of configurations. */
final class Probabilities {
    private Probabilities() {}

    static double[] of(Wavefunction wavefunction, Configurations all, Workers workers) {
        double[] p = LogAmplitudes.of(wavefunction, all, workers).logModulus();
        double most = Double.NEGATIVE_INFINITY;
        for (double logModulus : p) {
            most = Math.max(most, logModulus);
        }
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.exp(2 * (p[i] - most));
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    /** An exact sample of the configurations whose probability is not zero. */
    static Sample possible(Configurations all, double[] probabilities) {
        int n = all.sites();
        byte[] levels = new byte[all.levels().length];
        double[] weights = new double[all.rows()];
        int rows = 0;
        for (int i = 0; i < all.rows(); i++) {
            // Also NaN is kept: a wavefunction that is broken must not pass as one that vanishes.
            if (probabilities[i] != 0) {
                System.arraycopy(all.levels(), i * n, levels, rows * n, n);
                weights[rows++] = probabilities[i];
            }
        }
        Configurations kept = new Configurations(all.space(), rows, Arrays.copyOf(levels, rows * n));
        return new Sample(kept, Arrays.copyOf(weights, rows), new int[0][]);
    }
}

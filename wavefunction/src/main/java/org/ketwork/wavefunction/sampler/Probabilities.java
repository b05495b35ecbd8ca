package org.ketwork.wavefunction.sampler;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/** The probabilities |ψ|²/Σ|ψ|² over a list of configurations. */
final class Probabilities {
    private static final int BLOCK = 1024;

    private Probabilities() {}

    static double[] of(Wavefunction wavefunction, Configurations all, Workers workers) {
        double[] p = new double[all.rows()];
        workers.forEach(Math.ceilDiv(all.rows(), BLOCK), block -> {
            int first = block * BLOCK;
            int rows = Math.min(BLOCK, all.rows() - first);
            double[] logModulus = new double[rows];
            wavefunction.logAmplitudes(all.slice(first, rows), logModulus, new double[rows]);
            System.arraycopy(logModulus, 0, p, first, rows);
        });
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
}

package org.ketwork.bridge.ensemble;

import org.ketwork.quantum.measure.Entropy;

/** Entropies of probability vectors, in nats. */
public final class Entropies {
    private Entropies() {}

    /** H = −Σ p ln p of probabilities or eigenvalues that sum to 1 up to rounding, which is kept from making it negative. */
    public static double shannon(double... probabilities) {
        return Math.max(0, Entropy.shannon(probabilities));
    }

    /** Σ p ln(p/q), infinite where q vanishes and p does not. */
    public static double relative(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            if (p[i] > 0) {
                sum += p[i] * Math.log(p[i] / q[i]);
            }
        }
        return sum;
    }
}

package org.ketwork.bridge.ensemble;

/** Entropies of probability vectors, in nats. */
public final class Entropies {
    private Entropies() {}

    /** −Σ p ln p, with 0 ln 0 = 0. */
    public static double shannon(double... probabilities) {
        double sum = 0;
        for (double p : probabilities) {
            if (p > 0) {
                sum -= p * Math.log(p);
            }
        }
        return Math.max(0, sum);
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

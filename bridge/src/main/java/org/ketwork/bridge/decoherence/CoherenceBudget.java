package org.ketwork.bridge.decoherence;

import org.ketwork.numerics.matrix.Matrix;

/**
 * The budget identity of 0/1 masks: Σ_{i≠j} C_ij = E[K(K−1)]/p, K the number of units kept, because K(K−1) counts the ordered pairs
 * that are kept together. Once the law of the mask size is fixed, coherence given to one pair is taken from others.
 */
public final class CoherenceBudget {
    private CoherenceBudget() {}

    /** Σ_{i≠j} C_ij, what a coherence matrix spends. */
    public static double spent(Matrix coherence) {
        double sum = 0;
        for (double c : coherence.data()) {
            sum += c;
        }
        return sum - coherence.trace();
    }

    /** E[K(K−1)]/p with p = E[K]/d, what a law of mask sizes allows; entry k of the law is P(K = k), for k = 0 to d. */
    public static double allowed(double[] sizeLaw) {
        double mean = 0;
        double pairs = 0;
        for (int k = 0; k < sizeLaw.length; k++) {
            mean += k * sizeLaw[k];
            pairs += (double) k * (k - 1) * sizeLaw[k];
        }
        return pairs * (sizeLaw.length - 1) / mean;
    }

    /**
     * The least coherence that all pairs of d units can share at keep probability p: the mask size then takes only the two whole
     * numbers next to pd. With p = 1/2 and d = 3 it is 1/3.
     */
    public static double leastEqualCoherence(int units, double keep) {
        double mean = keep * units;
        double whole = Math.floor(mean);
        double pairs = whole * (whole - 1) + 2 * (mean - whole) * whole;
        return pairs / (keep * units * (units - 1));
    }
}

package org.ketwork.quantum.measure;

/**
 * The inequality of a cycle of n two-valued readings of which only neighbours are made together: Σ γᵢ⟨AᵢAᵢ₊₁⟩ ≤ n − 2 for all signs γ
 * with an odd number of minuses, iff all readings have a joint distribution. n = 3 is the inequality of Leggett and Garg, n = 4
 * that of Clauser, Horne, Shimony and Holt, n = 5 that of Klyachko, Can, Binicioğlu and Shumovsky (Araújo, Quintino, Budroni,
 * Terra Cunha, Cabello, Phys. Rev. A 88, 022118, 2013, eqs. 2 to 4).
 */
public final class CycleInequality {
    private CycleInequality() {}

    /**
     * The largest left side over all admissible signs.
     *
     * @param correlations ⟨AᵢAᵢ₊₁⟩ around the cycle, at least 3, each in [−1, 1]
     */
    public static double value(double... correlations) {
        requireLength(correlations.length);
        double sum = 0;
        double smallest = Double.POSITIVE_INFINITY;
        boolean odd = false;
        for (double e : correlations) {
            sum += Math.abs(e);
            smallest = Math.min(smallest, Math.abs(e));
            odd ^= e < 0;
        }
        // The best signs are those of the correlations; if they have the wrong parity, the weakest one has to give way.
        return odd ? sum : sum - 2 * smallest;
    }

    /** n − 2. */
    public static double classicalBound(int n) {
        requireLength(n);
        return n - 2.0;
    }

    /**
     * What quantum systems reach where neighbouring readings do not disturb each other: n cos(π/n) for even n, (3n cos(π/n) − n)/(1 +
     * cos(π/n)) for odd n. For n = 3 that is the classical bound; readings of one system one after another, which do disturb each
     * other, reach {@link LeggettGarg#maximumOfChain}.
     */
    public static double quantumBound(int n) {
        requireLength(n);
        double cosine = Math.cos(Math.PI / n);
        return n % 2 == 0 ? n * cosine : (3 * n * cosine - n) / (1 + cosine);
    }

    private static void requireLength(int n) {
        if (n < 3) {
            throw new IllegalArgumentException("a cycle of readings needs at least 3 of them, got " + n);
        }
    }
}

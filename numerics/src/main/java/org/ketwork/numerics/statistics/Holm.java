package org.ketwork.numerics.statistics;

import org.ketwork.numerics.kernel.Sorting;

/** Holm's step-down adjustment for many tests (Scand. J. Statist. 6, 65, 1979). */
public final class Holm {
    private Holm() {}

    /**
     * Adjusted p-values, in the order of the given ones: rejecting those at most alpha keeps the family-wise error at alpha.
     *
     * @throws IllegalArgumentException if a p-value is not in [0, 1]
     */
    public static double[] adjust(double... p) {
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a p-value must be in [0, 1], got " + value);
            }
        }
        int[] order = Sorting.ascending(p);
        double[] adjusted = new double[p.length];
        double floor = 0;
        for (int i = 0; i < p.length; i++) {
            floor = Math.max(floor, Math.min(1, (p.length - i) * p[order[i]]));
            adjusted[order[i]] = floor;
        }
        return adjusted;
    }

    /** The smallest adjusted p-value: the family rejects one of its hypotheses exactly if this is at most alpha. */
    public static double least(double... p) {
        double least = 1;
        for (double adjusted : adjust(p)) {
            least = Math.min(least, adjusted);
        }
        return least;
    }
}

package org.ketwork.numerics.statistics;

/** Sizes of effects without units. */
public final class EffectSize {
    private EffectSize() {}

    /** Cohen's d of pairs: mean of the differences a - b over their standard deviation. */
    public static double cohenPaired(double[] a, double[] b) {
        throw new UnsupportedOperationException();
    }

    /** Cliff's delta P(a > b) - P(a < b) over all pairs of the two samples, in O(n log n). */
    public static double cliff(double[] a, double[] b) {
        throw new UnsupportedOperationException();
    }

    /** Matched-pairs rank-biserial correlation: (W+ - W-)/(W+ + W-) of the signed ranks of the differences a - b, zeros left out. */
    public static double rankBiserial(double[] a, double[] b) {
        throw new UnsupportedOperationException();
    }
}

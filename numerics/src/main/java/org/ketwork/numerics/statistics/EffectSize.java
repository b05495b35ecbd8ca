package org.ketwork.numerics.statistics;

import java.util.Arrays;

/** Sizes of effects without units. */
public final class EffectSize {
    private EffectSize() {}

    /** Cohen's d of pairs: mean of the differences a - b over their standard deviation. */
    public static double cohenPaired(double[] a, double[] b) {
        double[] differences = Samples.requireSize(Samples.differences(a, b), 2, "Cohen's d");
        double mean = Samples.mean(differences);
        return mean == 0 ? 0 : mean / Math.sqrt(Samples.variance(differences));
    }

    /** Cliff's delta P(a > b) - P(a < b) over all pairs of the two samples, in O(n log n). */
    public static double cliff(double[] a, double[] b) {
        Samples.requireSize(a, 1, "Cliff's delta");
        Samples.requireSize(b, 1, "Cliff's delta");
        double[] sorted = Samples.sorted(b);
        double sum = 0;
        for (double value : a) {
            sum += Samples.countBelow(sorted, value) - (b.length - Samples.countUpTo(sorted, value));
        }
        return sum / ((double) a.length * b.length);
    }

    /** Matched-pairs rank-biserial correlation: (W+ - W-)/(W+ + W-) of the signed ranks of the differences a - b, zeros left out. */
    public static double rankBiserial(double[] a, double[] b) {
        double[] differences =
                Arrays.stream(Samples.differences(a, b)).filter(d -> d != 0).toArray();
        if (differences.length == 0) {
            return 0;
        }
        double[] ranks = Samples.ranks(Arrays.stream(differences).map(Math::abs).toArray());
        double signed = 0;
        double total = 0;
        for (int i = 0; i < ranks.length; i++) {
            signed += Math.signum(differences[i]) * ranks[i];
            total += ranks[i];
        }
        return signed / total;
    }
}

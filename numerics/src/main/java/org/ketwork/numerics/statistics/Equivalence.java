package org.ketwork.numerics.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Two one-sided t-tests (Schuirmann, J. Pharmacokin. Biopharm. 15, 657, 1987): a small p says that the mean lies inside the margin.
 * The statistic is the smaller of the two t-values towards the inside, the p-value the larger of the two; the interval of the
 * effect is that at level 1 - 2 alpha = 0.90, which lies inside the margin exactly if the test rejects at alpha = 0.05.
 */
public final class Equivalence {
    private Equivalence() {}

    /** Is the mean inside (low, high)? */
    public static TestResult mean(double[] sample, double low, double high) {
        if (!(low < high)) {
            throw new IllegalArgumentException("a margin must have low < high, got (" + low + ", " + high + ")");
        }
        Estimate mean = Estimate.of(sample);
        double inside = Math.min(mean.mean() - low, high - mean.mean());
        double t = inside == 0 ? 0 : inside / mean.standardError();
        double p = TDistribution.of(mean.count() - 1.0).survivalProbability(t);
        return TestResult.of("two one-sided t-tests", t, p, "mean", mean.mean(), mean.interval(0.90));
    }

    /** Is the mean of a - b inside (-margin, margin)? */
    public static TestResult paired(double[] a, double[] b, double margin) {
        return mean(Samples.differences(a, b), -margin, margin);
    }
}

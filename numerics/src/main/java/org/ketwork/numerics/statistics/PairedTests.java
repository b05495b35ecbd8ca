package org.ketwork.numerics.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.inference.TTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * Tests on pairs (a_i, b_i) or on their differences a_i - b_i. {@link Alternative#GREATER} says that a is greater than b. Samples that
 * do not differ anywhere give p = 1.
 */
public final class PairedTests {
    private PairedTests() {}

    /** Student's t on the differences. Effect: mean difference, with its interval at 95 %. */
    public static TestResult t(double[] a, double[] b, Alternative alternative) {
        double[] differences = Samples.requireSize(Samples.differences(a, b), 2, "the paired t-test");
        Estimate mean = Estimate.of(differences);
        Interval interval = mean.interval(0.95);
        if (mean.standardError() == 0) {
            double t = mean.mean() == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, mean.mean());
            double p = t == 0 ? 1 : alternative.normalP(t);
            return TestResult.of("paired t-test", t, p, "mean difference", mean.mean(), interval);
        }
        TTest.Result result =
                TTest.withDefaults().with(alternative.hypothesis()).test(differences);
        return TestResult.of(
                "paired t-test", result.getStatistic(), result.getPValue(), "mean difference", mean.mean(), interval);
    }

    /** Student's t of the mean of one sample against an expected value. Effect: mean minus expected, with its interval at 95 %. */
    public static TestResult t(double[] sample, double expected, Alternative alternative) {
        double[] reference = new double[sample.length];
        Arrays.fill(reference, expected);
        return t(sample, reference, alternative);
    }

    /**
     * Wilcoxon's signed-rank test; differences of zero are ranked and then left out (Pratt, J. Amer. Statist. Assoc. 54, 655, 1959). Exact
     * without ties and zeros, else by the normal law with corrections for ties and continuity, which is rough for a handful of pairs.
     * Effect: matched-pairs rank-biserial correlation.
     */
    public static TestResult wilcoxon(double[] a, double[] b, Alternative alternative) {
        double[] differences = Samples.requireSize(Samples.differences(a, b), 1, "the signed-rank test");
        if (allZero(differences)) {
            return TestResult.of("Wilcoxon signed-rank test", 0, 1, "rank-biserial correlation", 0);
        }
        WilcoxonSignedRankTest.Result result = WilcoxonSignedRankTest.withDefaults()
                .with(alternative.hypothesis())
                .test(differences);
        return TestResult.of(
                "Wilcoxon signed-rank test",
                result.getStatistic(),
                Math.min(1, result.getPValue()),
                "rank-biserial correlation",
                EffectSize.rankBiserial(a, b));
    }

    /** Sign test; pairs of equal values are left out. Effect: share of positive differences, with its exact interval at 95 %. */
    public static TestResult sign(double[] a, double[] b, Alternative alternative) {
        double[] differences = Samples.requireSize(Samples.differences(a, b), 1, "the sign test");
        int positive = 0;
        int negative = 0;
        for (double difference : differences) {
            if (difference > 0) {
                positive++;
            } else if (difference < 0) {
                negative++;
            }
        }
        if (positive + negative == 0) {
            return TestResult.of("sign test", 0, 1, "share of positive differences", 0.5, new Interval(0, 1, 0.95));
        }
        TestResult binomial = new Proportion(positive, positive + negative).test(0.5, alternative);
        return new TestResult(
                "sign test",
                positive,
                binomial.p(),
                "share of positive differences",
                binomial.effect(),
                binomial.interval());
    }

    private static boolean allZero(double[] values) {
        for (double value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}

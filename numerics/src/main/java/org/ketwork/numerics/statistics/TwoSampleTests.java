package org.ketwork.numerics.statistics;

import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.TTest;

/** Tests on two independent samples. {@link Alternative#GREATER} says that the first tends to be greater than the second. */
public final class TwoSampleTests {
    private TwoSampleTests() {}

    /** Welch's t. Effect: difference of the means, with its interval at 95 %. */
    public static TestResult welch(double[] a, double[] b, Alternative alternative) {
        Samples.requireSize(a, 2, "Welch's t-test");
        Samples.requireSize(b, 2, "Welch's t-test");
        double difference = Samples.mean(a) - Samples.mean(b);
        double errorA = Samples.variance(a) / a.length;
        double errorB = Samples.variance(b) / b.length;
        double error = Math.sqrt(errorA + errorB);
        if (error == 0) {
            double t = difference == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, difference);
            return TestResult.of(
                    "Welch's t-test",
                    t,
                    t == 0 ? 1 : alternative.normalP(t),
                    "difference of means",
                    difference,
                    new Interval(difference, difference, 0.95));
        }
        TTest.Result result =
                TTest.withDefaults().with(alternative.hypothesis()).test(a, b);
        double half = error * Quantiles.student(result.getDegreesOfFreedom(), 0.95);
        return TestResult.of(
                "Welch's t-test",
                result.getStatistic(),
                result.getPValue(),
                "difference of means",
                difference,
                new Interval(difference - half, difference + half, 0.95));
    }

    /**
     * Mann and Whitney's U. Exact for small samples without ties, else by the normal law with corrections for ties and continuity. Effect:
     * Cliff's delta P(a > b) - P(a < b).
     */
    public static TestResult mannWhitney(double[] a, double[] b, Alternative alternative) {
        Samples.requireSize(a, 1, "the Mann-Whitney test");
        Samples.requireSize(b, 1, "the Mann-Whitney test");
        double delta = EffectSize.cliff(a, b);
        double u = (delta + 1) / 2 * a.length * b.length;
        if (Samples.sorted(a)[0] == Samples.sorted(b)[b.length - 1]
                && Samples.sorted(b)[0] == Samples.sorted(a)[a.length - 1]) {
            return TestResult.of("Mann-Whitney test", u, 1, "Cliff's delta", delta);
        }
        MannWhitneyUTest.Result result =
                MannWhitneyUTest.withDefaults().with(alternative.hypothesis()).test(a, b);
        return TestResult.of(
                "Mann-Whitney test", result.getStatistic(), Math.min(1, result.getPValue()), "Cliff's delta", delta);
    }

    /** Kolmogorov and Smirnov's two-sample test, two-sided. Effect: the largest distance of the distribution functions. */
    public static TestResult kolmogorovSmirnov(double[] a, double[] b) {
        Samples.requireSize(a, 2, "the Kolmogorov-Smirnov test");
        Samples.requireSize(b, 2, "the Kolmogorov-Smirnov test");
        KolmogorovSmirnovTest.TwoResult result =
                KolmogorovSmirnovTest.withDefaults().test(a, b);
        return TestResult.of(
                "Kolmogorov-Smirnov test",
                result.getStatistic(),
                Math.clamp(result.getPValue(), 0, 1),
                "largest distance of the distribution functions",
                result.getStatistic());
    }
}

package org.ketwork.numerics.statistics;

import java.util.Arrays;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/**
 * Is there an interior optimum? Risks of replicates over a grid of levels, all replicates under common random numbers. Even
 * replicates choose the level k of least mean risk; odd replicates test R(k) &lt; R(first) and R(k) &lt; R(last), each at alpha, and
 * both must hold (intersection-union: no correction needed, Berger, Technometrics 24, 295, 1982). Choosing and testing on the
 * same replicates would find an interior optimum in most flat curves.
 *
 * @param levels the grid, ascending
 * @param meanRisk mean over all replicates at each level
 * @param chosen index of the level that the first half chose
 * @param againstFirst one-sided paired test of the chosen level against the first one, on the second half
 * @param againstLast the same against the last level
 * @param p the larger of the two p-values; 1 if the chosen level is an end
 * @param alpha significance level
 * @param location the level of least mean risk over all replicates: between levels, the vertex of the parabola through the
 *     least mean and its two neighbours
 * @param locationInterval bootstrap percentile interval at 95 % of that location, replicates resampled whole
 * @param effect how much better the chosen level is than the better end, in standard deviations of the paired differences of
 *     the second half (Cohen's d)
 * @param twoLines Simonsohn's second opinion
 */
public record InteriorOptimum(
        double[] levels,
        double[] meanRisk,
        int chosen,
        TestResult againstFirst,
        TestResult againstLast,
        double p,
        double alpha,
        double location,
        Interval locationInterval,
        double effect,
        TwoLines twoLines) {
    private static final int RESAMPLES = 2000;

    /** The test on pairs used against each end. */
    public enum Pairing {
        T,
        WILCOXON;

        TestResult less(double[] a, double[] b) {
            return switch (this) {
                case T -> PairedTests.t(a, b, Alternative.LESS);
                case WILCOXON -> PairedTests.wilcoxon(a, b, Alternative.LESS);
            };
        }
    }

    /** The whole test with the t-test. */
    public static InteriorOptimum of(double[] levels, double[][] risks, double alpha, RandomAddress address) {
        return of(levels, risks, alpha, Pairing.T, address);
    }

    /**
     * The whole test.
     *
     * @param levels ascending grid of at least 3 levels (19 or more for a real decision)
     * @param risks [replicate][level], at least 6 replicates
     */
    public static InteriorOptimum of(
            double[] levels, double[][] risks, double alpha, Pairing pairing, RandomAddress address) {
        validate(levels, risks, alpha);
        Decision decision = decide(risks, pairing);
        double[] mean = means(risks);
        return new InteriorOptimum(
                levels.clone(),
                mean,
                decision.chosen,
                decision.againstFirst,
                decision.againstLast,
                decision.p(),
                alpha,
                minimum(levels, mean),
                locationInterval(levels, risks, address),
                decision.effect,
                TwoLines.of(levels, risks));
    }

    /** Whether an interior optimum is accepted. */
    public boolean interior() {
        return p <= alpha;
    }

    /** The level that the first half chose. */
    public double chosenLevel() {
        return levels[chosen];
    }

    private static void validate(double[] levels, double[][] risks, double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be in (0, 1), got " + alpha);
        }
        if (levels.length < 3) {
            throw new IllegalArgumentException(
                    "the test for an interior optimum needs at least 3 levels, got " + levels.length);
        }
        for (int j = 1; j < levels.length; j++) {
            if (!(levels[j - 1] < levels[j])) {
                throw new IllegalArgumentException("levels must ascend, got " + levels[j - 1] + " before " + levels[j]);
            }
        }
        if (risks.length < 6) {
            throw new IllegalArgumentException(
                    "the test for an interior optimum needs at least 6 replicates, got " + risks.length);
        }
        for (double[] replicate : risks) {
            if (replicate.length != levels.length) {
                throw new IllegalArgumentException(
                        "each replicate needs a risk at each of " + levels.length + " levels, got " + replicate.length);
            }
            Samples.requireNumbers(replicate, "the test for an interior optimum");
        }
    }

    /** The two halves' part of the test, without intervals and second opinion. */
    record Decision(int chosen, boolean end, TestResult againstFirst, TestResult againstLast, double effect) {
        double p() {
            return end ? 1 : Math.max(againstFirst.p(), againstLast.p());
        }
    }

    static Decision decide(double[][] risks, Pairing pairing) {
        int last = risks[0].length - 1;
        int chosen = argmin(means(half(risks, 0)));
        double[][] second = half(risks, 1);
        double[] atChosen = column(second, chosen);
        double[] atFirst = column(second, 0);
        double[] atLast = column(second, last);
        double[] better = Samples.mean(atFirst) <= Samples.mean(atLast) ? atFirst : atLast;
        return new Decision(
                chosen,
                chosen == 0 || chosen == last,
                pairing.less(atChosen, atFirst),
                pairing.less(atChosen, atLast),
                EffectSize.cohenPaired(better, atChosen));
    }

    private static double[][] half(double[][] risks, int parity) {
        double[][] half = new double[(risks.length + 1 - parity) / 2][];
        for (int i = 0; i < half.length; i++) {
            half[i] = risks[2 * i + parity];
        }
        return half;
    }

    private static double[] column(double[][] risks, int level) {
        return Arrays.stream(risks).mapToDouble(replicate -> replicate[level]).toArray();
    }

    static double[] means(double[][] risks) {
        double[] means = new double[risks[0].length];
        for (double[] replicate : risks) {
            for (int j = 0; j < means.length; j++) {
                means[j] += replicate[j];
            }
        }
        for (int j = 0; j < means.length; j++) {
            means[j] /= risks.length;
        }
        return means;
    }

    static int argmin(double[] values) {
        int least = 0;
        for (int j = 1; j < values.length; j++) {
            if (values[j] < values[least]) {
                least = j;
            }
        }
        return least;
    }

    /** Where the curve is least, by the parabola through three points of an uneven grid. */
    static double minimum(double[] levels, double[] mean) {
        int k = argmin(mean);
        if (k == 0 || k == levels.length - 1) {
            return levels[k];
        }
        double left = levels[k] - levels[k - 1];
        double right = levels[k + 1] - levels[k];
        double fall = (mean[k - 1] - mean[k]) * right;
        double rise = (mean[k + 1] - mean[k]) * left;
        // Of several equally least levels the first is taken; the vertex then lies between it and the next.
        return fall + rise == 0 ? levels[k] : levels[k] + (fall * right - rise * left) / (2 * (fall + rise));
    }

    private static Interval locationInterval(double[] levels, double[][] risks, RandomAddress address) {
        double[] locations = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            RandomStream stream = address.at(r).stream();
            double[] sum = new double[levels.length];
            for (int i = 0; i < risks.length; i++) {
                double[] replicate = risks[stream.nextInt(risks.length)];
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += replicate[j];
                }
            }
            locations[r] = minimum(levels, sum);
        }
        return Quantiles.central(locations, 0.95);
    }
}

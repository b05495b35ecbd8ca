package org.ketwork.numerics.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * A number of successes out of a number of independent trials.
 *
 * @param successes from 0 to {@code trials}
 * @param trials at least 1
 */
public record Proportion(int successes, int trials) {
    public Proportion {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "a proportion must be k of n with 0 <= k <= n and n >= 1, got " + successes + " of " + trials);
        }
    }

    public double value() {
        return (double) successes / trials;
    }

    /** Exact two-sided interval (Clopper and Pearson, Biometrika 26, 404, 1934). */
    public Interval interval(double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        double low = successes == 0 ? 0 : Quantiles.of(BetaDistribution.of(successes, trials - successes + 1.0), tail);
        double high = successes == trials
                ? 1
                : Quantiles.of(BetaDistribution.of(successes + 1.0, trials - successes), 1 - tail);
        return new Interval(low, high, level);
    }

    /** Exact binomial test of the success probability. */
    public TestResult test(double probability, Alternative alternative) {
        double p = BinomialTest.withDefaults()
                .with(alternative.hypothesis())
                .test(trials, successes, probability)
                .getPValue();
        return TestResult.of(
                "exact binomial test", successes, Math.min(1, p), "share of successes", value(), interval(0.95));
    }
}

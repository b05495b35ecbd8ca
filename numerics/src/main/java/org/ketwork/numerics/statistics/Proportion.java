package org.ketwork.numerics.statistics;

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
        throw new UnsupportedOperationException();
    }

    /** Exact binomial test of the success probability. */
    public TestResult test(double probability, Alternative alternative) {
        throw new UnsupportedOperationException();
    }
}

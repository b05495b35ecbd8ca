package org.ketwork.numerics.statistics;

import java.util.Optional;

/**
 * The outcome of a hypothesis test.
 *
 * @param test name of the test
 * @param statistic the test's own statistic
 * @param p probability, under the null hypothesis, of a statistic at least as extreme
 * @param effectName what the effect measures, for example "mean difference"
 * @param effect size of the effect in the units of {@code effectName}
 * @param interval confidence interval of the effect, where there is one
 */
public record TestResult(
        String test, double statistic, double p, String effectName, double effect, Optional<Interval> interval) {
    public TestResult {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a p-value must be in [0, 1], got " + p + " from " + test);
        }
    }

    static TestResult of(String test, double statistic, double p, String effectName, double effect) {
        return new TestResult(test, statistic, p, effectName, effect, Optional.empty());
    }

    static TestResult of(String test, double statistic, double p, String effectName, double effect, Interval interval) {
        return new TestResult(test, statistic, p, effectName, effect, Optional.of(interval));
    }

    public boolean rejects(double alpha) {
        return p <= alpha;
    }
}

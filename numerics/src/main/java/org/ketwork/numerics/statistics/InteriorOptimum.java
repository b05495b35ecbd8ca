package org.ketwork.numerics.statistics;

import org.ketwork.numerics.random.RandomAddress;

/**
 * Is there an interior optimum? Risks of replicates over a grid of levels, all replicates under common random numbers. Even
 * replicates choose the level k of least mean risk; odd replicates test R(k) &lt; R(first) and R(k) &lt; R(last), each at alpha, and
 * both must hold (intersection-union: no correction needed, Berger, Technometrics 24, 295, 1982).
 *
 * @param levels the grid, ascending
 * @param meanRisk mean over all replicates at each level
 * @param chosen index of the level that the first half chose
 * @param againstFirst one-sided paired test of the chosen level against the first one, on the second half
 * @param againstLast the same against the last level
 * @param p the larger of the two p-values; 1 if the chosen level is an end
 * @param interior whether p is at most alpha
 * @param location the level of least mean risk over all replicates
 * @param locationInterval bootstrap percentile interval at 95 % of that level, replicates resampled whole
 * @param effect Cohen's d of the chosen level against the better end, on the second half; positive if it is better than that end
 * @param twoLines Simonsohn's second opinion
 */
public record InteriorOptimum(
        double[] levels,
        double[] meanRisk,
        int chosen,
        TestResult againstFirst,
        TestResult againstLast,
        double p,
        boolean interior,
        double location,
        Interval locationInterval,
        double effect,
        TwoLines twoLines) {

    /** The test on pairs used against each end. */
    public enum Pairing {
        T,
        WILCOXON
    }

    /** The whole test with the t-test. */
    public static InteriorOptimum of(double[] levels, double[][] risks, double alpha, RandomAddress address) {
        return of(levels, risks, alpha, Pairing.T, address);
    }

    /**
     * The whole test.
     *
     * @param levels ascending grid of at least 3 levels (19 or more for a real decision)
     * @param risks [replicate][level], at least 6 replicates; a column shares nothing but the replicate's random numbers
     */
    public static InteriorOptimum of(
            double[] levels, double[][] risks, double alpha, Pairing pairing, RandomAddress address) {
        throw new UnsupportedOperationException();
    }
}

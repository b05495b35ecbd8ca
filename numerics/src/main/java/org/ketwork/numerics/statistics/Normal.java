package org.ketwork.numerics.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal law. */
final class Normal {
    private static final NormalDistribution LAW = NormalDistribution.of(0, 1);

    private Normal() {}

    static double cdf(double z) {
        return LAW.cumulativeProbability(z);
    }

    static double upperTail(double z) {
        return LAW.survivalProbability(z);
    }

    static double quantile(double probability) {
        return LAW.inverseCumulativeProbability(probability);
    }
}

package org.ketwork.numerics.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles of laws and of samples. */
final class Quantiles {
    /** The library's solver stops at 1e-9 of the argument; each step of Newton squares the rest. */
    private static final int POLISHING_STEPS = 3;

    private Quantiles() {}

    /** x with P(X <= x) = probability, to machine precision where the density is not tiny. */
    static double of(ContinuousDistribution law, double probability) {
        double x = law.inverseCumulativeProbability(probability);
        for (int step = 0; step < POLISHING_STEPS; step++) {
            double density = law.density(x);
            double next = x - (law.cumulativeProbability(x) - probability) / density;
            if (!(density > 0)
                    || !Double.isFinite(next)
                    || next <= law.getSupportLowerBound()
                    || next >= law.getSupportUpperBound()) {
                return x;
            }
            x = next;
        }
        return x;
    }

    /** Half width, in standard errors, of Student's two-sided interval. */
    static double student(double degreesOfFreedom, double level) {
        Interval.requireLevel(level);
        return -of(TDistribution.of(degreesOfFreedom), (1 - level) / 2);
    }

    /** Half width, in standard errors, of the two-sided normal interval. */
    static double normal(double level) {
        Interval.requireLevel(level);
        return -Normal.quantile((1 - level) / 2);
    }

    /** Value at position probability * (n + 1) of the sorted sample, counted from 1, linear between neighbours. */
    static double ofSorted(double[] sorted, double probability) {
        double position = Math.clamp(probability * (sorted.length + 1) - 1, 0, sorted.length - 1.0);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** The central interval of the values at a level. */
    static Interval central(double[] values, double level) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double tail = (1 - Interval.requireLevel(level)) / 2;
        return new Interval(ofSorted(sorted, tail), ofSorted(sorted, 1 - tail), level);
    }
}

package org.ketwork.neural.layer;

import java.util.OptionalInt;

/**
 * What an input of a network of conditional probabilities can be: level k has the value first + k step.
 *
 * @param count number of levels
 * @param sum what the levels of all sites add up to, if that is conserved
 */
public record SiteLevels(int count, double first, double step, OptionalInt sum) {
    public SiteLevels {
        if (count < 2) {
            throw new IllegalArgumentException("a site has at least 2 levels, got " + count);
        }
        if (!(Double.isFinite(first) && Double.isFinite(step) && step != 0)) {
            throw new IllegalArgumentException(
                    "the values of levels are first + k step with a step other than 0, got " + first + " + k " + step);
        }
        if (sum.isPresent() && sum.getAsInt() < 0) {
            throw new IllegalArgumentException("a sum of levels must not be negative, got " + sum.getAsInt());
        }
    }

    public double value(int level) {
        return first + level * step;
    }

    /** The level whose value is nearest. */
    int level(double value) {
        return Math.clamp(Math.round((value - first) / step), 0, count - 1);
    }
}

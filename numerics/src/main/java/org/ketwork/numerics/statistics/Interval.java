package org.ketwork.numerics.statistics;

/**
 * A confidence interval: it covers the truth with probability {@code level} over repetitions of the experiment. One-sided
 * intervals have an infinite end.
 *
 * @param low lower end, at most {@code high}
 * @param high upper end
 * @param level confidence in (0, 1), for example 0.95
 */
public record Interval(double low, double high, double level) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval must have low <= high, got [" + low + ", " + high + "]");
        }
        requireLevel(level);
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    public double width() {
        return high - low;
    }

    static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence level must be in (0, 1), got " + level);
        }
        return level;
    }
}

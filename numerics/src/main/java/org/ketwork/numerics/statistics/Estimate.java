package org.ketwork.numerics.statistics;

/**
 * A mean with its standard error. Values that a chain produced one after another belong into {@link ChainEstimate} instead.
 *
 * @param mean arithmetic mean
 * @param standardError standard deviation of the mean, from the unbiased variance
 * @param count number of independent values behind it, at least 2
 */
public record Estimate(double mean, double standardError, long count) {
    public Estimate {
        if (count < 2) {
            throw new IllegalArgumentException("an estimate with an error needs at least 2 values, got " + count);
        }
        if (!(standardError >= 0)) {
            throw new IllegalArgumentException("a standard error must be at least 0, got " + standardError);
        }
    }

    /** The mean of independent values. */
    public static Estimate of(double... values) {
        Samples.requireSize(values, 2, "an estimate");
        return new Estimate(Samples.mean(values), Math.sqrt(Samples.variance(values) / values.length), values.length);
    }

    /** Student's interval of the mean. */
    public Interval interval(double level) {
        double half = standardError * Quantiles.student(count - 1.0, level);
        return new Interval(mean - half, mean + half, level);
    }

    /** Distance from an expected value in standard errors; infinite if there is a distance but no error. */
    public double z(double expected) {
        double distance = mean - expected;
        return distance == 0 ? 0 : distance / standardError;
    }
}

package org.ketwork.numerics.statistics;

/**
 * Maximum-likelihood logistic curve P(success | x) = 1 / (1 + exp(-(intercept + slope x))).
 *
 * @param intercept log odds at x = 0
 * @param slope change of the log odds per unit of x
 * @param interceptVariance asymptotic variance (inverse Fisher information)
 * @param slopeVariance asymptotic variance
 * @param covariance asymptotic covariance of intercept and slope
 * @param logLikelihood at the maximum
 */
public record LogisticFit(
        double intercept,
        double slope,
        double interceptVariance,
        double slopeVariance,
        double covariance,
        double logLikelihood) {

    /**
     * Fit by iteratively reweighted least squares with step halving.
     *
     * @param successes between 0 and {@code trials} at each x
     * @throws IllegalArgumentException if x separates successes from failures, so that no maximum exists
     */
    public static LogisticFit of(double[] x, double[] successes, double[] trials) {
        throw new UnsupportedOperationException();
    }

    /** One trial per x: y is 1 for success and 0 for failure. */
    public static LogisticFit of(double[] x, double[] y) {
        double[] ones = new double[y.length];
        java.util.Arrays.fill(ones, 1);
        return of(x, y, ones);
    }

    public double probability(double x) {
        return 1 / (1 + Math.exp(-(intercept + slope * x)));
    }

    /** The x at which success and failure are equally likely. */
    public double midpoint() {
        return -intercept / slope;
    }

    /** Fieller's interval of the midpoint (J. R. Statist. Soc. B 16, 175, 1954); unbounded if the slope may be zero. */
    public Interval midpointInterval(double level) {
        throw new UnsupportedOperationException();
    }

    /** Wald's test for slope zero. */
    public TestResult slopeTest() {
        throw new UnsupportedOperationException();
    }
}

package org.ketwork.numerics.statistics;

/**
 * The mean of a stationary chain of correlated values, with a standard error that takes the correlation in.
 *
 * @param mean mean of the chain
 * @param standardError sqrt(tau * variance / count)
 * @param autocorrelationTime tau = 1 + 2 sum of the autocorrelations: how many correlated values are worth one independent
 * @param count length of the chain
 */
public record ChainEstimate(double mean, double standardError, double autocorrelationTime, long count) {
    /** By Geyer's initial monotone sequence (Practical Markov chain Monte Carlo, 1992, section 3.3). */
    public static ChainEstimate of(double[] chain) {
        throw new UnsupportedOperationException();
    }

    /** By non-overlapping batch means: right if a batch is much longer than the correlation. */
    public static ChainEstimate byBatches(double[] chain, int batches) {
        throw new UnsupportedOperationException();
    }

    /** The number of independent values that would know the mean as well. */
    public double effectiveCount() {
        return count / autocorrelationTime;
    }

    /** z-test of the mean against an expected value. */
    public TestResult test(double expected) {
        throw new UnsupportedOperationException();
    }
}

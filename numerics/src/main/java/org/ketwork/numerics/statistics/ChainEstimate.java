package org.ketwork.numerics.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of a stationary chain of correlated values, with a standard error that takes the correlation in.
 *
 * @param mean mean of the chain
 * @param standardError sqrt(tau * variance / count)
 * @param autocorrelationTime tau = 1 + 2 sum of the autocorrelations: how many correlated values are worth one independent
 * @param count length of the chain
 * @param degreesOfFreedom of the standard error; infinite where it is treated as known
 */
public record ChainEstimate(
        double mean, double standardError, double autocorrelationTime, long count, double degreesOfFreedom) {
    /**
     * By Geyer's initial monotone sequence (Practical Markov chain Monte Carlo, Statist. Sci. 7, 473, 1992, section 3.3). A chain
     * that alternates may have tau below 1, but not below 1 / log10(count).
     */
    public static ChainEstimate of(double[] chain) {
        Samples.requireSize(chain, 4, "a chain estimate");
        int n = chain.length;
        double mean = Samples.mean(chain);
        double[] centred = new double[n];
        for (int i = 0; i < n; i++) {
            centred[i] = chain[i] - mean;
        }
        double variance = autocovariance(centred, 0);
        if (variance == 0) {
            return new ChainEstimate(mean, 0, 1, n, Double.POSITIVE_INFINITY);
        }
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag + 1 < n; lag += 2) {
            double pair = autocovariance(centred, lag) + autocovariance(centred, lag + 1);
            if (pair <= 0) {
                break;
            }
            least = Math.min(least, pair);
            sum += least;
        }
        double tau = Math.max(2 * sum / variance - 1, 1 / Math.log10(n));
        return new ChainEstimate(mean, Math.sqrt(tau * variance / n), tau, n, Double.POSITIVE_INFINITY);
    }

    /**
     * By non-overlapping batch means, right if a batch is much longer than the correlation. Values at the start that do not fill
     * a batch are left out of the error, not of the mean.
     */
    public static ChainEstimate byBatches(double[] chain, int batches) {
        if (batches < 2 || batches > chain.length) {
            throw new IllegalArgumentException("a chain of " + chain.length + " cannot be cut into " + batches
                    + " batches; at least 2 are needed");
        }
        Samples.requireNumbers(chain, "a chain estimate");
        int size = chain.length / batches;
        int start = chain.length - size * batches;
        double[] means = new double[batches];
        for (int b = 0; b < batches; b++) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += chain[start + b * size + i];
            }
            means[b] = sum / size;
        }
        double error = Math.sqrt(Samples.variance(means) / batches);
        double variance = Samples.variance(chain);
        double tau = variance == 0 ? 1 : error * error * chain.length / variance;
        return new ChainEstimate(Samples.mean(chain), error, tau, chain.length, batches - 1.0);
    }

    /** Autocovariance with divisor n, which keeps the sequence positive definite. */
    private static double autocovariance(double[] centred, int lag) {
        double sum = 0;
        for (int i = lag; i < centred.length; i++) {
            sum += centred[i] * centred[i - lag];
        }
        return sum / centred.length;
    }

    /** The number of independent values that would know the mean as well. */
    public double effectiveCount() {
        return count / autocorrelationTime;
    }

    /** Two-sided test of the mean against an expected value: normal, or Student's with the degrees of freedom of the batches. */
    public TestResult test(double expected) {
        double distance = mean - expected;
        double z = distance == 0 ? 0 : distance / standardError;
        boolean known = Double.isInfinite(degreesOfFreedom);
        double p = known
                ? Alternative.TWO_SIDED.normalP(z)
                : 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(z));
        double half = standardError * (known ? Quantiles.normal(0.95) : Quantiles.student(degreesOfFreedom, 0.95));
        return TestResult.of(
                "z-test of a chain mean",
                z,
                Math.min(1, p),
                "distance from the expected value",
                distance,
                new Interval(distance - half, distance + half, 0.95));
    }
}

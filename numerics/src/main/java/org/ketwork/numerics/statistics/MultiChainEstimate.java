package org.ketwork.numerics.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The mean of independent stationary chains of equal length, with a standard error that takes the correlation within them in.
 *
 * <p>A chain of n values with autocovariances c_t has a mean of variance (c₀/n) τ, where τ = 1 + 2 Σ_t (1 − t/n) c_t/c₀ for finite n
 * too. With divisor n and about the mean of all chains the estimated autocovariances carry the factor 1 − t/n themselves, so one
 * formula serves many chains of a few values, down to one, and few long ones. The sum is cut by Geyer's initial monotone
 * sequence (Practical Markov chain Monte Carlo, Statist. Sci. 7, 473, 1992, section 3.3). A chain that never moves has τ = n.
 *
 * @param mean of all values
 * @param standardError of the mean; infinite for a single value, or one chain that never leaves its value
 * @param variance of a value
 * @param autocorrelationTime τ; absent for chains of one value, which say nothing about it
 * @param rHat how much wider all chains together are than each by itself, by halves of chains (Gelman et al., Bayesian Data
 *     Analysis, 3rd ed., section 11.4): 1 for chains that mix, infinite for chains that are each frozen at another value; absent for
 *     chains of less than 4 values
 * @param chains how many
 * @param length values of each chain
 */
public record MultiChainEstimate(
        double mean,
        double standardError,
        double variance,
        OptionalDouble autocorrelationTime,
        OptionalDouble rHat,
        int chains,
        int length) {
    /** @param chains values in the order in which they came, (chains, length) */
    public static MultiChainEstimate of(double[][] chains) {
        if (chains.length == 0 || chains[0].length == 0) {
            throw new IllegalArgumentException("an estimate needs at least one chain of at least one value");
        }
        int length = chains[0].length;
        for (double[] chain : chains) {
            if (chain.length != length) {
                throw new IllegalArgumentException(
                        "all chains must have the same length, got " + length + " and " + chain.length);
            }
            Samples.requireNumbers(chain, "an estimate from chains");
        }
        double mean = mean(chains);
        double[][] centred = new double[chains.length][length];
        for (int c = 0; c < chains.length; c++) {
            for (int i = 0; i < length; i++) {
                centred[c][i] = chains[c][i] - mean;
            }
        }
        double count = (double) chains.length * length;
        double spread = autocovariance(centred, 0);
        double tau = spread == 0 ? 1 : Math.max(tau(centred, spread), 1 / Math.max(1, Math.log10(count)));
        // The variance about the mean of the same values is too small by its share of one effective value.
        double free = count - Math.min(tau, count);
        double variance = spread == 0 ? 0 : spread * count / free;
        return new MultiChainEstimate(
                mean,
                Math.sqrt(count < 2 ? Double.POSITIVE_INFINITY : tau * variance / count),
                variance,
                length < 2 ? OptionalDouble.empty() : OptionalDouble.of(tau),
                length < 4 ? OptionalDouble.empty() : OptionalDouble.of(splitRHat(chains)),
                chains.length,
                length);
    }

    private static double mean(double[][] chains) {
        double sum = 0;
        for (double[] chain : chains) {
            sum += Samples.mean(chain);
        }
        return sum / chains.length;
    }

    private static double tau(double[][] centred, double spread) {
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag < centred[0].length; lag += 2) {
            double pair = (lag == 0 ? spread : autocovariance(centred, lag)) + autocovariance(centred, lag + 1);
            if (pair <= 0) {
                break;
            }
            least = Math.min(least, pair);
            sum += least;
        }
        return 2 * sum / spread - 1;
    }

    /** Mean over the chains, with divisor n. */
    private static double autocovariance(double[][] centred, int lag) {
        double sum = 0;
        for (double[] chain : centred) {
            double part = 0;
            for (int i = lag; i < chain.length; i++) {
                part += chain[i] * chain[i - lag];
            }
            sum += part;
        }
        return sum / ((double) centred.length * centred[0].length);
    }

    private static double splitRHat(double[][] chains) {
        int half = chains[0].length / 2;
        double[] means = new double[2 * chains.length];
        double within = 0;
        for (int c = 0; c < chains.length; c++) {
            for (int part = 0; part < 2; part++) {
                double[] values = Arrays.copyOfRange(
                        chains[c], part == 0 ? 0 : chains[c].length - half, part == 0 ? half : chains[c].length);
                means[2 * c + part] = Samples.mean(values);
                within += Samples.variance(values) / means.length;
            }
        }
        double between = Samples.variance(means);
        if (between == 0) {
            return 1;
        }
        return Math.sqrt((half - 1.0) / half + between / within);
    }

    /** The number of independent values that would know the mean as well. */
    public double effectiveCount() {
        return (double) chains * length / autocorrelationTime.orElse(1);
    }

    /** Student's interval of the mean, with the degrees of freedom of the effective count. */
    public Interval interval(double level) {
        double half = standardError * Quantiles.student(Math.max(1, effectiveCount() - 1), level);
        return new Interval(mean - half, mean + half, level);
    }
}

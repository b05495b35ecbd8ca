package org.ketwork.wavefunction.estimate;

import java.util.OptionalDouble;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.statistics.MultiChainEstimate;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.sampler.Sample;

/**
 * The mean of an observable over a sample. Not a number where values are not finite.
 *
 * @param mean its expectation value
 * @param standardError of the mean, correlation taken in; 0 if the sample is exact
 * @param variance of one value
 * @param autocorrelationTime in kept draws of a chain; absent for exact samples and chains of one draw
 * @param rHat split R-hat; absent for exact samples and chains of less than 4 draws
 * @param chains behind it; 0 if the sample is exact
 * @param length draws of each chain; 0 if the sample is exact
 * @see MultiChainEstimate
 */
public record Measurement(
        double mean,
        double standardError,
        double variance,
        OptionalDouble autocorrelationTime,
        OptionalDouble rHat,
        int chains,
        int length) {
    /**
     * The mean of a function of the configuration.
     *
     * @param values one for each configuration of the sample
     */
    public static Measurement of(Sample sample, double[] values) {
        if (values.length != sample.weights().length) {
            throw new IllegalArgumentException(
                    sample.weights().length + " configurations need as many values, got " + values.length);
        }
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += sample.weights()[i] * values[i];
        }
        if (!Double.isFinite(mean)) {
            return undefined(sample);
        }
        if (sample.exact()) {
            double variance = 0;
            for (int i = 0; i < values.length; i++) {
                variance += sample.weights()[i] * (values[i] - mean) * (values[i] - mean);
            }
            return new Measurement(mean, 0, variance, OptionalDouble.empty(), OptionalDouble.empty(), 0, 0);
        }
        return of(MultiChainEstimate.of(chains(sample, values)));
    }

    /** The expectation value of a Hermitian operator. */
    public static Measurement of(
            ConfigurationOperator operator, Wavefunction wavefunction, Sample sample, Workers workers) {
        return of(
                sample,
                LocalValues.of(operator, wavefunction, sample.configurations(), workers)
                        .re());
    }

    static Measurement of(MultiChainEstimate estimate) {
        return new Measurement(
                estimate.mean(),
                estimate.standardError(),
                estimate.variance(),
                estimate.autocorrelationTime(),
                estimate.rHat(),
                estimate.chains(),
                estimate.length());
    }

    private static Measurement undefined(Sample sample) {
        return new Measurement(
                Double.NaN,
                Double.NaN,
                Double.NaN,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                sample.chains().length,
                sample.exact() ? 0 : sample.chains()[0].length);
    }

    private static double[][] chains(Sample sample, double[] values) {
        int[][] indices = sample.chains();
        double[][] chains = new double[indices.length][];
        for (int c = 0; c < chains.length; c++) {
            double[] chain = new double[indices[c].length];
            for (int t = 0; t < chain.length; t++) {
                chain[t] = values[indices[c][t]];
            }
            chains[c] = chain;
        }
        return chains;
    }

    /** Whether the weights were exact, so that there is no sampling error. */
    public boolean exact() {
        return chains == 0;
    }

    /** Draws behind it; 0 if the sample is exact. */
    public long draws() {
        return (long) chains * length;
    }
}

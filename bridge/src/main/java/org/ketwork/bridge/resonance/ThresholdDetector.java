package org.ketwork.bridge.resonance;

import org.hipparchus.special.Erf;
import org.ketwork.numerics.optimum.Peak;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Estimate;

/**
 * One unit that fires when signal plus noise exceeds its threshold. The signal is +A or -A with equal probability, the noise is
 * Gaussian with standard deviation sigma. It fires with probability p(+-) = Q((theta -+ A) / sigma), Q the upper tail of the
 * normal distribution, and what the firing tells about the signal is I = h((p(+) + p(-)) / 2) - (h(p(+)) + h(p(-))) / 2, with h
 * the binary entropy.
 *
 * <p>A signal below the threshold (A < theta) needs noise to be seen at all; above it, noise only blurs what is seen already.
 *
 * @param amplitude A, positive
 * @param threshold theta
 */
public record ThresholdDetector(double amplitude, double threshold) {
    public ThresholdDetector {
        if (!(amplitude > 0 && amplitude < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("amplitude must be positive, got " + amplitude);
        }
        if (!Double.isFinite(threshold)) {
            throw new IllegalArgumentException("threshold must be finite, got " + threshold);
        }
    }

    /** Mutual information between the sign of the signal and the firing, in nats, at noise sigma >= 0. */
    public double mutualInformation(double sigma) {
        double plus = firing(1, sigma);
        double minus = firing(-1, sigma);
        return BinaryEntropy.of((plus + minus) / 2) - (BinaryEntropy.of(plus) + BinaryEntropy.of(minus)) / 2;
    }

    /** The noise between {@code low} and {@code high} that lets most information through. */
    public Peak bestNoise(double low, double high) {
        return Peak.of(this::mutualInformation, low, high);
    }

    /**
     * The mutual information from an experiment: the mean over trials of ln p(firing | signal) - ln p(firing), which is unbiased.
     * Trial t draws its signal and its noise at the address, in units of sigma: experiments at one address differ by sigma only.
     */
    public Estimate sampledInformation(double sigma, int trials, RandomAddress address) {
        double plus = firing(1, sigma);
        double minus = firing(-1, sigma);
        RandomAddress signals = address.at("signal");
        RandomAddress noises = address.at("noise");
        double[] information = new double[trials];
        for (int t = 0; t < trials; t++) {
            int sign = signals.bernoulli(t, 0.5) ? 1 : -1;
            boolean fires = sign * amplitude + sigma * noises.normal(t) > threshold;
            double given = sign > 0 ? plus : minus;
            double ratio = fires ? given / ((plus + minus) / 2) : (1 - given) / (1 - (plus + minus) / 2);
            information[t] = Math.log(ratio);
        }
        return Estimate.of(information);
    }

    /** The probability of firing given the sign of the signal. */
    private double firing(int sign, double sigma) {
        if (!(sigma >= 0)) {
            throw new IllegalArgumentException("noise must not be negative, got " + sigma);
        }
        double distance = threshold - sign * amplitude;
        if (sigma == 0) {
            return distance < 0 ? 1 : 0;
        }
        return Erf.erfc(distance / (sigma * Math.sqrt(2))) / 2;
    }
}

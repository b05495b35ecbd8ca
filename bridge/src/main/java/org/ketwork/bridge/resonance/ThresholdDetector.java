package org.ketwork.bridge.resonance;

import java.util.ArrayList;
import java.util.List;
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
     * The mutual information from one experiment at each of several noises: the mean over trials of
     * ln p(firing | signal) - ln p(firing), which is unbiased. Trial t draws its signal and, in units of sigma, its noise at the
     * address: the experiments differ by sigma only.
     */
    public List<Estimate> sampledInformation(double[] sigmas, int trials, RandomAddress address) {
        RandomAddress signals = address.at("signal");
        RandomAddress noises = address.at("noise");
        int[] signs = new int[trials];
        double[] noise = new double[trials];
        for (int t = 0; t < trials; t++) {
            signs[t] = signals.bernoulli(t, 0.5) ? 1 : -1;
            noise[t] = noises.normal(t);
        }
        List<Estimate> estimates = new ArrayList<>();
        for (double sigma : sigmas) {
            double plus = firing(1, sigma);
            double minus = firing(-1, sigma);
            double either = (plus + minus) / 2;
            double[] information = new double[trials];
            for (int t = 0; t < trials; t++) {
                boolean fires = signs[t] * amplitude + sigma * noise[t] > threshold;
                double given = signs[t] > 0 ? plus : minus;
                information[t] = Math.log(fires ? given / either : (1 - given) / (1 - either));
            }
            estimates.add(Estimate.of(information));
        }
        return estimates;
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

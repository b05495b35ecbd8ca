package org.ketwork.bridge.resonance;

import org.hipparchus.special.Erf;
import org.ketwork.numerics.optimum.Peak;

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

    /** Mutual information between the sign of the signal and the firing, in nats, at noise sigma > 0. */
    public double mutualInformation(double sigma) {
        if (!(sigma > 0)) {
            throw new IllegalArgumentException("noise must be positive, got " + sigma);
        }
        double plus = upperTail((threshold - amplitude) / sigma);
        double minus = upperTail((threshold + amplitude) / sigma);
        return BinaryEntropy.of((plus + minus) / 2) - (BinaryEntropy.of(plus) + BinaryEntropy.of(minus)) / 2;
    }

    /** The noise between {@code low} and {@code high} that lets most information through. */
    public Peak bestNoise(double low, double high) {
        return Peak.of(this::mutualInformation, low, high);
    }

    private static double upperTail(double z) {
        return Erf.erfc(z / Math.sqrt(2)) / 2;
    }
}

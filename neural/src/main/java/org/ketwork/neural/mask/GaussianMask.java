package org.ketwork.neural.mask;

import java.util.Optional;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/**
 * Gaussian dropout: independent factors N(1, (1−p)/p) (Srivastava et al. 2014, section 10). M = J + (1−p)/p·I, so its C is the
 * one of Bernoulli dropout: the two differ only beyond second order.
 */
public record GaussianMask(double keepProbability) implements RealMaskLaw {
    public GaussianMask {
        Moments.requireKeepProbability(keepProbability);
    }

    /** (1−p)/p. */
    public double variance() {
        return (1 - keepProbability) / keepProbability;
    }

    @Override
    public String describe() {
        return "GaussianMask(p=" + keepProbability + ")";
    }

    @Override
    public GaussianMask withKeepProbability(double p) {
        return new GaussianMask(p);
    }

    @Override
    public void fill(RandomAddress address, double[] mask, int offset, int units) {
        RandomStream stream = address.stream();
        double deviation = Math.sqrt(variance());
        for (int i = 0; i < units; i++) {
            mask[offset + i] = 1 + deviation * stream.nextNormal();
        }
    }

    @Override
    public double[] mean(int units) {
        return Moments.filled(units, 1);
    }

    @Override
    public Matrix secondMoment(int units) {
        return Moments.exchangeable(units, 1 + variance(), 1);
    }

    @Override
    public Optional<double[]> sizeLaw(int units) {
        return Optional.of(Moments.allKept(units));
    }
}

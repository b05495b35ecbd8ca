package org.ketwork.neural.mask;

import java.util.Optional;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Ordinary dropout: every unit is kept independently with probability p (Srivastava et al., JMLR 2014). M = p²J + p(1−p)I, so
 * C = pJ + (1−p)I: dephasing with coherence p.
 */
public record Bernoulli(double keepProbability) implements RealMaskLaw {
    public Bernoulli {
        Moments.requireKeepProbability(keepProbability);
    }

    @Override
    public String describe() {
        return "Bernoulli(p=" + keepProbability + ")";
    }

    @Override
    public Bernoulli withKeepProbability(double p) {
        return new Bernoulli(p);
    }

    @Override
    public void fill(RandomAddress address, double[] mask, int offset, int units) {
        long[] kept = new long[(units + 63) >>> 6];
        BernoulliBits.fill(address, keepProbability, kept);
        for (int i = 0; i < units; i++) {
            mask[offset + i] = kept[i >>> 6] >>> i & 1;
        }
    }

    @Override
    public double[] mean(int units) {
        return Moments.filled(units, keepProbability);
    }

    @Override
    public Matrix secondMoment(int units) {
        return Moments.exchangeable(units, keepProbability, keepProbability * keepProbability);
    }

    @Override
    public double someKept(int units) {
        return Moments.someOf(units, keepProbability);
    }

    @Override
    public Optional<double[]> sizeLaw(int units) {
        return Optional.of(Moments.poissonBinomial(mean(units)));
    }
}

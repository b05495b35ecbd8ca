package org.ketwork.neural.mask;

import java.util.Arrays;
import java.util.Optional;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Exactly k of d units are kept, every choice alike (random subspaces, Ho 1998). M_ij = k(k−1)/(d(d−1)) off the diagonal and
 * p = k/d on it, so C_ij = (k−1)/(d−1); k = 1 dephases completely.
 */
public record KOfD(int kept, int of) implements RealMaskLaw {
    public KOfD {
        if (of < 1 || kept < 1 || kept > of) {
            throw new IllegalArgumentException(
                    "the number of kept units must be in 1.." + of + " of " + of + ", got " + kept);
        }
    }

    @Override
    public String describe() {
        return "KOfD(k=" + kept + ", d=" + of + ")";
    }

    @Override
    public double keepProbability() {
        return (double) kept / of;
    }

    /** The k nearest to p d, at least 1. */
    @Override
    public KOfD withKeepProbability(double p) {
        return new KOfD((int) Math.max(1, Math.round(Moments.requireKeepProbability(p) * of)), of);
    }

    @Override
    public void fill(RandomAddress address, double[] mask, int offset, int units) {
        Moments.requireUnits(describe(), of, units);
        Arrays.fill(mask, offset, offset + units, 0);
        for (int unit : address.stream().choice(of, kept)) {
            mask[offset + unit] = 1;
        }
    }

    @Override
    public double[] mean(int units) {
        Moments.requireUnits(describe(), of, units);
        return Moments.filled(units, keepProbability());
    }

    @Override
    public Matrix secondMoment(int units) {
        Moments.requireUnits(describe(), of, units);
        double pair = of == 1 ? 1 : (double) kept * (kept - 1) / ((double) of * (of - 1));
        return Moments.exchangeable(units, keepProbability(), pair);
    }

    @Override
    public Optional<double[]> sizeLaw(int units) {
        Moments.requireUnits(describe(), of, units);
        double[] law = new double[units + 1];
        law[kept] = 1;
        return Optional.of(law);
    }
}

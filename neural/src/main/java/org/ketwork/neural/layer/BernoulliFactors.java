package org.ketwork.neural.layer;

import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.BernoulliBits;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.Scaling;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.mask.WhenAllDropped;
import org.ketwork.numerics.random.RandomAddress;

/** Ordinary dropout with a mask per sample, written eight units at a time: the same numbers as {@link Masking#factors}, sooner. */
final class BernoulliFactors {
    private static final int LANES = 8;
    /** Entry b holds the bits of b as zeros and ones. */
    private static final double[] BITS = new double[256 * LANES];

    static {
        for (int i = 0; i < BITS.length; i++) {
            BITS[i] = i / LANES >>> i % LANES & 1;
        }
    }

    private BernoulliFactors() {}

    static boolean apply(Masking masking) {
        return masking.law() instanceof Bernoulli
                && masking.sharing() == Sharing.PER_SAMPLE
                && masking.whenAllDropped() == WhenAllDropped.KEEP_NONE;
    }

    static double[] of(Masking masking, RandomAddress layer, long[] samples, int units) {
        double p = ((Bernoulli) masking.law()).keepProbability();
        double[] factors = new double[samples.length * units];
        long[] kept = new long[(units + 63) >>> 6];
        for (int r = 0; r < samples.length; r++) {
            BernoulliBits.fill(layer.at(samples[r]), p, kept);
            for (int i = 0; i < units; i += LANES) {
                int bits = (int) (kept[i >>> 6] >>> i & 0xff);
                System.arraycopy(BITS, bits * LANES, factors, r * units + i, Math.min(LANES, units - i));
            }
        }
        if (masking.scaling() == Scaling.INVERTED) {
            double scale = 1 / p;
            for (int i = 0; i < factors.length; i++) {
                factors[i] *= scale;
            }
        }
        return factors;
    }
}

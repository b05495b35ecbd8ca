package org.ketwork.neural.mask;

import java.util.Optional;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/**
 * How a layer is masked: the law, whether masks are divided by their mean, who shares a mask, and what happens when all units
 * are dropped. The masks of a pass are a function of the address of (seed, layer, step), of the sample numbers and of the units.
 */
public record Masking(MaskLaw law, Scaling scaling, Sharing sharing, WhenAllDropped whenAllDropped) {
    public Masking {
        if (law instanceof ComplexMaskLaw) {
            throw new IllegalArgumentException(
                    law.describe() + " makes complex masks, which a network of real units cannot carry");
        }
        if (scaling == Scaling.INVERTED && law instanceof BlindMaskLaw blind && blind.keepProbability() == 0) {
            throw new IllegalArgumentException(law.describe() + " has mean 0 and cannot be inverted");
        }
        if (scaling == Scaling.INVERTED && law instanceof AwareMaskLaw) {
            throw new IllegalArgumentException(law.describe()
                    + " keeps units by their features; inverted scaling would undo the choice, use PLAIN");
        }
        if (sharing == Sharing.PER_BATCH && law instanceof AwareMaskLaw) {
            throw new IllegalArgumentException(
                    law.describe() + " reads each sample and cannot share a mask among them, use PER_SAMPLE");
        }
        if (whenAllDropped != WhenAllDropped.KEEP_NONE && law instanceof DropBlock block && !block.isEnumerable()) {
            throw new IllegalArgumentException("what " + whenAllDropped + " does to the mean of " + law.describe()
                    + " has no formula short enough, use KEEP_NONE");
        }
    }

    /** Inverted masks, one per sample, and silence when all are dropped: dropout as libraries do it. */
    public static Masking inverted(RealMaskLaw law) {
        return new Masking(law, Scaling.INVERTED, Sharing.PER_SAMPLE, WhenAllDropped.KEEP_NONE);
    }

    /** Masks as they are, one per sample, and silence when all are dropped. */
    public static Masking plain(MaskLaw law) {
        return new Masking(law, Scaling.PLAIN, Sharing.PER_SAMPLE, WhenAllDropped.KEEP_NONE);
    }

    public Masking with(Sharing newSharing) {
        return new Masking(law, scaling, newSharing, whenAllDropped);
    }

    public Masking with(WhenAllDropped policy) {
        return new Masking(law, scaling, sharing, policy);
    }

    /** The same masking at another keep probability, for schedules; feature-aware laws have none and stay as they are. */
    public Masking withKeepProbability(double p) {
        return law instanceof RealMaskLaw real
                ? new Masking(real.withKeepProbability(p), scaling, sharing, whenAllDropped)
                : this;
    }

    /**
     * E m_i of the masks that act, of length {@code units}: those of the law with all-dropped masks replaced as chosen, before
     * scaling.
     *
     * @throws IllegalArgumentException if the law is feature-aware, and so has moments only for given scores
     */
    public double[] mean(int units) {
        RealMaskLaw real = blind();
        return whenAllDropped.mean(real.mean(units), real.someKept(units));
    }

    /** M = E[m mᵀ] of the masks that act, of shape (units, units), before scaling; the law is feature-blind. */
    public Matrix secondMoment(int units) {
        RealMaskLaw real = blind();
        return whenAllDropped.secondMoment(real.secondMoment(units), real.someKept(units));
    }

    /** C_ij = M_ij/√(M_ii M_jj) of the masks that act; the law is feature-blind. */
    public Matrix coherence(int units) {
        return Moments.coherence(secondMoment(units));
    }

    /** P(K = k) of the masks that act, for k = 0 to {@code units}, where it is known; the law is feature-blind. */
    public Optional<double[]> sizeLaw(int units) {
        RealMaskLaw real = blind();
        return real.sizeLaw(units).map(sizes -> whenAllDropped.sizeLaw(sizes, real.someKept(units)));
    }

    private RealMaskLaw blind() {
        if (law instanceof RealMaskLaw real) {
            return real;
        }
        throw new IllegalArgumentException(law.describe() + " has moments only for given scores");
    }

    /**
     * The mean of the factors of one sample, which stands for its mask in a pass without masks: 1 for inverted masks.
     *
     * @param scores one per unit, for feature-aware laws; blind laws use their number only
     */
    public double[] meanFactors(double[] scores) {
        return switch (law) {
            case AwareMaskLaw aware -> {
                double[] keep = aware.keepProbabilities(scores);
                yield whenAllDropped.mean(keep, 1 - Moments.poissonBinomial(keep)[0]);
            }
            case BlindMaskLaw _ when scaling == Scaling.INVERTED -> Moments.filled(scores.length, 1);
            case BlindMaskLaw _ -> mean(scores.length);
        };
    }

    /**
     * The factors by which a batch is multiplied, of shape (samples, units).
     *
     * @param pass the address of (seed, layer, step)
     * @param samples the number of each sample in its data set, so that its mask does not depend on the batch it comes in
     * @param scores what a feature-aware law reads, of shape (samples, units): the values that enter the mask. Blind laws use
     *     its shape only.
     */
    public Matrix factors(RandomAddress pass, long[] samples, Matrix scores) {
        return MaskFactors.of(this, pass, samples, scores);
    }
}

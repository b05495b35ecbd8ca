package org.ketwork.neural.mask;

import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/**
 * A feature-aware law of masks of zeros and ones: whether a unit is kept depends on one score per unit of the sample at hand.
 * What a score means is said by each law; in a network the scores are the values that enter the mask.
 */
public sealed interface AwareMaskLaw extends MaskLaw permits Standout, Targeted, AdversarialDeletion {
    /** P(unit i kept), given the scores. */
    double[] keepProbabilities(double[] scores);

    /** Writes to {@code mask} the mask of the given address for the given scores; both arrays have one entry per unit. */
    void fill(RandomAddress address, double[] scores, double[] mask);

    /** M = E[m mᵀ] given the scores: the units are independent, so M_ij = p_i p_j off the diagonal and p_i on it. */
    default Matrix secondMoment(double[] scores) {
        return Moments.independent(keepProbabilities(scores));
    }

    /** P(K = k) for k = 0 to the number of units, given the scores (Poisson-binomial). */
    default double[] sizeLaw(double[] scores) {
        return Moments.poissonBinomial(keepProbabilities(scores));
    }
}

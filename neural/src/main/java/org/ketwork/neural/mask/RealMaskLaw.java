package org.ketwork.neural.mask;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/** A feature-blind law of real masks, which any network can carry. */
public sealed interface RealMaskLaw extends BlindMaskLaw
        permits Bernoulli, BlockTied, KOfD, DropBlock, GaussianMask, GaussianCorrelated {

    /**
     * Writes the mask of the given address to {@code mask[offset]} to {@code mask[offset + units - 1]}, neither rescaled nor
     * repaired. The result depends on the address, on the law and on {@code units} alone.
     */
    void fill(RandomAddress address, double[] mask, int offset, int units);

    /** M = E[m mᵀ], of shape (units, units). */
    Matrix secondMoment(int units);

    /** P(K ≥ 1), the probability that not all units are dropped. */
    default double someKept(int units) {
        return 1;
    }

    @Override
    RealMaskLaw withKeepProbability(double keepProbability);

    /** C_ij = M_ij/√(M_ii M_jj); for masks of zeros and ones with equal keep probabilities this is P(j kept | i kept). */
    default Matrix coherence(int units) {
        return Moments.coherence(secondMoment(units));
    }

    @Override
    default ComplexMatrix complexCoherence(int units) {
        return ComplexMatrix.real(coherence(units));
    }

    /** The mask of the given address as a new array. */
    default double[] sample(RandomAddress address, int units) {
        double[] mask = new double[units];
        fill(address, mask, 0, units);
        return mask;
    }

    /**
     * The covariance of the inverted mask m_i/E m_i, which is E[m_i m_j]/(E m_i E m_j) − 1. It is the matrix whose Schur
     * product with XᵀX is the penalty of dropout regression; for keep probability p it equals C/p − J.
     *
     * @throws IllegalArgumentException if a unit has mean zero, since such a mask cannot be inverted
     */
    default Matrix invertedCovariance(int units) {
        return Moments.invertedCovariance(secondMoment(units), mean(units));
    }
}

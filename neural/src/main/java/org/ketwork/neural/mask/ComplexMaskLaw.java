package org.ketwork.neural.mask;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.random.RandomAddress;

/** A feature-blind law of complex masks, for layers that carry amplitudes. */
public sealed interface ComplexMaskLaw extends BlindMaskLaw permits RandomPhase, ComplexGaussianCorrelated {
    /** Writes the mask of the given address, of length {@code units}, to the two arrays from {@code offset} on. */
    void fill(RandomAddress address, double[] re, double[] im, int offset, int units);

    /** M = E[m m†], of shape (units, units). */
    ComplexMatrix secondMoment(int units);

    @Override
    ComplexMaskLaw withKeepProbability(double keepProbability);
}

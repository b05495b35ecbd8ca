package org.ketwork.neural.mask;

import java.util.Optional;
import org.ketwork.numerics.matrix.ComplexMatrix;

/**
 * A feature-blind law: the mask is independent of inputs, labels and weights, so that its moments are closed formulas of the
 * number of units alone.
 */
public sealed interface BlindMaskLaw extends MaskLaw permits RealMaskLaw, ComplexMaskLaw {
    /**
     * The nominal keep probability p = |E m_i|²/E|m_i|². For a mask of zeros and ones that is the probability that a unit is
     * kept; for Gaussian and phase masks it is the coherence factor that such a law shares with Bernoulli masks of the same p.
     */
    double keepProbability();

    /** The same law at another keep probability in (0, 1]. */
    BlindMaskLaw withKeepProbability(double keepProbability);

    /** E m_i, of length {@code units}; real for every law of this family. */
    double[] mean(int units);

    /** C_ij = M_ij/√(M_ii M_jj) with M = E[m m†]: Hermitian, positive semidefinite, ones on the diagonal. */
    ComplexMatrix complexCoherence(int units);

    /**
     * The distribution of the number K of units that are not exactly zero: entry k is P(K = k), for k = 0 to {@code units}.
     * Empty where no formula short enough to evaluate is known (large {@link DropBlock}).
     */
    Optional<double[]> sizeLaw(int units);
}

package org.ketwork.bridge.decoherence;

import org.ketwork.bridge.ensemble.EnsembleDefinition;
import org.ketwork.bridge.ensemble.SubNetworkEnsemble;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.state.Ket;

/**
 * The two mixtures that masking the amplitudes of a state can mean, by summation over all masks. Normalising the average (b1) is
 * linear in the state and a Schur channel. Normalising each masked state before averaging (b2) is post-selection: it is not
 * linear, its coherence factor is not the keep probability, and the mask that drops everything has no state and is left out.
 */
public final class MaskedAmplitudes {
    private MaskedAmplitudes() {}

    /** b1: E[diag(m) |ψ><ψ| diag(m)], normalised at the end. */
    public static SubNetworkEnsemble normalisedOnce(Ket ket, MaskTable law) {
        return SubNetworkEnsemble.of(EnsembleDefinition.MASKED_AMPLITUDES, law.probabilities(), masked(ket, law));
    }

    /** b2: the mixture of the normalised masked states, each with the probability of its mask. */
    public static SubNetworkEnsemble normalisedEach(Ket ket, MaskTable law) {
        return SubNetworkEnsemble.of(EnsembleDefinition.MASKED_NORMALISED, law.probabilities(), masked(ket, law));
    }

    /**
     * The factor by which b2 with independent masks shrinks the off-diagonal of the uniform state of dimension d:
     * [dp − 1 + (1−p)^d] / {(d−1)[1 − (1−p)^d]}, which goes to p only as d grows.
     */
    public static double uniformFactorNormalisedEach(int dimension, double keep) {
        double empty = Math.pow(1 - keep, dimension);
        return (dimension * keep - 1 + empty) / ((dimension - 1) * (1 - empty));
    }

    /** m∘ψ for every mask of the table, shape (masks, dimension). */
    private static ComplexMatrix masked(Ket ket, MaskTable law) {
        Matrix re = law.masks().times(Matrix.diagonal(ket.re()));
        Matrix im = law.masks().times(Matrix.diagonal(ket.im()));
        return ComplexMatrix.of(re, im);
    }
}

package org.ketwork.bridge.decoherence;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;

/**
 * The two mixtures that masking the amplitudes of a state can mean, by summation over all masks. Normalising the average (b1) is
 * linear in the state and a Schur channel. Normalising each masked state before averaging (b2) is post-selection: it is not
 * linear, its coherence factor is not the keep probability, and the mask that drops everything has no state and is left out.
 */
public final class MaskedAmplitudes {
    private MaskedAmplitudes() {}

    /** b1: E[diag(m) |ψ><ψ| diag(m)], normalised at the end. */
    public static DensityMatrix normalisedOnce(Ket ket, MaskTable law) {
        return mixture(ket, law, false);
    }

    /** b2: the mixture of the normalised masked states, each with the probability of its mask. */
    public static DensityMatrix normalisedEach(Ket ket, MaskTable law) {
        return mixture(ket, law, true);
    }

    /**
     * The factor by which b2 with independent masks shrinks the off-diagonal of the uniform state of dimension d:
     * [dp − 1 + (1−p)^d] / {(d−1)[1 − (1−p)^d]}, which goes to p only as d grows.
     */
    public static double uniformFactorNormalisedEach(int dimension, double keep) {
        double empty = Math.pow(1 - keep, dimension);
        return (dimension * keep - 1 + empty) / ((dimension - 1) * (1 - empty));
    }

    private static DensityMatrix mixture(Ket ket, MaskTable law, boolean each) {
        int d = ket.dimension();
        Matrix re = Matrix.zeros(d, d);
        Matrix im = Matrix.zeros(d, d);
        for (int s = 0; s < law.count(); s++) {
            double[] mask = law.masks().row(s);
            double norm = 0;
            for (int i = 0; i < d; i++) {
                norm += mask[i] * mask[i] * ket.probabilities()[i];
            }
            if (norm == 0) {
                continue;
            }
            double weight = law.probabilities()[s] / (each ? norm : 1);
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    double factor = weight * mask[i] * mask[j];
                    re.data()[i * d + j] += factor * (ket.re(i) * ket.re(j) + ket.im(i) * ket.im(j));
                    im.data()[i * d + j] += factor * (ket.im(i) * ket.re(j) - ket.re(i) * ket.im(j));
                }
            }
        }
        double trace = re.trace();
        return DensityMatrix.of(ComplexMatrix.of(re.scale(1 / trace), im.scale(1 / trace)));
    }
}

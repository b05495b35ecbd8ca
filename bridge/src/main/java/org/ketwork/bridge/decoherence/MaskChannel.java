package org.ketwork.bridge.decoherence;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.neural.mask.BlindMaskLaw;
import org.ketwork.neural.mask.ComplexGaussianCorrelated;
import org.ketwork.neural.mask.GaussianCorrelated;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.channel.Kraus;
import org.ketwork.quantum.noise.SchurNoise;

/**
 * Mask law to Schur channel and back. Masking the amplitudes of a state and averaging gives E[diag(m) ρ diag(m)†] = M∘ρ with
 * M = E[mm†]; with the trace restored, ρ → C∘ρ. The diagonal of ρ stays, entry (i, j) is multiplied by the coherence C_ij, which
 * for independent 0/1 masks is the keep probability. Many laws share one channel; Gaussian masks give back every channel.
 */
public final class MaskChannel {
    private MaskChannel() {}

    /** The channel of a blind mask law over so many amplitudes. */
    public static SchurNoise of(BlindMaskLaw law, int units) {
        return new SchurNoise(law.complexCoherence(units));
    }

    /** The channel of a law that is known by its moments. */
    public static SchurNoise of(MaskMoments moments) {
        return SchurNoise.of(moments.coherence());
    }

    /** The same channel with one Kraus operator a mask, √(q/E m²) diag(m): random masking taken literally. */
    public static Kraus kraus(MaskTable law) {
        double power = law.moments().second().get(0, 0);
        List<ComplexMatrix> operators = new ArrayList<>();
        for (int s = 0; s < law.count(); s++) {
            if (law.probabilities()[s] > 0) {
                operators.add(ComplexMatrix.real(Matrix.diagonal(law.masks().row(s)))
                        .scale(Math.sqrt(law.probabilities()[s] / power)));
            }
        }
        return new Kraus(operators);
    }

    /** Complex Gaussian masks of mean zero that induce the channel; there is such a law for every Schur channel. */
    public static ComplexGaussianCorrelated gaussianMasks(SchurNoise noise) {
        return ComplexGaussianCorrelated.centred(noise.coherence());
    }

    /**
     * Real Gaussian masks of mean zero that induce the channel.
     *
     * @throws IllegalArgumentException if the coherence matrix is not real
     */
    public static GaussianCorrelated realGaussianMasks(SchurNoise noise) {
        if (noise.coherence().im().maxAbs() > SchurNoise.TOLERANCE) {
            throw new IllegalArgumentException("a coherence matrix with imaginary parts needs complex masks");
        }
        return GaussianCorrelated.centred(noise.coherence().re());
    }
}

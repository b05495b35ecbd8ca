package org.ketwork.quantum.channel;

import java.util.Optional;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.noise.SchurNoise;

/**
 * A map that multiplies ρ entry by entry, ρ → C ∘ ρ. It is completely positive iff C has no negative eigenvalue, trace preserving
 * iff the diagonal of C is 1, and then also unital.
 *
 * @param coherence C, of shape (d, d)
 */
public record SchurMatrix(ComplexMatrix coherence) implements Channel {
    public SchurMatrix {
        coherence.re().requireSquare();
    }

    public static SchurMatrix of(SchurNoise noise) {
        return new SchurMatrix(noise.coherence());
    }

    /** The Schur matrix of a map, if it has one within the tolerance: if no entry of ρ moves or feeds another entry. */
    public static Optional<SchurMatrix> of(Channel channel, double tolerance) {
        if (channel instanceof SchurMatrix schur) {
            return Optional.of(schur);
        }
        int d = channel.inputDimension();
        if (d != channel.outputDimension()) {
            return Optional.empty();
        }
        ComplexMatrix matrix = Superoperator.of(channel).matrix();
        ComplexMatrix coherence = ComplexMatrix.zeros(d, d);
        for (int row = 0; row < d * d; row++) {
            for (int column = 0; column < d * d; column++) {
                double re = matrix.re().get(row, column);
                double im = matrix.im().get(row, column);
                if (row == column) {
                    coherence.set(row / d, row % d, re, im);
                } else if (Math.hypot(re, im) > tolerance) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new SchurMatrix(coherence));
    }

    @Override
    public int inputDimension() {
        return coherence.rows();
    }

    @Override
    public int outputDimension() {
        return coherence.rows();
    }

    @Override
    public ComplexMatrix map(ComplexMatrix operator) {
        Shapes.requireInput(this, operator);
        return coherence.schur(operator);
    }
}

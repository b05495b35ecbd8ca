package org.ketwork.quantum.noise;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.matrix.Matrix;

/**
 * Dephasing in the computational basis: each entry of ρ is multiplied by the entry of a coherence matrix C. It is a channel iff C
 * is positive semidefinite with unit diagonal; C is the normalised second-moment matrix of a law of random masks, which makes
 * this the quantum side of dropout.
 *
 * @param coherence C, of shape (d, d)
 */
public record SchurNoise(ComplexMatrix coherence) implements Noise {
    /** How far a diagonal entry may be from 1, and how far an eigenvalue may be below 0. */
    public static final double TOLERANCE = 1e-10;

    public SchurNoise {
        coherence.re().requireSquare();
        if (!coherence.isHermitian(TOLERANCE)) {
            throw new IllegalArgumentException("a coherence matrix must be Hermitian, got " + coherence);
        }
        for (int i = 0; i < coherence.rows(); i++) {
            if (!(Math.abs(coherence.re().get(i, i) - 1) <= TOLERANCE)) {
                throw new IllegalArgumentException("the diagonal of a coherence matrix must be 1, got "
                        + coherence.re().get(i, i) + " at " + i);
            }
        }
        coherence = coherence.hermitianPart();
        double smallest = HermitianEigen.values(coherence)[0];
        if (!(smallest >= -TOLERANCE * coherence.rows())) {
            throw new IllegalArgumentException(
                    "a coherence matrix must not have negative eigenvalues, got " + smallest);
        }
    }

    public static SchurNoise of(Matrix coherence) {
        return new SchurNoise(ComplexMatrix.real(coherence));
    }

    /** One coherence for all pairs: C = cJ + (1 − c)I, with c in [−1/(d − 1), 1]. Dropout with keep probability c. */
    public static SchurNoise uniform(int dimension, double coherence) {
        Matrix c = Matrix.constant(dimension, dimension, coherence);
        for (int i = 0; i < dimension; i++) {
            c.set(i, i, 1);
        }
        return of(c);
    }

    @Override
    public int inputDimension() {
        return coherence.rows();
    }
}

package org.ketwork.claims.learning;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.MatrixFunctions;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.quantum.channel.Kraus;

/**
 * One layer of a dissipative quantum network with one qubit in and one out, E(rho) = tr_in[U (rho x |0><0|) U^dagger] (Beer et al.,
 * Nat. Commun. 11, 808, 2020, equation 3). Its backward layer is F(sigma) = V^dagger (1 x sigma) V with V = U (1 x |0>).
 *
 * @param isometry V, of shape (4, 2)
 */
record DissipativeLayer(ComplexMatrix isometry) {
    /** A layer with U = exp(-iH) for a random Hermitian H. */
    static DissipativeLayer random(RandomStream stream) {
        ComplexMatrix noise = ComplexMatrix.zeros(4, 4);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                noise.set(i, j, stream.nextNormal(), stream.nextNormal());
            }
        }
        ComplexMatrix unitary = MatrixFunctions.exp(noise.hermitianPart().scale(0, -1));
        ComplexMatrix isometry = ComplexMatrix.zeros(4, 2);
        for (int r = 0; r < 4; r++) {
            for (int i = 0; i < 2; i++) {
                isometry.set(r, i, unitary.re().get(r, 2 * i), unitary.im().get(r, 2 * i));
            }
        }
        return new DissipativeLayer(isometry);
    }

    /** The forward layer in Kraus form, one operator for each state in which the input qubit may be left. */
    Kraus channel() {
        ComplexMatrix[] operators = new ComplexMatrix[2];
        for (int left = 0; left < 2; left++) {
            operators[left] = ComplexMatrix.zeros(2, 2);
            for (int o = 0; o < 2; o++) {
                for (int i = 0; i < 2; i++) {
                    int r = 2 * left + o;
                    operators[left].set(
                            o, i, isometry.re().get(r, i), isometry.im().get(r, i));
                }
            }
        }
        return Kraus.of(operators);
    }

    /** The backward layer, by dilation. */
    ComplexMatrix backward(ComplexMatrix sigma) {
        return isometry.adjoint()
                .times(ComplexMatrix.identity(2).kronecker(sigma))
                .times(isometry);
    }
}

package org.ketwork.quantum.operator;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;

/** Matrices and products that many rooms need. */
public final class Operators {
    private Operators() {}

    /** [A, B] = AB − BA. */
    public static ComplexMatrix commutator(ComplexMatrix a, ComplexMatrix b) {
        return a.times(b).minus(b.times(a));
    }

    /** {A, B} = AB + BA. */
    public static ComplexMatrix anticommutator(ComplexMatrix a, ComplexMatrix b) {
        return a.times(b).plus(b.times(a));
    }

    /** n·σ for a real vector of length 3. */
    public static ComplexMatrix spin(double x, double y, double z) {
        return Pauli.X
                .matrix()
                .scale(x)
                .plus(Pauli.Y.matrix().scale(y))
                .plus(Pauli.Z.matrix().scale(z));
    }

    /** The unitary matrix of the discrete Fourier transform, entries e^{2πi jk/d}/√d. */
    public static ComplexMatrix fourier(int dimension) {
        ComplexMatrix result = ComplexMatrix.zeros(dimension, dimension);
        double scale = 1 / Math.sqrt(dimension);
        for (int j = 0; j < dimension; j++) {
            for (int k = 0; k < dimension; k++) {
                // The exponent is reduced first: for large jk the angle would lose digits.
                double angle = 2 * Math.PI * ((long) j * k % dimension) / dimension;
                result.set(j, k, scale * Math.cos(angle), scale * Math.sin(angle));
            }
        }
        return result;
    }

    /** The n-fold tensor power of the Hadamard gate: entries (−1)^{j·k}/√2ⁿ, with the bitwise inner product. */
    public static ComplexMatrix hadamard(int qubits) {
        int d = 1 << qubits;
        Matrix result = Matrix.zeros(d, d);
        double scale = 1 / Math.sqrt(d);
        for (int j = 0; j < d; j++) {
            for (int k = 0; k < d; k++) {
                result.set(j, k, Integer.bitCount(j & k) % 2 == 0 ? scale : -scale);
            }
        }
        return ComplexMatrix.real(result);
    }

    /** Whether U†U = I within the tolerance, entry by entry. */
    public static boolean isIsometry(ComplexMatrix u, double tolerance) {
        return u.adjoint().times(u).minus(ComplexMatrix.identity(u.columns())).maxAbs() <= tolerance;
    }
}

package org.ketwork.quantum.channel;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.noise.Noise;
import org.ketwork.quantum.operator.PauliString;
import org.ketwork.quantum.state.Amplitude;

/**
 * A map on n qubits in the basis of Pauli strings: R(a, b) = Tr(P_a Φ(P_b))/2ⁿ, rows and columns numbered in base 4 with digits
 * I, X, Y, Z and qubit 0 first. Real for every map that keeps Hermitian operators Hermitian; for one qubit the lower right block
 * is the linear part of the Bloch map and the first column its shift.
 *
 * @param matrix of shape (4ⁿ, 4ⁿ)
 */
public record PauliTransferMatrix(Matrix matrix, int qubits) implements Channel {
    public PauliTransferMatrix {
        requireQubits(qubits);
        if (matrix.rows() != 1 << 2 * qubits || matrix.columns() != matrix.rows()) {
            throw new IllegalArgumentException("the Pauli transfer matrix on " + qubits + " qubits must have 4^"
                    + qubits + " rows and columns, got " + matrix.rows() + " x " + matrix.columns());
        }
    }

    public static PauliTransferMatrix of(Noise noise) {
        return of(Kraus.of(noise));
    }

    /**
     * @throws IllegalArgumentException if input and output are not the same number of qubits, or the map does not keep Hermitian
     *     operators Hermitian
     */
    public static PauliTransferMatrix of(Channel channel) {
        if (channel instanceof PauliTransferMatrix transfer) {
            return transfer;
        }
        int d = channel.inputDimension();
        int qubits = Integer.numberOfTrailingZeros(d);
        if (d != channel.outputDimension() || d != 1 << qubits || qubits == 0) {
            throw new IllegalArgumentException(
                    "only a map from qubits to as many qubits has a Pauli transfer matrix, got " + d + " to "
                            + channel.outputDimension() + " dimensions");
        }
        requireQubits(qubits);
        int size = d * d;
        Matrix result = Matrix.zeros(size, size);
        for (int b = 0; b < size; b++) {
            ComplexMatrix image = channel.map(PauliString.numbered(qubits, b).matrix());
            for (int a = 0; a < size; a++) {
                Amplitude trace = PauliString.numbered(qubits, a).traceWith(image);
                if (Math.abs(trace.im()) > 1e-9 * d) {
                    throw new IllegalArgumentException(
                            "the map does not keep Hermitian operators Hermitian: a transfer entry has imaginary part "
                                    + trace.im() / d);
                }
                result.set(a, b, trace.re() / d);
            }
        }
        return new PauliTransferMatrix(result, qubits);
    }

    private static void requireQubits(int qubits) {
        if (qubits < 1 || qubits > 6) {
            throw new IllegalArgumentException("a Pauli transfer matrix is kept for 1 to 6 qubits, got " + qubits);
        }
    }

    @Override
    public int inputDimension() {
        return 1 << qubits;
    }

    @Override
    public int outputDimension() {
        return 1 << qubits;
    }

    @Override
    public ComplexMatrix map(ComplexMatrix operator) {
        Shapes.requireInput(this, operator);
        int size = matrix.rows();
        double[] re = new double[size];
        double[] im = new double[size];
        for (int b = 0; b < size; b++) {
            Amplitude coordinate = PauliString.numbered(qubits, b).traceWith(operator);
            re[b] = coordinate.re() / inputDimension();
            im[b] = coordinate.im() / inputDimension();
        }
        double[] imageRe = matrix.times(re);
        double[] imageIm = matrix.times(im);
        ComplexMatrix image = ComplexMatrix.zeros(inputDimension(), inputDimension());
        for (int a = 0; a < size; a++) {
            PauliString.numbered(qubits, a).addTo(image, imageRe[a], imageIm[a]);
        }
        return image;
    }
}

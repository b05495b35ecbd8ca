package org.ketwork.bridge.kernel;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;

/**
 * The data-encoding circuit of Havlicek et al. (Nature 567, 209, 2019): x in R^n becomes the state U(x) H U(x) H |0...0> of n
 * qubits, with H a Hadamard gate on every qubit and U(x) diagonal,
 *
 * <pre>U(x) = exp(i [sum_j x_j Z_j + sum_{j&lt;k} (pi - x_j)(pi - x_k) Z_j Z_k]).</pre>
 *
 * <p>Qubit 0 is the most significant bit of a basis state's number.
 *
 * @param qubits n, the number of coordinates of a data point, 1 to 6
 */
public record DataEncoding(int qubits) {
    private static final int LARGEST = 6;

    public DataEncoding {
        if (qubits < 1 || qubits > LARGEST) {
            throw new IllegalArgumentException("the encoding takes 1 to " + LARGEST + " qubits, got " + qubits);
        }
    }

    /** Dimension 2^n of a state. */
    public int dimension() {
        return 1 << qubits;
    }

    /** The states of the points, one a row: shape (points, 2^n). */
    public ComplexMatrix states(Matrix points) {
        if (points.columns() != qubits) {
            throw new IllegalArgumentException("a point needs " + qubits + " coordinates, got " + points.columns());
        }
        int d = dimension();
        ComplexMatrix states = ComplexMatrix.zeros(points.rows(), d);
        for (int i = 0; i < points.rows(); i++) {
            double[] re = new double[d];
            double[] im = new double[d];
            re[0] = 1;
            double[] phases = phases(points.row(i));
            for (int layer = 0; layer < 2; layer++) {
                hadamard(re);
                hadamard(im);
                rotate(re, im, phases);
            }
            for (int b = 0; b < d; b++) {
                states.set(i, b, re[b], im[b]);
            }
        }
        return states;
    }

    private double[] phases(double[] x) {
        double[] phases = new double[dimension()];
        for (int b = 0; b < phases.length; b++) {
            for (int j = 0; j < qubits; j++) {
                phases[b] += sign(b, j) * x[j];
                for (int k = j + 1; k < qubits; k++) {
                    phases[b] += sign(b, j) * sign(b, k) * (Math.PI - x[j]) * (Math.PI - x[k]);
                }
            }
        }
        return phases;
    }

    /** The value of Z on qubit j in basis state b. */
    private int sign(int b, int j) {
        return (b >> (qubits - 1 - j) & 1) == 0 ? 1 : -1;
    }

    private static void rotate(double[] re, double[] im, double[] phases) {
        for (int b = 0; b < re.length; b++) {
            double cos = Math.cos(phases[b]);
            double sin = Math.sin(phases[b]);
            double rotated = cos * re[b] - sin * im[b];
            im[b] = sin * re[b] + cos * im[b];
            re[b] = rotated;
        }
    }

    /** The fast Walsh-Hadamard transform, normalised. */
    private static void hadamard(double[] amplitudes) {
        for (int stride = 1; stride < amplitudes.length; stride *= 2) {
            for (int b = 0; b < amplitudes.length; b++) {
                if ((b & stride) == 0) {
                    double low = amplitudes[b];
                    double high = amplitudes[b + stride];
                    amplitudes[b] = (low + high) / Math.sqrt(2);
                    amplitudes[b + stride] = (low - high) / Math.sqrt(2);
                }
            }
        }
    }
}

package org.ketwork.bridge.kernel;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;

/**
 * States by their Pauli expectation values, phi_P = Tr(P rho) / sqrt(d), one state a row, one column for each of the 4^n Pauli
 * strings. Column 0 is the identity, 1 / sqrt(d) for every state; with qubit 0 as the most significant base-4 digit the digits
 * 0, 1, 2, 3 stand for I, X, Y, Z. In these coordinates the kernel Tr(rho sigma) is the ordinary scalar product, and the noises of
 * single qubits act on each coordinate by a factor or a shift.
 */
public final class PauliFeatures {
    private final int qubits;
    private final Matrix values;

    private PauliFeatures(int qubits, Matrix values) {
        this.qubits = qubits;
        this.values = values;
    }

    /** Of pure states, one a row, shape (states, 2^n). */
    public static PauliFeatures of(ComplexMatrix states) {
        int d = states.columns();
        int qubits = Integer.numberOfTrailingZeros(d);
        if (d < 2 || 1 << qubits != d) {
            throw new IllegalArgumentException("a state needs 2^n amplitudes, got " + d);
        }
        int strings = d * d;
        Matrix values = Matrix.zeros(states.rows(), strings);
        for (int string = 0; string < strings; string++) {
            int flip = 0;
            int signed = 0;
            int ys = 0;
            for (int qubit = 0; qubit < qubits; qubit++) {
                int digit = digit(string, qubit, qubits);
                int bit = 1 << (qubits - 1 - qubit);
                flip |= digit == 1 || digit == 2 ? bit : 0;
                signed |= digit >= 2 ? bit : 0;
                ys += digit == 2 ? 1 : 0;
            }
            for (int row = 0; row < states.rows(); row++) {
                values.set(row, string, expectation(states, row, flip, signed, ys) / Math.sqrt(d));
            }
        }
        return new PauliFeatures(qubits, values);
    }

    /** With b' = b xor flip, P|b> = i^ys (-1)^|b and signed| |b'>; the expectation is the real part of the sum. */
    private static double expectation(ComplexMatrix states, int row, int flip, int signed, int ys) {
        double re = 0;
        double im = 0;
        for (int b = 0; b < states.columns(); b++) {
            double sign = (Integer.bitCount(b & signed) & 1) == 0 ? 1 : -1;
            double leftRe = states.re().get(row, b ^ flip);
            double leftIm = states.im().get(row, b ^ flip);
            double rightRe = states.re().get(row, b);
            double rightIm = states.im().get(row, b);
            re += sign * (leftRe * rightRe + leftIm * rightIm);
            im += sign * (leftRe * rightIm - leftIm * rightRe);
        }
        return switch (ys & 3) {
            case 0 -> re;
            case 1 -> -im;
            case 2 -> -re;
            default -> im;
        };
    }

    public int qubits() {
        return qubits;
    }

    /** All 4^n columns: shape (states, 4^n). */
    public Matrix values() {
        return values;
    }

    /** The columns without the identity, which is the same for every state: shape (states, 4^n - 1). */
    public Matrix withoutIdentity() {
        Matrix result = Matrix.zeros(values.rows(), values.columns() - 1);
        for (int i = 0; i < values.rows(); i++) {
            for (int j = 0; j < result.columns(); j++) {
                result.set(i, j, values.get(i, j + 1));
            }
        }
        return result;
    }

    /** The kernel Tr(rho_i sigma_j) between these states and others; for pure states the fidelity. */
    public Matrix kernel(PauliFeatures others) {
        return values.timesTranspose(others.values);
    }

    /** The states after rho -> (1 - q) rho + q I/d: every column but the identity shrinks. */
    public PauliFeatures depolarised(double q) {
        requireProbability("depolarisation", q);
        Matrix result = values.scale(1 - q);
        for (int i = 0; i < values.rows(); i++) {
            result.set(i, 0, values.get(i, 0));
        }
        return new PauliFeatures(qubits, result);
    }

    /**
     * The states after amplitude damping of every qubit with decay probability gamma: on each qubit X and Y shrink by
     * sqrt(1 - gamma), Z by 1 - gamma, and Z gains gamma times the column with I in its place.
     */
    public PauliFeatures amplitudeDamped(double gamma) {
        requireProbability("decay probability", gamma);
        Matrix current = values;
        for (int qubit = 0; qubit < qubits; qubit++) {
            Matrix next = Matrix.zeros(values.rows(), values.columns());
            int place = 1 << 2 * (qubits - 1 - qubit);
            for (int string = 0; string < values.columns(); string++) {
                int digit = digit(string, qubit, qubits);
                double factor = digit == 0 ? 1 : digit == 3 ? 1 - gamma : Math.sqrt(1 - gamma);
                double shift = digit == 3 ? gamma : 0;
                for (int i = 0; i < values.rows(); i++) {
                    double fed = digit == 3 ? current.get(i, string - 3 * place) : 0;
                    next.set(i, string, factor * current.get(i, string) + shift * fed);
                }
            }
            current = next;
        }
        return new PauliFeatures(qubits, current);
    }

    private static int digit(int string, int qubit, int qubits) {
        return string >> 2 * (qubits - 1 - qubit) & 3;
    }

    private static void requireProbability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], got " + value);
        }
    }
}

package org.ketwork.quantum.operator;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;

/** The identity and the three Pauli matrices. The order I, X, Y, Z numbers the rows of a Pauli transfer matrix. */
public enum Pauli {
    I(false, false),
    X(true, false),
    Y(true, true),
    Z(false, true);

    private final boolean flips;
    private final boolean signs;

    Pauli(boolean flips, boolean signs) {
        this.flips = flips;
        this.signs = signs;
    }

    /** Whether it exchanges |0⟩ and |1⟩. */
    public boolean flips() {
        return flips;
    }

    /** Whether it gives |1⟩ another sign than |0⟩. */
    public boolean signs() {
        return signs;
    }

    static Pauli of(boolean flips, boolean signs) {
        if (flips) {
            return signs ? Y : X;
        }
        return signs ? Z : I;
    }

    public ComplexMatrix matrix() {
        return switch (this) {
            case I -> ComplexMatrix.identity(2);
            case X -> ComplexMatrix.real(Matrix.of(new double[] {0, 1}, new double[] {1, 0}));
            case Y -> ComplexMatrix.of(Matrix.zeros(2, 2), Matrix.of(new double[] {0, -1}, new double[] {1, 0}));
            case Z -> ComplexMatrix.real(Matrix.of(new double[] {1, 0}, new double[] {0, -1}));
        };
    }
}

package org.ketwork.numerics.matrix;

/** Conditions on the arguments of decompositions, with messages that name the offending entry. */
final class Require {
    /** How far A may be from its own adjoint, relative to its largest entry: rounding passes, a wrong matrix does not. */
    private static final double ASYMMETRY = 1e-8;

    private Require() {}

    static void finite(Matrix matrix) {
        double[] data = matrix.data();
        for (int i = 0; i < data.length; i++) {
            if (!Double.isFinite(data[i])) {
                throw new IllegalArgumentException("the matrix must be finite, but entry (" + i / matrix.columns()
                        + ", " + i % matrix.columns() + ") is " + data[i]);
            }
        }
    }

    static void finite(ComplexMatrix matrix) {
        finite(matrix.re());
        finite(matrix.im());
    }

    static void symmetric(Matrix matrix) {
        matrix.requireSquare();
        finite(matrix);
        reflected(matrix, 1, ASYMMETRY * matrix.maxAbs(), "symmetric");
    }

    static void hermitian(ComplexMatrix matrix) {
        matrix.re().requireSquare();
        finite(matrix);
        double tolerance = ASYMMETRY * matrix.maxAbs();
        reflected(matrix.re(), 1, tolerance, "Hermitian: real part");
        reflected(matrix.im(), -1, tolerance, "Hermitian: imaginary part");
    }

    private static void reflected(Matrix matrix, int sign, double tolerance, String kind) {
        double[] a = matrix.data();
        int n = matrix.rows();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                if (Math.abs(a[i * n + j] - sign * a[j * n + i]) > tolerance) {
                    throw new IllegalArgumentException("the matrix must be " + kind + " entry (" + i + ", " + j
                            + ") is " + a[i * n + j] + ", entry (" + j + ", " + i + ") is " + a[j * n + i]);
                }
            }
        }
    }
}

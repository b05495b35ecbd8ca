package org.ketwork.numerics.matrix;

/** Functions of square matrices: exponentials of any; roots, logarithms and powers of Hermitian positive semidefinite ones. */
public final class MatrixFunctions {
    private MatrixFunctions() {}

    /** exp(A). */
    public static Matrix exp(Matrix a) {
        return MatrixExponential.of(a);
    }

    /** exp(A). */
    public static ComplexMatrix exp(ComplexMatrix a) {
        return MatrixExponential.of(a);
    }

    /** The positive semidefinite square root. */
    public static ComplexMatrix sqrt(ComplexMatrix a) {
        return sqrt(a, 0);
    }

    /**
     * The square root of a matrix that is positive semidefinite up to a tolerance: eigenvalues down to −tolerance are taken as 0, and so
     * are those that vanish to rounding, since a root would make 3e-9 of a stray 1e-17.
     */
    public static ComplexMatrix sqrt(ComplexMatrix a, double tolerance) {
        return positive(a, tolerance).apply(Math::sqrt);
    }

    /** The logarithm on the support of A: eigenvalues that vanish to rounding are left out, so that tr A log A is the neg-entropy. */
    public static ComplexMatrix log(ComplexMatrix a) {
        return positive(a, 0).apply(x -> x > 0 ? Math.log(x) : 0);
    }

    /** A to a real power; of a negative power or power zero, on the support of A. */
    public static ComplexMatrix power(ComplexMatrix a, double exponent) {
        return positive(a, 0).apply(x -> x > 0 ? Math.pow(x, exponent) : 0);
    }

    /** The decomposition of A with eigenvalues that vanish to rounding set to 0; refuses those below −tolerance. */
    private static HermitianEigen positive(ComplexMatrix a, double tolerance) {
        HermitianEigen eigen = HermitianEigen.of(a);
        double[] values = eigen.values();
        if (values.length == 0) {
            return eigen;
        }
        double rounding = values.length * Math.ulp(1.0) * Math.max(Math.abs(values[0]), values[values.length - 1]);
        if (values[0] < -Math.max(tolerance, 100 * rounding)) {
            throw new IllegalArgumentException(
                    "the matrix must be positive semidefinite, its lowest eigenvalue is " + values[0]);
        }
        for (int k = 0; k < values.length; k++) {
            values[k] = values[k] <= rounding ? 0 : values[k];
        }
        return eigen;
    }
}

package org.ketwork.numerics.matrix;

import org.ketwork.numerics.kernel.Blas;

/**
 * The factorisation A = L Lᵀ of a symmetric positive definite matrix.
 *
 * @param lower L of shape (n, n), lower triangular with a positive diagonal
 */
public record Cholesky(Matrix lower) {

    /**
     * Factors A.
     *
     * @throws NotPositiveDefiniteException naming the first pivot that is not positive
     */
    public static Cholesky of(Matrix a) {
        Require.symmetric(a);
        Matrix lower = a.plus(a.transpose()).scale(0.5);
        int pivot = Blas.kernels().cholesky(a.rows(), lower.data());
        if (pivot >= 0) {
            throw new NotPositiveDefiniteException(pivot, a.rows());
        }
        return new Cholesky(lower);
    }

    /** The solution of A x = b. */
    public double[] solve(double[] b) {
        return solve(Matrix.columnVector(b)).data();
    }

    /** The solution of A X = B. */
    public Matrix solve(Matrix b) {
        int n = lower.rows();
        if (b.rows() != n) {
            throw new IllegalArgumentException("the right side must have " + n + " rows, got " + b.rows());
        }
        Matrix x = b.copy();
        int columns = b.columns();
        double[] l = lower.data();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                subtractRow(x.data(), i * columns, l[i * n + j], j * columns, columns);
            }
            scaleRow(x.data(), i * columns, 1 / l[i * n + i], columns);
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                subtractRow(x.data(), i * columns, l[j * n + i], j * columns, columns);
            }
            scaleRow(x.data(), i * columns, 1 / l[i * n + i], columns);
        }
        return x;
    }

    /** log det A. */
    public double logDeterminant() {
        double sum = 0;
        for (double pivot : lower.diagonal()) {
            sum += Math.log(pivot);
        }
        return 2 * sum;
    }

    private static void subtractRow(double[] x, int target, double factor, int source, int length) {
        for (int c = 0; c < length; c++) {
            x[target + c] -= factor * x[source + c];
        }
    }

    private static void scaleRow(double[] x, int target, double factor, int length) {
        for (int c = 0; c < length; c++) {
            x[target + c] *= factor;
        }
    }
}

package org.ketwork.numerics.matrix;

import org.ketwork.numerics.kernel.Blas;

/**
 * The spectral decomposition A = V diag(values) Vᵀ of a real symmetric matrix.
 *
 * @param values the n eigenvalues, ascending
 * @param vectors V of shape (n, n): column k is the normalised eigenvector of {@code values[k]}
 */
public record SymmetricEigen(double[] values, Matrix vectors) {

    /** Decomposes A; of an A that is symmetric only to rounding, its symmetric part. */
    public static SymmetricEigen of(Matrix a) {
        double[] values = new double[a.rows()];
        return new SymmetricEigen(values, decompose(a, values, true));
    }

    /** The eigenvalues alone, ascending. */
    public static double[] values(Matrix a) {
        double[] values = new double[a.rows()];
        decompose(a, values, false);
        return values;
    }

    private static Matrix decompose(Matrix a, double[] values, boolean vectors) {
        Require.symmetric(a);
        Matrix work = a.plus(a.transpose()).scale(0.5);
        Blas.kernels().symmetricEigen(a.rows(), work.data(), values, vectors);
        return work;
    }
}

package org.ketwork.numerics.matrix;

import org.ketwork.numerics.kernel.Blas;

/**
 * The thin singular value decomposition A = U diag(values) Vᵀ of a real matrix of shape (m, n), with q = min(m, n).
 *
 * @param u U of shape (m, q), with orthonormal columns
 * @param values the q singular values, descending
 * @param vTransposed Vᵀ of shape (q, n), with orthonormal rows
 */
public record Svd(Matrix u, double[] values, Matrix vTransposed) {

    public static Svd of(Matrix a) {
        Require.finite(a);
        int m = a.rows();
        int n = a.columns();
        int q = Math.min(m, n);
        Svd result = new Svd(Matrix.zeros(m, q), new double[q], Matrix.zeros(q, n));
        Blas.kernels().svd(m, n, a.data().clone(), result.u.data(), result.values, result.vTransposed.data(), true);
        return result;
    }

    /** The singular values alone, descending. */
    public static double[] values(Matrix a) {
        Require.finite(a);
        double[] values = new double[Math.min(a.rows(), a.columns())];
        double[] none = new double[0];
        Blas.kernels().svd(a.rows(), a.columns(), a.data().clone(), none, values, none, false);
        return values;
    }

    /** How many singular values exceed max(m, n) eps times the largest: the rank to rounding. */
    public int rank() {
        return rank(values, Math.max(u.rows(), vTransposed.columns()));
    }

    static int rank(double[] values, int size) {
        int rank = 0;
        while (rank < values.length && values[rank] > size * Math.ulp(1.0) * values[0]) {
            rank++;
        }
        return rank;
    }
}

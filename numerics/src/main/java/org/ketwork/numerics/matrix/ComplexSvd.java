package org.ketwork.numerics.matrix;

import org.ketwork.numerics.kernel.Blas;

/**
 * The thin singular value decomposition A = U diag(values) V† of a complex matrix of shape (m, n), with q = min(m, n).
 *
 * @param u U of shape (m, q), with orthonormal columns
 * @param values the q singular values, descending
 * @param vAdjoint V† of shape (q, n), with orthonormal rows
 */
public record ComplexSvd(ComplexMatrix u, double[] values, ComplexMatrix vAdjoint) {

    public static ComplexSvd of(ComplexMatrix a) {
        int q = Math.min(a.rows(), a.columns());
        ComplexSvd result =
                new ComplexSvd(ComplexMatrix.zeros(a.rows(), q), new double[q], ComplexMatrix.zeros(q, a.columns()));
        decompose(a, result.u, result.values, result.vAdjoint, true);
        return result;
    }

    /** The singular values alone, descending. */
    public static double[] values(ComplexMatrix a) {
        double[] values = new double[Math.min(a.rows(), a.columns())];
        ComplexMatrix none = ComplexMatrix.zeros(0, 0);
        decompose(a, none, values, none, false);
        return values;
    }

    /** How many singular values exceed max(m, n) eps times the largest: the rank to rounding. */
    public int rank() {
        return Svd.rank(values, Math.max(u.rows(), vAdjoint.columns()));
    }

    private static void decompose(
            ComplexMatrix a, ComplexMatrix u, double[] values, ComplexMatrix vAdjoint, boolean vectors) {
        Require.finite(a);
        Blas.kernels()
                .complexSvd(
                        a.rows(),
                        a.columns(),
                        a.re().data().clone(),
                        a.im().data().clone(),
                        u.re().data(),
                        u.im().data(),
                        values,
                        vAdjoint.re().data(),
                        vAdjoint.im().data(),
                        vectors);
    }
}

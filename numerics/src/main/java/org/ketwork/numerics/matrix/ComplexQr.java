package org.ketwork.numerics.matrix;

import org.ketwork.numerics.kernel.Blas;

/**
 * The thin factorisation A = Q R of a complex matrix of shape (m, n), with k = min(m, n). The diagonal of R is real and not negative,
 * as in {@link Qr}.
 *
 * @param q of shape (m, k), with orthonormal columns
 * @param r of shape (k, n), upper triangular
 */
public record ComplexQr(ComplexMatrix q, ComplexMatrix r) {

    public static ComplexQr of(ComplexMatrix a) {
        Require.finite(a);
        int k = Math.min(a.rows(), a.columns());
        ComplexQr result = new ComplexQr(ComplexMatrix.zeros(a.rows(), k), ComplexMatrix.zeros(k, a.columns()));
        Blas.kernels()
                .complexQr(
                        a.rows(),
                        a.columns(),
                        a.re().data().clone(),
                        a.im().data().clone(),
                        result.q.re().data(),
                        result.q.im().data(),
                        result.r.re().data(),
                        result.r.im().data());
        return result;
    }
}

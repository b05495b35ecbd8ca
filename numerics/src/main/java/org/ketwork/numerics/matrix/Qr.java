package org.ketwork.numerics.matrix;

import org.ketwork.numerics.kernel.Blas;

/**
 * The thin factorisation A = Q R of a real matrix of shape (m, n), with k = min(m, n). The diagonal of R is not negative, which makes
 * the factors of a matrix of full column rank unique (and Q of a Gaussian matrix Haar distributed: Mezzadri, Notices AMS 54, 592
 * (2007)).
 *
 * @param q of shape (m, k), with orthonormal columns
 * @param r of shape (k, n), upper triangular
 */
public record Qr(Matrix q, Matrix r) {

    public static Qr of(Matrix a) {
        Require.finite(a);
        int k = Math.min(a.rows(), a.columns());
        Qr result = new Qr(Matrix.zeros(a.rows(), k), Matrix.zeros(k, a.columns()));
        Blas.kernels().qr(a.rows(), a.columns(), a.data().clone(), result.q.data(), result.r.data());
        return result;
    }
}

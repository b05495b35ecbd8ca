package org.ketwork.numerics.matrix;

import org.ketwork.numerics.kernel.Blas;

/**
 * Eigenvalues and right eigenvectors of a square matrix, A vectors = vectors diag(re + i im). They come in no particular order. For
 * a defective matrix the eigenvectors do not span the space, and near one they are ill-conditioned.
 *
 * @param re real parts of the n eigenvalues
 * @param im imaginary parts of the n eigenvalues
 * @param vectors of shape (n, n): column k is the eigenvector, of length one, of eigenvalue k
 */
public record GeneralEigen(double[] re, double[] im, ComplexMatrix vectors) {

    public static GeneralEigen of(Matrix a) {
        a.requireSquare();
        Require.finite(a);
        int n = a.rows();
        GeneralEigen result = empty(n);
        Blas.kernels()
                .generalEigen(
                        n,
                        a.data().clone(),
                        result.re,
                        result.im,
                        result.vectors.re().data(),
                        result.vectors.im().data());
        return result;
    }

    public static GeneralEigen of(ComplexMatrix a) {
        a.re().requireSquare();
        Require.finite(a);
        int n = a.rows();
        GeneralEigen result = empty(n);
        Blas.kernels()
                .complexGeneralEigen(
                        n,
                        a.re().data().clone(),
                        a.im().data().clone(),
                        result.re,
                        result.im,
                        result.vectors.re().data(),
                        result.vectors.im().data());
        return result;
    }

    private static GeneralEigen empty(int n) {
        return new GeneralEigen(new double[n], new double[n], ComplexMatrix.zeros(n, n));
    }
}

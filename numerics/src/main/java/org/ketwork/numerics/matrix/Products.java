package org.ketwork.numerics.matrix;

import org.ketwork.numerics.kernel.Blas;

/** Matrix products behind {@link Matrix} and {@link ComplexMatrix}. */
final class Products {
    private Products() {}

    static Matrix multiply(Matrix a, boolean transposeA, Matrix b, boolean transposeB) {
        int m = transposeA ? a.columns() : a.rows();
        int k = transposeA ? a.rows() : a.columns();
        int kOfB = transposeB ? b.columns() : b.rows();
        int n = transposeB ? b.rows() : b.columns();
        if (k != kOfB) {
            throw new IllegalArgumentException("inner dimensions differ: " + k + " against " + kOfB);
        }
        Matrix c = Matrix.zeros(m, n);
        Blas.gemm(
                transposeA,
                transposeB,
                m,
                n,
                k,
                1,
                a.data(),
                0,
                a.columns(),
                b.data(),
                0,
                b.columns(),
                0,
                c.data(),
                0,
                n);
        return c;
    }

    static ComplexMatrix multiply(ComplexMatrix a, ComplexMatrix b) {
        if (a.columns() != b.rows()) {
            throw new IllegalArgumentException("inner dimensions differ: " + a.columns() + " against " + b.rows());
        }
        ComplexMatrix c = ComplexMatrix.zeros(a.rows(), b.columns());
        Blas.kernels()
                .complexGemm(
                        a.rows(),
                        b.columns(),
                        a.columns(),
                        a.re().data(),
                        a.im().data(),
                        b.re().data(),
                        b.im().data(),
                        c.re().data(),
                        c.im().data());
        return c;
    }
}

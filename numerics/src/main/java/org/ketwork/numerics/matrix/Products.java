package org.ketwork.numerics.matrix;

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
        for (int i = 0; i < m; i++) {
            for (int l = 0; l < k; l++) {
                double factor = transposeA ? a.get(l, i) : a.get(i, l);
                for (int j = 0; j < n; j++) {
                    c.data()[i * n + j] += factor * (transposeB ? b.get(j, l) : b.get(l, j));
                }
            }
        }
        return c;
    }
}

package org.ketwork.bench.work;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/** Matrices to calculate with. */
public final class RandomMatrices {
    private static final RandomAddress ADDRESS = RandomAddress.root(1).at("matrices");

    private RandomMatrices() {}

    /** Entries uniform on [0, 1); another name is another matrix. */
    public static Matrix uniform(int n, String name) {
        double[] values = new double[n * n];
        ADDRESS.at(name).fillUniform(values);
        return Matrix.wrap(n, n, values);
    }

    /** The Hermitian part of a matrix of normal entries. */
    public static ComplexMatrix hermitian(int n) {
        double[] re = new double[n * n];
        double[] im = new double[n * n];
        ADDRESS.at("re").fillNormal(re);
        ADDRESS.at("im").fillNormal(im);
        return ComplexMatrix.of(Matrix.wrap(n, n, re), Matrix.wrap(n, n, im)).hermitianPart();
    }
}

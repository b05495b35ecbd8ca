package org.ketwork.neural.data;

import org.ketwork.numerics.matrix.Matrix;

/** Rows of a matrix. */
final class Rows {
    private Rows() {}

    static Matrix select(Matrix matrix, int[] rows) {
        int columns = matrix.columns();
        Matrix result = Matrix.zeros(rows.length, columns);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(matrix.data(), rows[i] * columns, result.data(), i * columns, columns);
        }
        return result;
    }
}

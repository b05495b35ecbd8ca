package org.ketwork.numerics.kernel;

/** The softmax of rows: the exponential runs over all rows at once, because single rows are often short. */
final class Softmax {
    private Softmax() {}

    static void rows(VectorKernels kernels, double[] x, int offset, int rows, int columns) {
        int end = offset + rows * columns;
        for (int row = offset; row < end; row += columns) {
            double max = Double.NEGATIVE_INFINITY;
            for (int i = row; i < row + columns; i++) {
                max = Math.max(max, x[i]);
            }
            for (int i = row; i < row + columns; i++) {
                x[i] -= max;
            }
        }
        kernels.exp(x, offset, x, offset, end - offset);
        for (int row = offset; row < end; row += columns) {
            double sum = 0;
            for (int i = row; i < row + columns; i++) {
                sum += x[i];
            }
            double factor = 1 / sum;
            for (int i = row; i < row + columns; i++) {
                x[i] *= factor;
            }
        }
    }
}

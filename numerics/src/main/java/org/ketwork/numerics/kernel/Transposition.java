package org.ketwork.numerics.kernel;

/** The transpose of a row-major array. */
final class Transposition {
    private Transposition() {}

    static double[] of(int rows, int columns, double[] a) {
        double[] result = new double[a.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result[j * rows + i] = a[i * columns + j];
            }
        }
        return result;
    }
}

package org.ketwork.neural.prediction;

/** The softmax of one row. */
final class Softmax {
    private Softmax() {}

    static void inPlace(double[] z, int offset, int length) {
        double max = Double.NEGATIVE_INFINITY;
        for (int c = offset; c < offset + length; c++) {
            max = Math.max(max, z[c]);
        }
        double sum = 0;
        for (int c = offset; c < offset + length; c++) {
            z[c] = Math.exp(z[c] - max);
            sum += z[c];
        }
        for (int c = offset; c < offset + length; c++) {
            z[c] /= sum;
        }
    }
}

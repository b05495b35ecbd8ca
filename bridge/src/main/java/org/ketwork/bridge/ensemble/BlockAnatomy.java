package org.ketwork.bridge.ensemble;

import java.util.Arrays;
import org.ketwork.numerics.matrix.Matrix;

/**
 * What one block of samples yields.
 *
 * @param means mean probabilities, of shape (samples, classes)
 * @param expectedEntropy one per sample, as the following
 * @param vonNeumannEntropy of the mixture of the passes
 * @param purity unbiased
 * @param purityError jackknife standard error of the purity; NaN for two passes, which do not show it
 */
record BlockAnatomy(
        Matrix means, double[] expectedEntropy, double[] vonNeumannEntropy, double[] purity, double[] purityError) {

    int samples() {
        return means.rows();
    }

    double[] mean(int sample) {
        return means.row(sample);
    }

    /**
     * The unbiased purity and its jackknife error from the mean squared overlap of each pass with the T − 1 others.
     *
     * <p>Leaving pass t out changes the U-statistic U = mean_t h_t by −2 (h_t − U)/(T − 2).
     */
    static double[] purityAndError(double[] overlaps) {
        int passes = overlaps.length;
        double purity = Arrays.stream(overlaps).sum() / passes;
        double squares = 0;
        for (double h : overlaps) {
            squares += (h - purity) * (h - purity);
        }
        double error = passes == 2 ? Double.NaN : Math.sqrt((passes - 1.0) / passes * squares) * 2 / (passes - 2);
        return new double[] {purity, error};
    }
}

package org.ketwork.bridge.ensemble;

import java.util.Arrays;
import org.ketwork.numerics.kernel.Accumulation;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.SymmetricEigen;

/**
 * Takes a block apart by its density matrices of shape (classes, classes), one per sample, all accumulated at once: the
 * innermost loops run over the samples of the block.
 */
final class DensitySide {
    private DensitySide() {}

    static BlockAnatomy analyse(PredictionBlock block) {
        int passes = block.passes();
        int samples = block.samples();
        int classes = block.classes();
        double[] sums = accumulate(block);
        double[][] overlaps = overlaps(block, sums);
        Matrix means = Matrix.zeros(samples, classes);
        double[] entropy = new double[samples];
        double[] purity = new double[samples];
        double[] error = new double[samples];
        for (int s = 0; s < samples; s++) {
            Matrix rho = Matrix.zeros(classes, classes);
            for (int k = 0, pair = 0; k < classes; k++) {
                means.set(s, k, block.means()[k * samples + s]);
                for (int l = 0; l <= k; l++, pair++) {
                    double value = sums[pair * samples + s] / passes;
                    rho.set(k, l, value);
                    rho.set(l, k, value);
                }
            }
            entropy[s] = Entropies.shannon(SymmetricEigen.values(rho));
            double[] purityAndError = BlockAnatomy.purityAndError(overlaps[s]);
            purity[s] = purityAndError[0];
            error[s] = purityAndError[1];
        }
        return new BlockAnatomy(means, block.expectedEntropy(), entropy, purity, error);
    }

    /** Σ_t q_k q_l for l ≤ k, of shape (pairs, samples). */
    private static double[] accumulate(PredictionBlock block) {
        int samples = block.samples();
        int classes = block.classes();
        double[] sums = new double[classes * (classes + 1) / 2 * samples];
        double[] q = block.roots();
        for (int pass = 0; pass < block.passes(); pass++) {
            int start = pass * classes * samples;
            for (int k = 0, pair = 0; k < classes; k++) {
                for (int l = 0; l <= k; l++, pair++) {
                    Accumulation.addProduct(
                            sums, pair * samples, q, start + k * samples, q, start + l * samples, samples);
                }
            }
        }
        return sums;
    }

    /** For each sample and pass the mean squared overlap with the other passes: (⟨q|Σ_t q_t q_tᵀ|q⟩ − 1)/(T − 1). */
    private static double[][] overlaps(PredictionBlock block, double[] sums) {
        int passes = block.passes();
        int samples = block.samples();
        int classes = block.classes();
        double[] q = block.roots();
        double[][] overlaps = new double[samples][passes];
        double[] form = new double[samples];
        double[] row = new double[samples];
        for (int pass = 0; pass < passes; pass++) {
            int start = pass * classes * samples;
            Arrays.fill(form, 0);
            for (int k = 0, pair = 0; k < classes; k++) {
                Arrays.fill(row, 0);
                for (int l = 0; l < k; l++, pair++) {
                    Accumulation.addProduct(row, 0, sums, pair * samples, q, start + l * samples, samples);
                }
                addRow(form, row, sums, pair * samples, q, start + k * samples, samples);
                pair++;
            }
            for (int s = 0; s < samples; s++) {
                overlaps[s][pass] = Math.max(0, (form[s] - 1) / (passes - 1));
            }
        }
        return overlaps;
    }

    /** form += q_k (2 Σ_{l<k} A_kl q_l + A_kk q_k). */
    private static void addRow(
            double[] form, double[] row, double[] sums, int diagonal, double[] q, int a, int samples) {
        for (int s = 0; s < samples; s++) {
            form[s] += q[a + s] * (2 * row[s] + sums[diagonal + s] * q[a + s]);
        }
    }
}

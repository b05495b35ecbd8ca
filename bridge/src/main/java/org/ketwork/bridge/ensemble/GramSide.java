package org.ketwork.bridge.ensemble;

import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.SymmetricEigen;

/** Takes a block apart by the Gram matrices of its passes, of shape (passes, passes): the smaller side when classes are many. */
final class GramSide {
    private GramSide() {}

    static BlockAnatomy analyse(PredictionBlock block) {
        int passes = block.passes();
        int samples = block.samples();
        int classes = block.classes();
        Matrix means = Matrix.zeros(samples, classes);
        double[] entropy = new double[samples];
        double[] purity = new double[samples];
        double[] error = new double[samples];
        Matrix kets = Matrix.zeros(passes, classes);
        for (int s = 0; s < samples; s++) {
            for (int c = 0; c < classes; c++) {
                means.set(s, c, block.means()[c * samples + s]);
                for (int t = 0; t < passes; t++) {
                    kets.set(t, c, block.roots()[(t * classes + c) * samples + s]);
                }
            }
            Matrix gram = kets.timesTranspose(kets);
            double[] purityAndError = BlockAnatomy.purityAndError(overlaps(gram));
            purity[s] = purityAndError[0];
            error[s] = purityAndError[1];
            entropy[s] = Entropies.shannon(SymmetricEigen.values(gram.scale(1.0 / passes)));
        }
        return new BlockAnatomy(means, block.expectedEntropy(), entropy, purity, error);
    }

    private static double[] overlaps(Matrix gram) {
        int passes = gram.rows();
        double[] overlaps = new double[passes];
        for (int t = 0; t < passes; t++) {
            for (int u = 0; u < passes; u++) {
                overlaps[t] += u == t ? 0 : gram.get(t, u) * gram.get(t, u);
            }
            overlaps[t] /= passes - 1;
        }
        return overlaps;
    }
}

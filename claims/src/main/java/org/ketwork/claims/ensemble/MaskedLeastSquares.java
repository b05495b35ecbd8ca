package org.ketwork.claims.ensemble;

import java.util.Arrays;
import org.ketwork.bridge.robustness.SpuriousFeatures;
import org.ketwork.neural.mask.AdversarialDeletion;
import org.ketwork.neural.mask.BlindMaskLaw;
import org.ketwork.neural.mask.MaskLaw;
import org.ketwork.neural.mask.Standout;
import org.ketwork.neural.mask.Targeted;
import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;

/**
 * Least squares on masked features, by laws that do and that do not look, with the expectation over masks in closed form: given the
 * keep probabilities kⱼ of a sample, E[mᵢmⱼ] = kᵢkⱼ off the diagonal and kᵢ on it. In a linear classifier the score that each
 * aware law reads needs no choice of a layer: standout sees the values wⱼxⱼ, targeted dropout the weights wⱼ, adversarial deletion
 * the contributions y wⱼxⱼ to the margin. Decisions are made without masks, by the sign of w·x.
 */
final class MaskedLeastSquares {
    private static final int ROUNDS = 20;

    private MaskedLeastSquares() {}

    /**
     * The weights. Aware laws look at weights, which depend on the masks: each round masks the data for the weights so far, and
     * the weights fit the masked data of all rounds (fictitious play, Brown 1951). The first round looks at ordinary least squares; a
     * feature that is never kept gets no weight.
     */
    static double[] fit(SpuriousFeatures.Sample data, MaskLaw law) {
        int units = data.features().columns();
        Matrix gram = Matrix.zeros(units, units);
        double[] correlation = new double[units];
        add(gram, correlation, data, (_, _) -> ones(units));
        double[] w = LinearSystem.leastSquares(gram, correlation);
        Arrays.fill(gram.data(), 0);
        Arrays.fill(correlation, 0);
        int rounds = law instanceof BlindMaskLaw ? 1 : ROUNDS;
        for (int round = 0; round < rounds; round++) {
            add(gram, correlation, data, keepProbabilities(law, w));
            w = LinearSystem.leastSquares(gram, correlation);
        }
        return w;
    }

    /** The keep probabilities of the features of one sample with its label. */
    private interface Keep {
        double[] of(double[] x, double y);
    }

    private static Keep keepProbabilities(MaskLaw law, double[] w) {
        return switch (law) {
            case BlindMaskLaw blind -> {
                double[] keep = blind.mean(w.length);
                yield (_, _) -> keep;
            }
            case Standout standout -> (x, _) -> standout.keepProbabilities(contributions(w, x, 1));
            case Targeted targeted -> {
                double[] keep = targeted.keepProbabilities(w);
                yield (_, _) -> keep;
            }
            case AdversarialDeletion deletion -> (x, y) -> deletion.keepProbabilities(contributions(w, x, y));
        };
    }

    private static double[] contributions(double[] w, double[] x, double label) {
        double[] scores = new double[w.length];
        Arrays.setAll(scores, j -> label * w[j] * x[j]);
        return scores;
    }

    private static double[] ones(int units) {
        double[] ones = new double[units];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void add(Matrix gram, double[] correlation, SpuriousFeatures.Sample data, Keep law) {
        int units = correlation.length;
        double[] entries = gram.data();
        for (int i = 0; i < data.label().length; i++) {
            double[] x = data.features().row(i);
            double[] keep = law.of(x, data.label()[i]);
            for (int j = 0; j < units; j++) {
                double masked = keep[j] * x[j];
                correlation[j] += data.label()[i] * masked;
                for (int k = 0; k < units; k++) {
                    entries[j * units + k] += j == k ? masked * x[j] : masked * keep[k] * x[k];
                }
            }
        }
    }
}

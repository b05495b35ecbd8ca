package org.ketwork.claims.ensemble;

import java.util.Arrays;
import org.ketwork.bridge.robustness.SpuriousFeatures;
import org.ketwork.neural.mask.AdversarialDeletion;
import org.ketwork.neural.mask.MaskLaw;
import org.ketwork.neural.mask.RealMaskLaw;
import org.ketwork.neural.mask.Standout;
import org.ketwork.neural.mask.Targeted;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/**
 * Logistic regression whose features are masked in training, by laws that do and that do not look. In a linear classifier the
 * score that each aware law reads is defined without choice of a layer: standout sees the values wⱼxⱼ, targeted dropout the weights
 * wⱼ, adversarial deletion the contributions y wⱼxⱼ to the margin. Decisions are made without masks.
 */
final class MaskedClassifier {
    private static final int STEPS = 800;
    private static final int BATCH = 25;
    private static final double RATE = 0.05;

    private MaskedClassifier() {}

    /** Weights averaged over the second half of stochastic gradient descent, from zero. */
    static double[] train(SpuriousFeatures.Sample data, MaskLaw law, RandomAddress address) {
        int units = data.features().columns();
        double[] w = new double[units];
        double[] mean = new double[units];
        double[] gradient = new double[units];
        double[] mask = new double[units];
        RandomStream order = address.at("order").stream();
        RandomAddress masks = address.at("masks");
        for (int step = 0; step < STEPS; step++) {
            Arrays.fill(gradient, 0);
            for (int b = 0; b < BATCH; b++) {
                int i = order.nextInt(data.label().length);
                double[] x = data.features().row(i);
                double y = data.label()[i];
                fill(law, masks.at(step, b), w, x, y, mask);
                double margin = 0;
                for (int j = 0; j < units; j++) {
                    margin += y * w[j] * mask[j] * x[j];
                }
                double pull = y / (1 + Math.exp(margin)) / BATCH;
                for (int j = 0; j < units; j++) {
                    gradient[j] += pull * mask[j] * x[j];
                }
            }
            for (int j = 0; j < units; j++) {
                w[j] += RATE * gradient[j];
                mean[j] += step < STEPS / 2 ? 0 : w[j] / (STEPS - STEPS / 2);
            }
        }
        return mean;
    }

    private static void fill(MaskLaw law, RandomAddress address, double[] w, double[] x, double y, double[] mask) {
        double[] scores = new double[w.length];
        switch (law) {
            case RealMaskLaw blind -> {
                blind.fill(address, mask, 0, mask.length);
                for (int j = 0; j < mask.length; j++) {
                    mask[j] /= blind.keepProbability();
                }
            }
            case Standout standout -> {
                Arrays.setAll(scores, j -> w[j] * x[j]);
                standout.fill(address, scores, mask);
            }
            case Targeted targeted -> targeted.fill(address, w, mask);
            case AdversarialDeletion deletion -> {
                Arrays.setAll(scores, j -> y * w[j] * x[j]);
                deletion.fill(address, scores, mask);
            }
            default -> throw new IllegalArgumentException(law.describe() + " makes no real masks");
        }
    }
}

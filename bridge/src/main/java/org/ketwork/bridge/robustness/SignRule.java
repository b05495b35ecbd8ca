package org.ketwork.bridge.robustness;

import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.bridge.regression.DropoutRegression;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.Matrix;

/**
 * Whether masks that do not look at the features protect from spurious ones. Dropout moves regression from joint towards marginal;
 * the spurious margin over the core margin is a Möbius, hence monotone, function of (1−p)/p in between, so it falls exactly if the
 * marginal ratio is below the joint one.
 *
 * @param jointRatio margin ratio of ordinary regression
 * @param marginalRatio margin ratio of one-feature-at-a-time regression
 * @param effect what blind dropout does
 */
public record SignRule(double jointRatio, double marginalRatio, Effect effect) {
    /** The direction in which blind masks move the reliance on spurious features. */
    public enum Effect {
        PROTECTS,
        HARMS,
        NEITHER
    }

    public static SignRule of(double jointRatio, double marginalRatio) {
        double scale = 1e-12 * (Math.abs(jointRatio) + Math.abs(marginalRatio));
        Effect effect = Math.abs(marginalRatio - jointRatio) <= scale
                ? Effect.NEITHER
                : marginalRatio < jointRatio ? Effect.PROTECTS : Effect.HARMS;
        return new SignRule(jointRatio, marginalRatio, effect);
    }

    /**
     * The rule estimated on data. The margin of a group of features is the mean of label (core) or attribute (spurious) times
     * what the group adds to the prediction.
     *
     * @param x features, shape (samples, units)
     * @param label ±1
     * @param attribute ±1, what the spurious features show
     * @param spurious which units are spurious
     */
    public static SignRule estimate(Matrix x, double[] label, double[] attribute, boolean[] spurious) {
        if (spurious.length != x.columns() || label.length != x.rows() || attribute.length != x.rows()) {
            throw new InvalidInputException(
                    "the sign rule needs one label and one attribute a sample and one flag a unit, got "
                            + label.length + ", " + attribute.length + " and " + spurious.length + " for " + x.rows()
                            + " samples of "
                            + x.columns() + " units");
        }
        DropoutRegression regression = DropoutRegression.of(x, label, MaskMoments.bernoulli(x.columns(), 1));
        return of(
                ratio(x, label, attribute, spurious, regression.minimiser()),
                ratio(x, label, attribute, spurious, regression.marginalRegression()));
    }

    private static double ratio(Matrix x, double[] label, double[] attribute, boolean[] spurious, double[] w) {
        double core = 0;
        double shortcut = 0;
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < w.length; j++) {
                double part = x.get(i, j) * w[j];
                if (spurious[j]) {
                    shortcut += attribute[i] * part;
                } else {
                    core += label[i] * part;
                }
            }
        }
        if (!(core > 0)) {
            throw new InvalidInputException(
                    "the core features have no positive margin, so the margin ratio is undefined");
        }
        return shortcut / core;
    }
}

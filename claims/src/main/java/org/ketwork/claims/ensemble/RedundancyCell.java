package org.ketwork.claims.ensemble;

import java.util.List;
import org.ketwork.bridge.robustness.SignRule;
import org.ketwork.bridge.robustness.SpuriousFeatures;

/**
 * A cell of the design of the blindness claim: where the redundancy lies.
 *
 * @param name what is redundant
 * @param model core and spurious features, all of mean 1, attribute and label correlated by 0.8
 * @param minority accuracies where the attribute contradicts the label, at p = 1, 1/2, 1/10
 * @param joint margin ratio of joint regression
 * @param marginal margin ratio of marginal regression
 */
record RedundancyCell(String name, SpuriousFeatures model, double[] minority, double joint, double marginal) {
    static final RedundancyCell CORE = new RedundancyCell(
            "core-redundant",
            new SpuriousFeatures(10, 1, 3, 1, 1, 0.5, 0.8),
            new double[] {0.435889041308, 0.570232922581, 0.629419957317},
            72.0 / 61,
            0.64);
    static final RedundancyCell SPURIOUS = new RedundancyCell(
            "spurious-redundant",
            new SpuriousFeatures(1, 1, 0.5, 10, 1, 3, 0.8),
            new double[] {0.946416821679, 0.745641603810, 0.541694244863},
            10.0 / 63,
            1);
    static final List<RedundancyCell> ALL = List.of(
            CORE,
            SPURIOUS,
            new RedundancyCell(
                    "both-redundant",
                    new SpuriousFeatures(5, 1, 1.5, 5, 1, 1.5, 0.8),
                    new double[] {0.775413460441, 0.693990575801, 0.613764421600},
                    4.0 / 9,
                    0.8),
            new RedundancyCell(
                    "none-redundant",
                    new SpuriousFeatures(1, 1, 1, 1, 1, 0.5, 0.8),
                    new double[] {0.397250797512, 0.403632026033, 0.406284814305},
                    80.0 / 61,
                    1.28));

    /** Whether the sign rule says that blind masks protect here. */
    boolean protectedByRule() {
        return model.signRule().effect() == SignRule.Effect.PROTECTS;
    }

    double minorityAccuracy(double keep) {
        return model.minorityAccuracy(model.weights(keep));
    }
}

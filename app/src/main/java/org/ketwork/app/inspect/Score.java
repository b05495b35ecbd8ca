package org.ketwork.app.inspect;

import java.util.function.Function;
import org.ketwork.bridge.ensemble.PredictionAnatomy;

/** Uncertainty scores, one number a sample; each is higher where the network should doubt more. */
public enum Score {
    PREDICTIVE_ENTROPY("predictive_entropy", PredictionAnatomy::predictiveEntropy),
    BALD("bald", PredictionAnatomy::bald),
    VON_NEUMANN_ENTROPY("von_neumann_entropy", PredictionAnatomy::vonNeumannEntropy),
    /** 1 - purity, so that mixed passes score high. */
    IMPURITY("one_minus_purity", Score::impurity),
    /** 1 - the probability of the predicted class: the usual baseline. */
    DOUBT("one_minus_confidence", Score::doubt);

    private final String key;
    private final Function<PredictionAnatomy, double[]> values;

    Score(String key, Function<PredictionAnatomy, double[]> values) {
        this.key = key;
        this.values = values;
    }

    /** Its name in JSON. */
    public String key() {
        return key;
    }

    public double[] of(PredictionAnatomy anatomy) {
        return values.apply(anatomy);
    }

    private static double[] impurity(PredictionAnatomy anatomy) {
        double[] purity = anatomy.purity();
        double[] impurity = new double[purity.length];
        for (int s = 0; s < purity.length; s++) {
            impurity[s] = 1 - purity[s];
        }
        return impurity;
    }

    private static double[] doubt(PredictionAnatomy anatomy) {
        double[] doubt = new double[anatomy.samples()];
        for (int s = 0; s < doubt.length; s++) {
            doubt[s] = 1 - anatomy.meanProbabilities().get(s, Quality.mostProbable(anatomy.meanProbabilities(), s));
        }
        return doubt;
    }
}

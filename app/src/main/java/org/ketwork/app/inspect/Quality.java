package org.ketwork.app.inspect;

import org.ketwork.bridge.ensemble.PredictionAnatomy;
import org.ketwork.neural.training.Calibration;
import org.ketwork.numerics.matrix.Matrix;

/**
 * How good the mean prediction is, against the true classes.
 *
 * @param accuracy share of samples whose most probable class is the true one
 * @param logLoss mean of -ln p(true class), in nats
 * @param brier mean of Σ_c (p_c - [c is true])² (Brier 1950), from 0 to 2
 * @param calibrationError expected calibration error; see {@link Calibration}
 */
public record Quality(double accuracy, double logLoss, double brier, double calibrationError) {
    public static Quality of(PredictionAnatomy anatomy, int[] labels) {
        Matrix p = anatomy.meanProbabilities();
        Calibration calibration = new Calibration();
        double logLoss = 0;
        double brier = 0;
        for (int s = 0; s < labels.length; s++) {
            int best = mostProbable(p, s);
            calibration.add(p.get(s, best), best == labels[s]);
            logLoss -= Math.log(p.get(s, labels[s]));
            for (int c = 0; c < p.columns(); c++) {
                double difference = p.get(s, c) - (c == labels[s] ? 1 : 0);
                brier += difference * difference;
            }
        }
        return new Quality(
                calibration.accuracy(), logLoss / labels.length, brier / labels.length, calibration.expectedError());
    }

    /** The most probable class of a sample; the first of several. */
    static int mostProbable(Matrix probabilities, int sample) {
        int best = 0;
        for (int c = 1; c < probabilities.columns(); c++) {
            if (probabilities.get(sample, c) > probabilities.get(sample, best)) {
                best = c;
            }
        }
        return best;
    }
}

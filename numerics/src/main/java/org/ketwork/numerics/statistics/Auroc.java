package org.ketwork.numerics.statistics;

/**
 * Area under the receiver operating characteristic, P(positive score > negative score) + half of P(equal), with the variance of
 * DeLong, DeLong and Clarke-Pearson (Biometrics 44, 837, 1988) by ranks (Sun and Xu, IEEE Signal Process. Lett. 21, 1389, 2014).
 *
 * @param area in [0, 1]; 1/2 for scores without information
 * @param standardError DeLong's
 * @param positives number of positive scores
 * @param negatives number of negative scores
 */
public record Auroc(double area, double standardError, int positives, int negatives) {

    /** Higher scores are to speak for the positive class. At least two scores in each class. */
    public static Auroc of(double[] positive, double[] negative) {
        throw new UnsupportedOperationException();
    }

    /** Normal interval of the area, cut to [0, 1]. */
    public Interval interval(double level) {
        throw new UnsupportedOperationException();
    }

    /**
     * DeLong's paired test of two scores on the same samples: {@code positiveA[i]} and {@code positiveB[i]} belong to the same
     * sample. Effect: area of A minus area of B, with its interval at 95 %.
     */
    public static TestResult pairedTest(
            double[] positiveA, double[] negativeA, double[] positiveB, double[] negativeB, Alternative alternative) {
        throw new UnsupportedOperationException();
    }
}

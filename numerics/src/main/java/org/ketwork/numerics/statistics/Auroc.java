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
        Placements placements = Placements.of(positive, negative);
        return new Auroc(
                placements.area(), Math.sqrt(covariance(placements, placements)), positive.length, negative.length);
    }

    /**
     * Normal interval of the area, cut to [0, 1]. Where the classes are told apart without error DeLong's variance is 0 and the interval
     * a point, which then says too much.
     */
    public Interval interval(double level) {
        double half = standardError * Quantiles.normal(level);
        return new Interval(Math.max(0, area - half), Math.min(1, area + half), level);
    }

    /**
     * DeLong's paired test of two scores on the same samples: {@code positiveA[i]} and {@code positiveB[i]} belong to the same
     * sample. Effect: area of A minus area of B, with its interval at 95 %.
     */
    public static TestResult pairedTest(
            double[] positiveA, double[] negativeA, double[] positiveB, double[] negativeB, Alternative alternative) {
        if (positiveA.length != positiveB.length || negativeA.length != negativeB.length) {
            throw new IllegalArgumentException("paired scores need the same samples, got " + positiveA.length + " and "
                    + positiveB.length + " positives, " + negativeA.length + " and " + negativeB.length + " negatives");
        }
        Placements a = Placements.of(positiveA, negativeA);
        Placements b = Placements.of(positiveB, negativeB);
        double difference = a.area() - b.area();
        double variance = covariance(a, a) - 2 * covariance(a, b) + covariance(b, b);
        // Rounding leaves a variance of a few ulp where the two scores rank alike.
        double error = Math.sqrt(Math.max(0, variance));
        double z = difference == 0 ? 0 : difference / error;
        double half = error * Quantiles.normal(0.95);
        return TestResult.of(
                "DeLong's paired test",
                z,
                alternative.normalP(z),
                "difference of areas",
                difference,
                new Interval(difference - half, difference + half, 0.95));
    }

    /**
     * For each positive score the share of negative scores below it, and for each negative score the share of positive scores
     * above it, equal scores counted half: the structural components of DeLong et al., eq. 4 and 5.
     */
    private record Placements(double[] ofPositive, double[] ofNegative, double area) {
        static Placements of(double[] positive, double[] negative) {
            Samples.requireSize(positive, 2, "an AUROC");
            Samples.requireSize(negative, 2, "an AUROC");
            double[] ofPositive = shareBelow(positive, Samples.sorted(negative));
            double[] ofNegative = shareBelow(negative, Samples.sorted(positive));
            for (int j = 0; j < ofNegative.length; j++) {
                ofNegative[j] = 1 - ofNegative[j];
            }
            return new Placements(ofPositive, ofNegative, Samples.mean(ofPositive));
        }

        private static double[] shareBelow(double[] scores, double[] sorted) {
            double[] share = new double[scores.length];
            for (int i = 0; i < scores.length; i++) {
                share[i] = (Samples.countBelow(sorted, scores[i]) + Samples.countUpTo(sorted, scores[i]))
                        / (2.0 * sorted.length);
            }
            return share;
        }
    }

    private static double covariance(Placements a, Placements b) {
        return covariance(a.ofPositive(), b.ofPositive()) / a.ofPositive().length
                + covariance(a.ofNegative(), b.ofNegative()) / a.ofNegative().length;
    }

    private static double covariance(double[] a, double[] b) {
        double meanA = Samples.mean(a);
        double meanB = Samples.mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / (a.length - 1);
    }
}

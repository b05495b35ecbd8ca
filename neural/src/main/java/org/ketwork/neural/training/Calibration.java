package org.ketwork.neural.training;

/**
 * Collects predicted classes with their probabilities, for accuracy and expected calibration error. The error is the mean distance
 * between confidence and accuracy in bins of equal width of the confidence, weighted by the share of samples in a bin (Guo, Pleiss,
 * Sun, Weinberger, ICML 2017, section 2).
 */
public final class Calibration {
    private static final int BINS = 15;

    private final long[] counts = new long[BINS];
    private final long[] hits = new long[BINS];
    private final double[] confidences = new double[BINS];

    /** Adds one prediction: the probability of the predicted class, and whether it was right. */
    public void add(double confidence, boolean hit) {
        if (!(confidence >= 0 && confidence <= 1 + 1e-9)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
        }
        int bin = Math.clamp((int) Math.ceil(confidence * BINS) - 1, 0, BINS - 1);
        counts[bin]++;
        confidences[bin] += confidence;
        hits[bin] += hit ? 1 : 0;
    }

    public long count() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    public double accuracy() {
        long sum = 0;
        for (long hit : hits) {
            sum += hit;
        }
        return (double) sum / count();
    }

    public double expectedError() {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(hits[bin] - confidences[bin]);
        }
        return sum / count();
    }
}

package org.ketwork.bridge.ensemble;

import org.ketwork.numerics.InvalidInputException;

/** Softmax of a source of logits. */
record SoftmaxPredictions(PredictionSource logits) implements PredictionSource {
    @Override
    public int passes() {
        return logits.passes();
    }

    @Override
    public int samples() {
        return logits.samples();
    }

    @Override
    public int classes() {
        return logits.classes();
    }

    @Override
    public void read(int pass, int first, int count, double[] target) {
        logits.read(pass, first, count, target);
        int classes = classes();
        for (int row = 0; row < count; row++) {
            softmax(target, row * classes, classes, pass, first + row);
        }
    }

    private static void softmax(double[] z, int offset, int classes, int pass, int sample) {
        double max = Double.NEGATIVE_INFINITY;
        for (int c = offset; c < offset + classes; c++) {
            if (!Double.isFinite(z[c])) {
                throw new InvalidInputException("logits must be finite, got " + z[c] + " in pass " + pass + ", sample "
                        + sample + ", class " + (c - offset));
            }
            max = Math.max(max, z[c]);
        }
        double sum = 0;
        for (int c = offset; c < offset + classes; c++) {
            z[c] = Math.exp(z[c] - max);
            sum += z[c];
        }
        for (int c = offset; c < offset + classes; c++) {
            z[c] /= sum;
        }
    }
}

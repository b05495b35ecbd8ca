package org.ketwork.neural.training;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.ketwork.neural.loss.BinaryCrossEntropy;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.loss.SoftmaxCrossEntropy;
import org.ketwork.numerics.InvalidInputException;

/** Adds up the scores of batches. */
final class Scorer {
    private final Loss loss;
    private final int outputs;
    private final Calibration calibration = new Calibration();
    private double sum;
    private long samples;

    Scorer(Loss loss, int outputs) {
        this.loss = loss;
        this.outputs = outputs;
    }

    void add(int rows, double[] output, double[] target) {
        double value = loss.value(rows, outputs, output, target);
        if (!Double.isFinite(value)) {
            throw new InvalidInputException("training diverged: the loss of a batch is " + value
                    + "; a smaller learning rate or smaller inputs may help");
        }
        sum += value;
        samples += rows;
        if (loss instanceof SoftmaxCrossEntropy) {
            addClasses(rows, output, target);
        } else if (loss instanceof BinaryCrossEntropy && outputs == 1) {
            addSides(rows, output, target);
        }
    }

    Scores scores(boolean masked) {
        boolean classifier = calibration.count() > 0;
        return new Scores(
                masked,
                sum / samples,
                classifier ? OptionalDouble.of(calibration.accuracy()) : OptionalDouble.empty(),
                classifier ? OptionalDouble.of(calibration.expectedError()) : OptionalDouble.empty());
    }

    private void addClasses(int rows, double[] output, double[] target) {
        double[] probabilities = Arrays.copyOf(output, rows * outputs);
        SoftmaxCrossEntropy.softmax(rows, outputs, probabilities);
        for (int r = 0; r < rows; r++) {
            int likeliest = r * outputs;
            for (int k = r * outputs; k < (r + 1) * outputs; k++) {
                likeliest = output[k] > output[likeliest] ? k : likeliest;
            }
            calibration.add(probabilities[likeliest], likeliest - r * outputs == (int) target[r]);
        }
    }

    private void addSides(int rows, double[] output, double[] target) {
        for (int r = 0; r < rows; r++) {
            calibration.add(1 / (1 + Math.exp(-Math.abs(output[r]))), output[r] > 0 == target[r] > 0.5);
        }
    }
}

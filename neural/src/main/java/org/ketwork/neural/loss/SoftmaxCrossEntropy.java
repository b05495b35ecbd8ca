package org.ketwork.neural.loss;

import org.ketwork.neural.data.Targets;
import org.ketwork.numerics.kernel.Kernels;

/**
 * Cross-entropy of the softmax of logits o with a class c, in nats: l = log(sum_k e^{o_k}) - o_c. The target is the number of the class,
 * one per sample. With p the softmax, the gradient is p - e_c and the Hessian is diag(p) - p p^T.
 */
public record SoftmaxCrossEntropy() implements Loss {
    @Override
    public int targets(int outputs) {
        return 1;
    }

    @Override
    public double[] encode(Targets targets, int outputs) {
        return Encoding.classes(targets, outputs);
    }

    @Override
    public double value(int rows, int outputs, double[] output, double[] target) {
        double[] exponentials = new double[rows * outputs];
        double sum = shiftedExponentials(rows, outputs, output, exponentials);
        for (int r = 0; r < rows; r++) {
            sum += Math.log(rowSum(exponentials, r * outputs, outputs))
                    - output[r * outputs + classOf(target[r], outputs)];
        }
        return sum;
    }

    @Override
    public void gradient(int rows, int outputs, double factor, double[] output, double[] target, double[] outputBar) {
        shiftedExponentials(rows, outputs, output, outputBar);
        for (int r = 0; r < rows; r++) {
            double scale = factor / rowSum(outputBar, r * outputs, outputs);
            for (int k = r * outputs; k < (r + 1) * outputs; k++) {
                outputBar[k] *= scale;
            }
            outputBar[r * outputs + classOf(target[r], outputs)] -= factor;
        }
    }

    @Override
    public void hessianTimes(
            int rows,
            int outputs,
            double factor,
            double[] output,
            double[] target,
            double[] direction,
            double[] result) {
        System.arraycopy(output, 0, result, 0, rows * outputs);
        softmax(rows, outputs, result);
        for (int r = 0; r < rows; r++) {
            double mean = 0;
            for (int k = r * outputs; k < (r + 1) * outputs; k++) {
                mean += result[k] * direction[k];
            }
            for (int k = r * outputs; k < (r + 1) * outputs; k++) {
                result[k] *= factor * (direction[k] - mean);
            }
        }
    }

    /** Overwrites logits (rows, classes) by their softmax. */
    public static void softmax(int rows, int classes, double[] logits) {
        shiftedExponentials(rows, classes, logits, logits);
        for (int r = 0; r < rows; r++) {
            double normaliser = rowSum(logits, r * classes, classes);
            for (int k = r * classes; k < (r + 1) * classes; k++) {
                logits[k] /= normaliser;
            }
        }
    }

    /** Writes exp(o - m) with m the largest logit of the row, against overflow, and returns the sum of all m. */
    private static double shiftedExponentials(int rows, int columns, double[] logits, double[] target) {
        double sum = 0;
        for (int r = 0; r < rows; r++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int k = r * columns; k < (r + 1) * columns; k++) {
                max = Math.max(max, logits[k]);
            }
            for (int k = r * columns; k < (r + 1) * columns; k++) {
                target[k] = logits[k] - max;
            }
            sum += max;
        }
        Kernels.best().exp(target, 0, target, 0, rows * columns);
        return sum;
    }

    private static double rowSum(double[] x, int start, int count) {
        double sum = 0;
        for (int k = start; k < start + count; k++) {
            sum += x[k];
        }
        return sum;
    }

    private static int classOf(double target, int outputs) {
        int number = (int) target;
        if (number != target || number < 0 || number >= outputs) {
            throw new IllegalArgumentException(
                    "a class must be a whole number from 0 to " + (outputs - 1) + ", got " + target);
        }
        return number;
    }
}

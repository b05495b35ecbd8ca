package org.ketwork.neural.loss;

import org.ketwork.neural.data.Targets;

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
        double sum = 0;
        for (int r = 0; r < rows; r++) {
            sum += logNormaliser(output, r * outputs, outputs) - output[r * outputs + classOf(target[r], outputs)];
        }
        return sum;
    }

    @Override
    public void gradient(int rows, int outputs, double factor, double[] output, double[] target, double[] outputBar) {
        for (int r = 0; r < rows; r++) {
            double log = logNormaliser(output, r * outputs, outputs);
            for (int k = r * outputs; k < (r + 1) * outputs; k++) {
                outputBar[k] = factor * Math.exp(output[k] - log);
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
        for (int r = 0; r < rows; r++) {
            double log = logNormaliser(output, r * outputs, outputs);
            double mean = 0;
            for (int k = r * outputs; k < (r + 1) * outputs; k++) {
                result[k] = Math.exp(output[k] - log);
                mean += result[k] * direction[k];
            }
            for (int k = r * outputs; k < (r + 1) * outputs; k++) {
                result[k] *= factor * (direction[k] - mean);
            }
        }
    }

    /** Overwrites logits (rows, classes) by their softmax. */
    public static void softmax(int rows, int classes, double[] logits) {
        for (int r = 0; r < rows; r++) {
            double log = logNormaliser(logits, r * classes, classes);
            for (int k = r * classes; k < (r + 1) * classes; k++) {
                logits[k] = Math.exp(logits[k] - log);
            }
        }
    }

    /** log(sum of exponentials), shifted by the largest logit against overflow. */
    private static double logNormaliser(double[] logits, int start, int count) {
        double max = Double.NEGATIVE_INFINITY;
        for (int k = start; k < start + count; k++) {
            max = Math.max(max, logits[k]);
        }
        double sum = 0;
        for (int k = start; k < start + count; k++) {
            sum += Math.exp(logits[k] - max);
        }
        return max + Math.log(sum);
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

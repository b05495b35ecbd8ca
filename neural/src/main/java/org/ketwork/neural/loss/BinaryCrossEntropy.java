package org.ketwork.neural.loss;

import org.ketwork.neural.data.Targets;

/**
 * Cross-entropy of independent yes-or-no outputs given as logits, in nats: the sum over outputs of log(1 + e^o) - t o, with targets t
 * in [0, 1].
 */
public record BinaryCrossEntropy() implements Loss {
    @Override
    public int targets(int outputs) {
        return outputs;
    }

    @Override
    public double[] encode(Targets targets, int outputs) {
        return Encoding.perOutput(targets, outputs);
    }

    @Override
    public double value(int rows, int outputs, double[] output, double[] target) {
        double sum = 0;
        for (int i = 0; i < rows * outputs; i++) {
            double o = output[i];
            sum += Math.max(o, 0) + Math.log1p(Math.exp(-Math.abs(o))) - target[i] * o;
        }
        return sum;
    }

    @Override
    public void gradient(int rows, int outputs, double factor, double[] output, double[] target, double[] outputBar) {
        for (int i = 0; i < rows * outputs; i++) {
            outputBar[i] = factor * (sigmoid(output[i]) - target[i]);
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
        for (int i = 0; i < rows * outputs; i++) {
            result[i] = factor * sigmoid(output[i]) * sigmoid(-output[i]) * direction[i];
        }
    }

    private static double sigmoid(double x) {
        return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }
}

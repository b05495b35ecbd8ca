package org.ketwork.neural.loss;

import org.ketwork.neural.data.Targets;

/** Half the squared distance, l = |o - t|^2 / 2; a target per output. */
public record SquaredError() implements Loss {
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
            double residual = output[i] - target[i];
            sum += 0.5 * residual * residual;
        }
        return sum;
    }

    @Override
    public void gradient(int rows, int outputs, double factor, double[] output, double[] target, double[] outputBar) {
        for (int i = 0; i < rows * outputs; i++) {
            outputBar[i] = factor * (output[i] - target[i]);
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
            result[i] = factor * direction[i];
        }
    }
}

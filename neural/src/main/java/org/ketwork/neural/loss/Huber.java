package org.ketwork.neural.loss;

import org.ketwork.neural.data.Targets;

/**
 * Squared near zero and linear far away: with r = o - t, the sum over outputs of r^2/2 for |r| <= delta and of
 * delta (|r| - delta/2) beyond (Huber, Ann. Math. Stat. 35, 73, 1964).
 */
public record Huber(double delta) implements Loss {
    public Huber {
        if (!(delta > 0 && delta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("delta of the Huber loss must be positive and finite, got " + delta);
        }
    }

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
            double distance = Math.abs(output[i] - target[i]);
            sum += distance <= delta ? 0.5 * distance * distance : delta * (distance - 0.5 * delta);
        }
        return sum;
    }

    @Override
    public void gradient(int rows, int outputs, double factor, double[] output, double[] target, double[] outputBar) {
        for (int i = 0; i < rows * outputs; i++) {
            outputBar[i] = factor * Math.clamp(output[i] - target[i], -delta, delta);
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
            result[i] = Math.abs(output[i] - target[i]) <= delta ? factor * direction[i] : 0;
        }
    }
}

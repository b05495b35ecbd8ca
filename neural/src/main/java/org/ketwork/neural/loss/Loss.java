package org.ketwork.neural.loss;

import org.ketwork.neural.data.Targets;

/**
 * A loss l(o, t) of one sample with outputs o and targets t, and its first two derivatives with respect to o. On a batch, outputs
 * have shape (rows, outputs) and targets (rows, {@link #targets}); the loss of a batch is the sum over its rows.
 */
public sealed interface Loss permits SoftmaxCrossEntropy, SquaredError, BinaryCrossEntropy, Huber {
    /** Numbers per sample that describe the target, for a network with so many outputs. */
    int targets(int outputs);

    /**
     * The targets of a data set as the numbers this loss takes, (samples, {@link #targets}).
     *
     * @throws IllegalArgumentException if such targets have no meaning for this loss
     */
    double[] encode(Targets targets, int outputs);

    /** The sum of the losses of the rows. */
    double value(int rows, int outputs, double[] output, double[] target);

    /** Writes factor times the gradient of the loss of each row. */
    void gradient(int rows, int outputs, double factor, double[] output, double[] target, double[] outputBar);

    /** Writes factor times the product of the Hessian of each row's loss with that row's direction. */
    void hessianTimes(
            int rows,
            int outputs,
            double factor,
            double[] output,
            double[] target,
            double[] direction,
            double[] result);
}

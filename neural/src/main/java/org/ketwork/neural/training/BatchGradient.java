package org.ketwork.neural.training;

import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.network.DenseStack;
import org.ketwork.neural.network.Network;
import org.ketwork.numerics.parallel.Workers;

/**
 * The loss of mini-batches and its gradient. A batch is cut into parts by its size alone, never by the number of threads; the gradient
 * is the sum of the parts' gradients in their order.
 */
interface BatchGradient {
    /** The quickest way to gradients of this network. */
    static BatchGradient of(Network network, Loss loss, Examples data, int batchSize, Workers workers) {
        return DenseStack.of(network)
                .<BatchGradient>map(stack -> new StackGradient(stack, loss, data, batchSize, workers))
                .orElseGet(() -> new LayeredGradient(network, loss, data, batchSize, workers));
    }

    /** Computes outputs and gradients of the mean loss over the examples with the given numbers. */
    void compute(double[] theta, int[] examples, Pass pass);

    /** Sums the gradients of the last batch for the parameters {@code from} to {@code to}, and returns the array that holds them. */
    double[] gradient(int from, int to);

    /** The mean loss of the last batch; not finite when the outputs overflow. */
    double loss();

    /** Adds the outputs of the last batch to the scores. */
    void score(Scorer scorer);
}

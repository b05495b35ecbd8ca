package org.ketwork.neural.training;

import java.util.stream.IntStream;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.neural.optimiser.Lbfgs;
import org.ketwork.neural.optimiser.Minimum;
import org.ketwork.neural.optimiser.Objective;
import org.ketwork.numerics.parallel.Workers;

/** The mean loss over all examples, plus half the weight decay times |theta|^2, as one function of the parameters. */
public final class FullBatch implements Objective {
    private final double weightDecay;
    private final Pass pass;
    private final int[] everything;
    private final BatchGradient batch;

    /**
     * @param weightDecay coefficient of |theta|^2/2, over all parameters, biases included
     * @param pass the pass of every evaluation: masks, if on, are the same ones each time
     */
    public FullBatch(Network network, Loss loss, Examples examples, double weightDecay, Pass pass, Workers workers) {
        if (!(weightDecay >= 0)) {
            throw new IllegalArgumentException("weight decay must not be negative, got " + weightDecay);
        }
        this.weightDecay = weightDecay;
        this.pass = pass;
        this.everything = IntStream.range(0, examples.samples()).toArray();
        this.batch = BatchGradient.of(network, loss, examples, examples.samples(), workers);
    }

    @Override
    public double evaluate(double[] theta, double[] gradient) {
        batch.compute(theta, everything, pass);
        double[] sum = batch.gradient(0, theta.length);
        double penalty = 0;
        for (int i = 0; i < theta.length; i++) {
            gradient[i] = sum[i] + weightDecay * theta[i];
            penalty += 0.5 * weightDecay * theta[i] * theta[i];
        }
        return batch.loss() + penalty;
    }

    /** Minimises from the given parameters, which are not changed. */
    public Minimum minimise(Lbfgs method, Parameters start) {
        return method.minimise(this, start.values());
    }

    /** The same, telling about every iteration that made a step. */
    public Minimum minimise(Lbfgs method, Parameters start, Lbfgs.Listener listener) {
        return method.minimise(this, start.values(), listener);
    }
}

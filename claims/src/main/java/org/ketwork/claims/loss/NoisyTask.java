package org.ketwork.claims.loss;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Something that is done under a noise whose level can be chosen, and that can be done worse or better.
 *
 * @param name for tables and figures
 * @param unit the noise level that stands at 1 on the common axis: the predicted optimum; for a control that of its counterpart
 * @param exact the expected risk by theory, at noise >= 0, where theory knows it
 * @param experiment measures the risk
 */
record NoisyTask(String name, double unit, Optional<DoubleUnaryOperator> exact, Experiment experiment) {
    /** One repetition of the task at each of several noise levels, the first of which is 0. */
    @FunctionalInterface
    interface Experiment {
        /** The risks; the address is the same for all levels, so that they differ by the noise level only. */
        double[] risks(double[] noises, RandomAddress repetition);
    }
}

package org.ketwork.neural.optimiser;

/**
 * A rule that moves parameters by their gradient. The rule is a value; what it remembers from step to step are its moments, arrays as
 * long as the parameters that belong to the caller, so that training can be stored and taken up again.
 */
public sealed interface Optimiser permits Sgd, Adam, AdamW {
    /** How many arrays of moments the rule needs; they begin as zeros. */
    int moments();

    /**
     * Moves the parameters {@code from} (inclusive) to {@code to} (exclusive). Parameters do not influence one another, so that a step
     * may be made in pieces.
     *
     * @param step the number of this step, counted from 1
     * @param rate the learning rate
     */
    void step(long step, double rate, double[] gradient, double[][] moments, double[] theta, int from, int to);

    /** Fresh moments for so many parameters. */
    default double[][] freshMoments(int parameters) {
        return new double[moments()][parameters];
    }
}

package org.ketwork.neural.optimiser;

/** A differentiable function of many variables. */
@FunctionalInterface
public interface Objective {
    /** The value at x; its gradient there is written to {@code gradient}. */
    double evaluate(double[] x, double[] gradient);
}

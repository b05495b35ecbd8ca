package org.ketwork.neural.optimiser;

/**
 * Where a minimisation ended.
 *
 * @param gradientNorm the largest absolute entry of the gradient there
 * @param evaluations how often value and gradient were computed
 * @param converged whether the gradient fell below the tolerance; otherwise the iterations ran out or no step lowered the value
 */
public record Minimum(
        double[] point, double value, double gradientNorm, int iterations, int evaluations, boolean converged) {}

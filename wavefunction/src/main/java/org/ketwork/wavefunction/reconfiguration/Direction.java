package org.ketwork.wavefunction.reconfiguration;

/**
 * The solution of the equations of a step.
 *
 * @param parameters d, the change of the parameters
 * @param state X d, the change of the state that it makes
 * @param metricSeconds spent on the metric or the Gram matrix
 * @param solutionSeconds spent on all that follows from it
 */
public record Direction(double[] parameters, Change state, double metricSeconds, double solutionSeconds) {}

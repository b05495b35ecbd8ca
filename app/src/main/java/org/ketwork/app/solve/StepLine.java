package org.ketwork.app.solve;

/**
 * One line of metrics: the state before a step, as its sample saw it; undefined numbers are NaN and stored as null.
 *
 * @param level 0 for the ground state
 * @param error standard error of the energy
 * @param shift what was added to the diagonal, after all retries
 * @param retries how often the step was tried again with a larger shift, having led to numbers that are not finite
 * @param bytes of memory that its derivatives and equations took, about
 */
public record StepLine(
        int level,
        int step,
        double energy,
        double error,
        double variance,
        double vScore,
        double acceptance,
        double shift,
        int retries,
        long bytes) {}

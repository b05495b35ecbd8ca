package org.ketwork.wavefunction.tomography;

import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.wavefunction.reconfiguration.Shift;

/**
 * How a reconstruction goes.
 *
 * @param steps how many it makes
 * @param batch shots that a step draws from the data at random, with replacement; 0 for all of them
 * @param retries how often a step whose equations could not be solved is tried again with a ten times larger shift
 */
public record TomographySpec(long steps, LearningRate learningRate, TomographyRule rule, int batch, int retries) {
    public TomographySpec {
        if (steps < 0) {
            throw new InvalidInputException("the number of steps must not be negative, got " + steps);
        }
        if (batch < 0) {
            throw new InvalidInputException("a batch has a positive number of shots, or 0 for all, got " + batch);
        }
        if (retries < 0) {
            throw new InvalidInputException("the number of retries must not be negative, got " + retries);
        }
    }

    public TomographySpec(long steps, LearningRate learningRate, TomographyRule rule, int batch) {
        this(steps, learningRate, rule, batch, 5);
    }

    /** All shots in every step, natural gradient with a shift that goes down. */
    public static TomographySpec standard(long steps) {
        return new TomographySpec(
                steps,
                LearningRate.constant(0.3),
                new TomographyRule.NaturalGradient(Shift.decaying(1e-2, 1e-5, Math.max(1, steps / 2))),
                0);
    }
}

package org.ketwork.wavefunction.minimisation;

import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.wavefunction.reconfiguration.Shift;

/**
 * How a minimisation goes.
 *
 * @param steps how many it makes
 * @param retries how often a step that came out not finite, or whose equations were not positive definite, is tried again with a ten
 *     times larger shift
 * @param memory the most bytes that the equations of one step may take
 */
public record MinimisationSpec(long steps, LearningRate learningRate, StepRule rule, int retries, long memory) {
    private static final long DEFAULT_MEMORY = 4L << 30;

    public MinimisationSpec {
        if (steps < 0) {
            throw new InvalidInputException("the number of steps must not be negative, got " + steps);
        }
        if (retries < 0) {
            throw new InvalidInputException("the number of retries must not be negative, got " + retries);
        }
        if (memory < 1) {
            throw new InvalidInputException("a step needs memory, got " + memory + " bytes");
        }
    }

    public MinimisationSpec(long steps, LearningRate learningRate, StepRule rule) {
        this(steps, learningRate, rule, 5, DEFAULT_MEMORY);
    }

    /** Settings that converge on the problems of the documentation without being tuned: see docs of the solve command. */
    public static MinimisationSpec standard(long steps) {
        return new MinimisationSpec(
                steps,
                LearningRate.constant(0.05),
                new StepRule.Reconfiguration(Shift.decaying(1e-2, 1e-4, Math.max(1, steps / 2)), 0.9));
    }
}

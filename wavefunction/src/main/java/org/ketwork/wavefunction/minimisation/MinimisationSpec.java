package org.ketwork.wavefunction.minimisation;

import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.wavefunction.reconfiguration.MetricSolver;
import org.ketwork.wavefunction.reconfiguration.Shift;
import org.ketwork.wavefunction.reconfiguration.Space;
import org.ketwork.wavefunction.reconfiguration.StepLimit;

/**
 * How a minimisation goes.
 *
 * @param steps how many it makes
 * @param retries how often a step is tried again with a ten times larger shift, if it came out not finite, led to local energies that
 *     are not finite, or its equations were not positive definite
 * @param memory the most bytes that the derivatives and the equations of one step may take
 */
public record MinimisationSpec(long steps, LearningRate learningRate, StepRule rule, int retries, long memory) {
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
        this(steps, learningRate, rule, 5, MetricSolver.USUAL_MEMORY);
    }

    /**
     * Settings that need no tuning on the problems they were tried on. Steps and shift begin large and end small, for in the end the noise
     * of the steps, not the family, limits the energy; the shift is in units of the metric, for tied weights have large derivatives; and no
     * step turns the state by more than a tenth of a radian, over which the metric may be trusted.
     */
    public static MinimisationSpec standard(long steps) {
        long many = Math.max(1, steps);
        return new MinimisationSpec(
                steps,
                new LearningRate.Cosine(0.05, 0.001, many),
                new StepRule.Reconfiguration(
                        Shift.decaying(1e-1, 1e-5, Math.max(1, many / 2)).in(Shift.Scale.MEAN_DIAGONAL),
                        0.8,
                        Space.CHEAPER,
                        new StepLimit.Angle(0.1)));
    }
}

package org.ketwork.wavefunction.dynamics;

import org.ketwork.numerics.InvalidInputException;
import org.ketwork.wavefunction.reconfiguration.Regularisation;
import org.ketwork.wavefunction.reconfiguration.Space;

/**
 * How an evolution goes.
 *
 * @param end the time at which it ends, from 0
 * @param interval steps end at all multiples of it, so that results can be compared at these times
 * @param regularisation of the equations of motion
 * @param space where they are solved
 */
public record EvolutionSpec(
        Time time, double end, double interval, StepControl steps, Regularisation regularisation, Space space) {
    public EvolutionSpec {
        if (!(end > 0 && end < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException("the time at which an evolution ends must be positive, got " + end);
        }
        if (!(interval > 0 && interval <= end)) {
            throw new InvalidInputException(
                    "the interval between stops of an evolution must be in (0, " + end + "], got " + interval);
        }
    }

    public EvolutionSpec(Time time, double end, double interval, StepControl steps, Regularisation regularisation) {
        this(time, end, interval, steps, regularisation, Space.CHEAPER);
    }

    /** The number of multiples of the interval up to the end; the last may be cut short. */
    long stops() {
        return (long) Math.ceil(end / interval * (1 - 1e-12));
    }

    /** The time of a stop, counted from 1. */
    double stop(long number) {
        return number >= stops() ? end : number * interval;
    }
}

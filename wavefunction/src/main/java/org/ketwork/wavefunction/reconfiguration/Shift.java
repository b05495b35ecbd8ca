package org.ketwork.wavefunction.reconfiguration;

import org.ketwork.numerics.InvalidInputException;

/**
 * A multiple of the unit matrix, or of the diagonal, is added to the metric, and the equations are solved by Cholesky. The shift decays
 * from step to step down to a floor: max(floor, first · decay^step).
 *
 * @param first at step 0
 * @param decay factor from one step to the next, in (0, 1]
 * @param floor the least it becomes
 */
public record Shift(double first, double decay, double floor, Scale scale) implements Regularisation {
    /** In which units a shift is stated. */
    public enum Scale {
        /** S + λ: as it is. */
        ABSOLUTE,
        /** S + λ tr S / (number of parameters): does not change when all parameters are measured in another unit. */
        MEAN_DIAGONAL,
        /** S + λ diag S: does not change when any parameter is measured in another unit. In the space of parameters only. */
        DIAGONAL
    }

    public Shift {
        if (!(first > 0 && first < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException("the diagonal shift must be positive and finite, got " + first);
        }
        if (!(decay > 0 && decay <= 1)) {
            throw new InvalidInputException("the decay of the diagonal shift must be in (0, 1], got " + decay);
        }
        if (!(floor > 0 && floor <= first)) {
            throw new InvalidInputException(
                    "the floor of the diagonal shift must be in (0, " + first + "], got " + floor);
        }
    }

    /** The same at all steps. */
    public static Shift constant(double shift) {
        return new Shift(shift, 1, shift, Scale.ABSOLUTE);
    }

    /** From the first to the floor, at which it arrives after the given number of steps. */
    public static Shift decaying(double first, double floor, long steps) {
        return steps < 1
                ? constant(floor)
                : new Shift(first, Math.pow(floor / first, 1.0 / steps), floor, Scale.ABSOLUTE);
    }

    public Shift in(Scale otherScale) {
        return new Shift(first, decay, floor, otherScale);
    }

    @Override
    public double at(long step) {
        return Math.max(floor, first * Math.pow(decay, (double) step));
    }
}

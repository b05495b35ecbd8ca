package org.ketwork.wavefunction.dynamics;

import org.ketwork.numerics.InvalidInputException;

/**
 * How long the steps in time are. A step is accepted if its estimated error, the angle in radian by which it turns the state wrongly, is
 * at most the tolerance, or if it is the shortest one.
 *
 * @param tolerance angle by which one step may err
 * @param first length of the first try
 * @param least length of the shortest step
 * @param most length of the longest step
 */
public record StepControl(double tolerance, double first, double least, double most) {
    /** A step aims below the tolerance, so that it is seldom rejected. */
    private static final double CAUTION = 0.9;

    private static final double MOST_GROWTH = 4;
    private static final double MOST_SHRINKAGE = 0.2;

    public StepControl {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new InvalidInputException(
                    "the angle by which a step in time may err must be in (0, 1), got " + tolerance);
        }
        if (!(least > 0 && least <= first && first <= most && most < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException("steps in time need 0 < shortest <= first <= longest, got " + least + ", "
                    + first + " and " + most);
        }
    }

    /** Steps between 10⁻⁵ and 0.1, beginning with 10⁻³. */
    public static StepControl of(double tolerance) {
        return new StepControl(tolerance, 1e-3, 1e-5, 0.1);
    }

    /** Steps of one length, whatever their error. */
    public static StepControl fixed(double length) {
        return new StepControl(0.5, length, length, length);
    }

    boolean accepts(double length, double error) {
        return error <= tolerance || length <= least;
    }

    /** The next length to try, after one of a scheme whose error estimate is of the given order. */
    double next(double length, double error, int order) {
        double factor = error == 0 ? MOST_GROWTH : CAUTION * Math.pow(tolerance / error, 1.0 / order);
        return clamped(length * Math.clamp(factor, MOST_SHRINKAGE, MOST_GROWTH));
    }

    /** The next length to try, after one at which the equations had no solution. */
    double afterFailure(double length) {
        return clamped(length * MOST_SHRINKAGE);
    }

    private double clamped(double length) {
        return Math.clamp(length, least, most);
    }
}

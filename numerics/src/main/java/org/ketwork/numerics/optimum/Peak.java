package org.ketwork.numerics.optimum;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import org.hipparchus.optim.univariate.UnivariatePointValuePair;

/**
 * The largest value of a function of a positive variable within an interval.
 *
 * @param position where it is taken
 * @param value the value there
 * @param interior whether the position lies strictly inside the interval; false when the function is largest at an end, which
 *     means that the interval holds no optimum
 */
public record Peak(double position, double value, boolean interior) {
    private static final int SCAN_POINTS = 65;
    /** A maximum is located to the square root of the machine precision only: there the function is flat to rounding. */
    private static final double RELATIVE_PRECISION = 1e-10;

    /**
     * The maximum over [low, high], searched on a logarithmic scale: a scan over 65 points finds the summit, Brent's method
     * (Brent 1973, chapter 5) its top. A function with several summits narrower than the scan can be misjudged.
     *
     * @throws IllegalArgumentException unless 0 < low < high, or when the function is not finite at a scanned point
     */
    public static Peak of(DoubleUnaryOperator function, double low, double high) {
        if (!(low > 0 && low < high && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the interval must satisfy 0 < low < high, got " + low + " and " + high);
        }
        double start = Math.log(low);
        double step = (Math.log(high) - start) / (SCAN_POINTS - 1);
        int best = 0;
        double bestValue = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < SCAN_POINTS; i++) {
            double x = Math.exp(start + i * step);
            double value = function.applyAsDouble(x);
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "the function must be finite on the interval, got " + value + " at " + x);
            }
            if (value > bestValue) {
                best = i;
                bestValue = value;
            }
        }
        if (best == 0) {
            return new Peak(low, bestValue, false);
        }
        if (best == SCAN_POINTS - 1) {
            return new Peak(high, bestValue, false);
        }
        UnivariatePointValuePair top = new BrentOptimizer(RELATIVE_PRECISION, 1e-14)
                .optimize(
                        new UnivariateObjectiveFunction(logX -> function.applyAsDouble(Math.exp(logX))),
                        new SearchInterval(start + (best - 1) * step, start + (best + 1) * step, start + best * step),
                        GoalType.MAXIMIZE,
                        new MaxEval(1000));
        return new Peak(Math.exp(top.getPoint()), top.getValue(), true);
    }

    /** The minimum over [low, high] in the same way: {@code value} is the smallest value of the function. */
    public static Peak lowest(DoubleUnaryOperator function, double low, double high) {
        Peak highest = of(x -> -function.applyAsDouble(x), low, high);
        return new Peak(highest.position, -highest.value, highest.interior);
    }
}

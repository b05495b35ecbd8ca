package org.ketwork.neural.optimiser;

/**
 * A step along a descent direction that satisfies the strong Wolfe conditions phi(a) <= phi(0) + c1 a phi'(0) and
 * |phi'(a)| <= c2 |phi'(0)|, by bracketing and cubic interpolation (Nocedal and Wright, Numerical Optimization, 2006, algorithms 3.5
 * and 3.6, equation 3.59).
 */
final class WolfeSearch {
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;
    /** Relative error of a computed value. */
    private static final double ROUNDING = 1e-14;

    private static final int PATIENCE = 40;

    private final Objective objective;
    private final double[] origin;
    private final double[] direction;
    private final Trial start;
    private int evaluations;

    /** A point on the line: phi and phi' at the step length. */
    private record Trial(double length, double value, double slope, double[] point, double[] gradient) {}

    /** Where the search ended, and whether that is better than the start. */
    record Result(double[] point, double value, double[] gradient, int evaluations, boolean progress) {}

    WolfeSearch(Objective objective, double[] origin, double value, double[] gradient, double[] direction) {
        this.objective = objective;
        this.origin = origin;
        this.direction = direction;
        this.start = new Trial(0, value, Vectors.dot(gradient, direction), origin, gradient);
    }

    Result from(double firstTrial) {
        Trial best = bracket(firstTrial);
        boolean progress = best.value() < start.value() || (best.length() > 0 && acceptable(best));
        return new Result(best.point(), best.value(), best.gradient(), evaluations, progress);
    }

    private Trial bracket(double firstTrial) {
        Trial previous = start;
        double length = firstTrial;
        while (evaluations < PATIENCE) {
            Trial trial = at(length);
            if (acceptable(trial)) {
                return trial;
            }
            if (!(trial.value() <= allowed(length)) || (evaluations > 1 && trial.value() >= previous.value())) {
                return zoom(previous, trial);
            }
            if (trial.slope() >= 0) {
                return zoom(trial, previous);
            }
            previous = trial;
            length *= 2;
        }
        return previous;
    }

    /** Narrows an interval that holds acceptable steps; {@code low} is the end with the lower value that decreases enough. */
    private Trial zoom(Trial low, Trial high) {
        while (evaluations < PATIENCE && Math.abs(high.length() - low.length()) > 1e-16 * Math.abs(low.length())) {
            Trial trial = at(between(low, high));
            if (acceptable(trial)) {
                return trial;
            }
            if (!(trial.value() <= allowed(trial.length())) || trial.value() >= low.value()) {
                high = trial;
                continue;
            }
            if (trial.slope() * (high.length() - low.length()) >= 0) {
                high = low;
            }
            low = trial;
        }
        return low;
    }

    private double allowed(double length) {
        return start.value() + SUFFICIENT_DECREASE * length * start.slope();
    }

    /**
     * Both Wolfe conditions. Close to a minimum differences of values drown in rounding; there the decrease is judged by slopes, as
     * for the parabola through start and trial (Hager and Zhang, SIAM J. Optim. 16, 170, 2005, equation 4).
     */
    private boolean acceptable(Trial trial) {
        boolean flatEnough = Math.abs(trial.slope()) <= -CURVATURE * start.slope();
        boolean level = trial.value() <= start.value() + ROUNDING * Math.abs(start.value());
        boolean decreasesBySlope = level && trial.slope() <= (2 * SUFFICIENT_DECREASE - 1) * start.slope();
        return flatEnough && (trial.value() <= allowed(trial.length()) || decreasesBySlope);
    }

    /** The minimum of the cubic through both ends, kept away from them; the middle where there is none. */
    private static double between(Trial low, Trial high) {
        double width = high.length() - low.length();
        double middle = low.length() + 0.5 * width;
        double d1 = low.slope() + high.slope() - 3 * (high.value() - low.value()) / width;
        double square = d1 * d1 - low.slope() * high.slope();
        if (!(square >= 0)) {
            return middle;
        }
        double d2 = Math.copySign(Math.sqrt(square), width);
        double length = high.length() - width * (high.slope() + d2 - d1) / (high.slope() - low.slope() + 2 * d2);
        double position = (length - low.length()) / width;
        return position > 0.1 && position < 0.9 ? length : middle;
    }

    private Trial at(double length) {
        evaluations++;
        double[] point = origin.clone();
        Vectors.add(length, direction, point);
        double[] gradient = new double[point.length];
        double value = objective.evaluate(point, gradient);
        return new Trial(length, value, Vectors.dot(gradient, direction), point, gradient);
    }
}

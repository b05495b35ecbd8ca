package org.ketwork.neural.optimiser;

/**
 * A step along a descent direction that satisfies the strong Wolfe conditions phi(a) <= phi(0) + c1 a phi'(0) and
 * |phi'(a)| <= c2 |phi'(0)|, by bracketing and cubic interpolation (Nocedal and Wright, Numerical Optimization, 2006, algorithms 3.5
 * and 3.6, equation 3.59).
 */
final class WolfeSearch {
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;
    private static final int PATIENCE = 40;

    private final Objective objective;
    private final double[] origin;
    private final double[] direction;
    private final Trial start;
    private int evaluations;

    /** A point on the line: phi and phi' at the step length. */
    private record Trial(double length, double value, double slope, double[] point, double[] gradient) {}

    /** Where the search ended; the value is not lower than at the start only when no step lowers it. */
    record Result(double[] point, double value, double[] gradient, int evaluations) {}

    WolfeSearch(Objective objective, double[] origin, double value, double[] gradient, double[] direction) {
        this.objective = objective;
        this.origin = origin;
        this.direction = direction;
        this.start = new Trial(0, value, Vectors.dot(gradient, direction), origin, gradient);
    }

    Result from(double firstTrial) {
        Trial best = bracket(firstTrial);
        return new Result(best.point(), best.value(), best.gradient(), evaluations);
    }

    private Trial bracket(double firstTrial) {
        Trial previous = start;
        double length = firstTrial;
        while (evaluations < PATIENCE) {
            Trial trial = at(length);
            if (!(trial.value() <= allowed(length)) || (evaluations > 1 && trial.value() >= previous.value())) {
                return zoom(previous, trial);
            }
            if (flatEnough(trial)) {
                return trial;
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
            if (!(trial.value() <= allowed(trial.length())) || trial.value() >= low.value()) {
                high = trial;
                continue;
            }
            if (flatEnough(trial)) {
                return trial;
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

    private boolean flatEnough(Trial trial) {
        return Math.abs(trial.slope()) <= -CURVATURE * start.slope();
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

package org.ketwork.neural.optimiser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Limited-memory BFGS: the inverse Hessian is built from the last few steps by the two-loop recursion (Nocedal and Wright, Numerical
 * Optimization, 2006, algorithms 7.4 and 7.5), with a line search for the strong Wolfe conditions. For objectives without noise: the
 * full batch, masks fixed or off.
 *
 * @param memory steps remembered
 * @param maxIterations when to give up
 * @param tolerance converged when no entry of the gradient is larger
 */
public record Lbfgs(int memory, int maxIterations, double tolerance) {
    public Lbfgs {
        if (memory < 1) {
            throw new IllegalArgumentException("memory of L-BFGS must be at least 1, got " + memory);
        }
        if (maxIterations < 0) {
            throw new IllegalArgumentException("the number of iterations must not be negative, got " + maxIterations);
        }
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("tolerance must not be negative, got " + tolerance);
        }
    }

    /** Is told about every iteration. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A step was made.
         *
         * @param iteration counted from 1
         * @param value of the objective after the step
         * @param point after the step; it is not changed later and must not be
         */
        void iterationDone(int iteration, double value, double[] point);
    }

    /** A step s with the change y of the gradient along it, and 1/(s y). */
    private record Correction(double[] s, double[] y, double inverse) {}

    /** Minimises from {@code start}, which is not changed. */
    public Minimum minimise(Objective objective, double[] start) {
        return minimise(objective, start, (iteration, value, point) -> {});
    }

    /** The same, telling about every iteration that made a step. */
    public Minimum minimise(Objective objective, double[] start, Listener listener) {
        double[] x = start.clone();
        double[] gradient = new double[x.length];
        double value = objective.evaluate(x, gradient);
        int evaluations = 1;
        Deque<Correction> corrections = new ArrayDeque<>();
        int iteration = 0;
        while (iteration < maxIterations && norm(gradient) > tolerance) {
            double[] direction = direction(gradient, corrections);
            if (!(Vectors.dot(direction, gradient) < 0)) {
                corrections.clear();
                direction = direction(gradient, corrections);
            }
            double firstTrial = corrections.isEmpty() ? Math.min(1, 1 / Vectors.absoluteSum(gradient)) : 1;
            WolfeSearch.Result step = new WolfeSearch(objective, x, value, gradient, direction).from(firstTrial);
            evaluations += step.evaluations();
            iteration++;
            if (!step.progress() && corrections.isEmpty()) {
                break;
            }
            if (!step.progress()) {
                corrections.clear();
                continue;
            }
            remember(corrections, Vectors.difference(step.point(), x), Vectors.difference(step.gradient(), gradient));
            x = step.point();
            gradient = step.gradient();
            value = step.value();
            listener.iterationDone(iteration, value, x);
        }
        double norm = norm(gradient);
        return new Minimum(x, value, norm, iteration, evaluations, norm <= tolerance);
    }

    private void remember(Deque<Correction> corrections, double[] s, double[] y) {
        double curvature = Vectors.dot(s, y);
        // Without positive curvature the approximation of the inverse Hessian would lose its positive definiteness.
        if (curvature > 1e-14 * Vectors.dot(y, y)) {
            corrections.addFirst(new Correction(s, y, 1 / curvature));
            if (corrections.size() > memory) {
                corrections.removeLast();
            }
        }
    }

    /** Minus the approximate inverse Hessian times the gradient. */
    private static double[] direction(double[] gradient, Deque<Correction> newestFirst) {
        double[] q = gradient.clone();
        double[] alpha = new double[newestFirst.size()];
        int i = 0;
        for (Correction c : newestFirst) {
            alpha[i] = c.inverse() * Vectors.dot(c.s(), q);
            Vectors.add(-alpha[i], c.y(), q);
            i++;
        }
        if (!newestFirst.isEmpty()) {
            Correction newest = newestFirst.getFirst();
            Vectors.scale(1 / (newest.inverse() * Vectors.dot(newest.y(), newest.y())), q);
        }
        for (Iterator<Correction> oldestFirst = newestFirst.descendingIterator(); oldestFirst.hasNext(); ) {
            Correction c = oldestFirst.next();
            i--;
            Vectors.add(alpha[i] - c.inverse() * Vectors.dot(c.y(), q), c.s(), q);
        }
        Vectors.scale(-1, q);
        return q;
    }

    private static double norm(double[] gradient) {
        double max = 0;
        for (double g : gradient) {
            max = Math.max(max, Math.abs(g));
        }
        return max;
    }
}

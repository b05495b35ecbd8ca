package org.ketwork.wavefunction.minimisation;

import java.util.Arrays;
import org.ketwork.neural.optimiser.Optimiser;
import org.ketwork.wavefunction.reconfiguration.Change;
import org.ketwork.wavefunction.reconfiguration.Direction;
import org.ketwork.wavefunction.reconfiguration.MetricSolver;
import org.ketwork.wavefunction.reconfiguration.StepLimit;
import org.ketwork.wavefunction.reconfiguration.TangentSpace;
import org.ketwork.wavefunction.reconfiguration.UnsolvableStepException;

/** Moves the parameters by a rule. */
sealed interface Mover {
    /** Where the parameters went, and how. The state it came from is not touched. */
    record Moved(
            double[] theta,
            double[] previous,
            double[][] moments,
            double learningRate,
            double shift,
            double length,
            double angle,
            int retries,
            long bytes,
            double metricSeconds,
            double solutionSeconds) {}

    /**
     * One try of a step.
     *
     * @param retries how many tries of it came to nothing before
     * @throws UnsolvableStepException if its equations have no finite solution, or the parameters would not be finite
     */
    Moved move(MinimisationState state, TangentSpace tangent, Change force, int retries);

    /** How often a step may be tried again; never, if all tries are the same. */
    int mostRetries();

    double[] freshMomentum(int parameters);

    double[][] freshMoments(int parameters);

    static Mover of(MinimisationSpec spec) {
        return switch (spec.rule()) {
            case StepRule.Reconfiguration rule ->
                new ByMetric(spec, rule, new MetricSolver(rule.regularisation(), rule.space(), spec.memory()));
            case StepRule.Gradient rule -> new ByGradient(spec, rule.optimiser());
        };
    }

    /** By stochastic reconfiguration. */
    record ByMetric(MinimisationSpec spec, StepRule.Reconfiguration rule, MetricSolver solver) implements Mover {
        /** By how much the shift grows from one try to the next. */
        private static final double STRONGER = 10;

        @Override
        public int mostRetries() {
            return spec.retries();
        }

        @Override
        public Moved move(MinimisationState state, TangentSpace tangent, Change force, int retries) {
            double strength = rule.regularisation().at(state.step()) * Math.pow(STRONGER, retries);
            double momentum = rule.momentum();
            boolean moving = momentum > 0 && state.step() > 0;
            long start = System.nanoTime();
            Change carried = moving ? tangent.push(state.previous()) : new Change(new double[0], new double[0]);
            Change wanted = moving ? force.plus(-momentum, carried) : force;
            double pushed = (System.nanoTime() - start) * 1e-9;
            Direction direction = solver.solve(tangent, wanted, strength);
            double[] step = direction.parameters();
            Change change = direction.state();
            if (moving) {
                for (int i = 0; i < step.length; i++) {
                    step[i] += momentum * state.previous()[i];
                }
                change = change.plus(momentum, carried);
            }
            double rate = spec.learningRate().at(state.step());
            double length = rate * length(step);
            double angle = rate * change.norm();
            double kept = switch (rule.limit()) {
                case StepLimit.None none -> 1;
                case StepLimit.Length most -> length > most.most() ? most.most() / length : 1;
                case StepLimit.Angle most -> angle > most.most() ? most.most() / angle : 1;
            };
            double[] theta = state.theta().clone();
            for (int i = 0; i < theta.length; i++) {
                theta[i] -= kept * rate * step[i];
            }
            requireFinite(theta);
            return new Moved(
                    theta,
                    momentum > 0 ? step : new double[0],
                    state.moments(),
                    rate,
                    strength,
                    kept * length,
                    kept * angle,
                    retries,
                    solver.cost(tangent).bytes(),
                    direction.metricSeconds(),
                    pushed + direction.solutionSeconds());
        }

        @Override
        public double[] freshMomentum(int parameters) {
            return new double[rule.momentum() > 0 ? parameters : 0];
        }

        @Override
        public double[][] freshMoments(int parameters) {
            return new double[0][];
        }
    }

    /** By the gradient alone. */
    record ByGradient(MinimisationSpec spec, Optimiser optimiser) implements Mover {
        @Override
        public int mostRetries() {
            return 0;
        }

        @Override
        public Moved move(MinimisationState state, TangentSpace tangent, Change force, int retries) {
            long start = System.nanoTime();
            double[] gradient = tangent.pull(force);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= 2;
            }
            double rate = spec.learningRate().at(state.step());
            double[] theta = state.theta().clone();
            double[][] moments =
                    Arrays.stream(state.moments()).map(double[]::clone).toArray(double[][]::new);
            optimiser.step(state.step() + 1, rate, gradient, moments, theta, 0, theta.length);
            requireFinite(theta);
            double[] step = new double[theta.length];
            for (int i = 0; i < step.length; i++) {
                step[i] = theta[i] - state.theta()[i];
            }
            double angle = tangent.push(step).norm();
            double seconds = (System.nanoTime() - start) * 1e-9;
            return new Moved(
                    theta, new double[0], moments, rate, 0, length(step), angle, retries, tangent.bytes(), 0, seconds);
        }

        @Override
        public double[] freshMomentum(int parameters) {
            return new double[0];
        }

        @Override
        public double[][] freshMoments(int parameters) {
            return optimiser.freshMoments(parameters);
        }
    }

    private static double length(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }

    private static void requireFinite(double[] theta) {
        if (!Arrays.stream(theta).allMatch(Double::isFinite)) {
            throw new UnsolvableStepException("the step is not finite");
        }
    }
}

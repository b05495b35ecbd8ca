package org.ketwork.wavefunction.dynamics;

import java.util.List;
import java.util.function.DoubleFunction;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.LawViolation;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.estimate.Measurement;
import org.ketwork.wavefunction.reconfiguration.MetricSolver;
import org.ketwork.wavefunction.reconfiguration.UnsolvableStepException;
import org.ketwork.wavefunction.sampler.Sampler;

/**
 * The motion of a wavefunction within its family: at each time the parameters move such that the state follows Schrödinger's equation
 * as nearly as the family can, X dθ/dt ≈ −iε in real and −ε in imaginary time (McLachlan, Mol. Phys. 8, 39 (1964); Carleo and Troyer,
 * Science 355, 602 (2017)). Norm and global phase are left out.
 *
 * <p>Steps are those of Bogacki and Shampine (Appl. Math. Lett. 2, 321 (1989)), of third order with an embedded second-order scheme; the
 * difference of the two is measured as an angle of the state, by the metric at the end of the step. A function of what it is built from:
 * the number of threads, and stopping and resuming, change no bit of it. Not for use by several threads at once.
 */
public final class Evolution {
    /** The order in the length of the difference between the two schemes. */
    private static final int ERROR_ORDER = 3;

    /** Stages of a step: where in it they stand. */
    private static final double[] PLACES = {0, 0.5, 0.75, 1};

    /** The velocities whose combination leads to each stage; that of the last is the step itself. */
    private static final double[][] TO_STAGE = {{}, {0.5}, {0, 0.75}, {2 / 9.0, 1 / 3.0, 4 / 9.0}};

    /** The step of third order less that of second order. */
    private static final double[] DIFFERENCE = {-5 / 72.0, 1 / 12.0, 1 / 9.0, -1 / 8.0};

    /** What one step gives. */
    public record Step(EvolutionState state, EvolutionRecord record) {}

    /** Told at the beginning and after every step; a checkpoint may be made of the state. */
    @FunctionalInterface
    public interface Listener {
        void after(EvolutionRecord record, EvolutionState state);
    }

    private final Ansatz ansatz;
    private final DoubleFunction<? extends ConfigurationOperator> hamiltonian;
    private final List<ConfigurationOperator> observables;
    private final Sampler sampler;
    private final EvolutionSpec spec;
    private final Workers workers;
    private final MetricSolver solver;

    /**
     * @param hamiltonian at each time
     * @param observables measured after every step, by its sample
     * @throws InvalidInputException if the family is real and time too
     */
    public Evolution(
            Ansatz ansatz,
            DoubleFunction<? extends ConfigurationOperator> hamiltonian,
            List<ConfigurationOperator> observables,
            Sampler sampler,
            EvolutionSpec spec,
            Workers workers) {
        if (spec.time() == Time.REAL && ansatz.codomain() == Codomain.REAL) {
            throw new InvalidInputException(
                    "in real time amplitudes get phases, which a family of real wavefunctions has not; take a complex family");
        }
        this.ansatz = ansatz;
        this.hamiltonian = hamiltonian;
        this.observables = List.copyOf(observables);
        this.sampler = sampler;
        this.spec = spec;
        this.workers = workers;
        solver = new MetricSolver(spec.regularisation(), spec.space());
    }

    /** A Hamiltonian that does not depend on time. */
    public Evolution(
            Ansatz ansatz,
            ConfigurationOperator hamiltonian,
            List<ConfigurationOperator> observables,
            Sampler sampler,
            EvolutionSpec spec,
            Workers workers) {
        this(ansatz, time -> hamiltonian, observables, sampler, spec, workers);
    }

    /** The beginning, with fresh parameters. */
    public Step start(RandomAddress address) {
        return start(ansatz.initialise(address.at("parameters")));
    }

    /** The beginning at given parameters. */
    public Step start(double[] theta) {
        if (theta.length != ansatz.parameterCount()) {
            throw new IllegalArgumentException(
                    "the family has " + ansatz.parameterCount() + " parameters, got " + theta.length);
        }
        double[] copy = theta.clone();
        Velocity velocity = velocity(0, 0, copy, 0, sampler.start(ansatz.at(copy), workers));
        return arrival(0, 0, 0, spec.steps().first(), copy, velocity, 0, 1, new Way(true, 0, 0, 0));
    }

    /** All steps that are left. The listener is not told where it begins. */
    public EvolutionState run(EvolutionState state, Listener listener) {
        EvolutionState at = state;
        while (at.stops() < spec.stops()) {
            Step step = step(at);
            at = step.state();
            listener.after(step.record(), at);
        }
        return at;
    }

    /** All steps, from given parameters. */
    public EvolutionState run(double[] theta, Listener listener) {
        Step start = start(theta);
        listener.after(start.record(), start.state());
        return run(start.state(), listener);
    }

    /**
     * One accepted step.
     *
     * @throws LawViolation if even at the shortest step the equations of motion have no finite solution
     */
    public Step step(EvolutionState state) {
        double target = spec.stop(state.stops() + 1);
        double wished = state.length();
        long draws = state.draws();
        for (int rejected = 0; ; rejected++) {
            double length = towards(target - state.time(), wished);
            boolean stop = length == target - state.time();
            double time = stop ? target : state.time() + length;
            Attempt attempt;
            try {
                attempt = attempt(state, length, time, draws);
            } catch (UnsolvableStepException e) {
                if (length <= spec.steps().least()) {
                    throw new LawViolation(
                            "at time " + state.time() + " the shortest step, " + length + ", fails: " + e.getMessage());
                }
                wished = spec.steps().afterFailure(length);
                draws += PLACES.length - 1;
                continue;
            }
            draws += PLACES.length - 1;
            double proposed = spec.steps().next(length, attempt.error, ERROR_ORDER);
            if (!spec.steps().accepts(length, attempt.error)) {
                wished = proposed;
                continue;
            }
            // A step cut short by a stop says little about how long the next may be.
            double next = length < wished ? Math.max(wished, proposed) : proposed;
            double distance =
                    state.distance() + attempt.error + 0.5 * length * (state.miss() + attempt.velocity.miss());
            return arrival(
                    state.step() + 1,
                    stop ? state.stops() + 1 : state.stops(),
                    time,
                    next,
                    attempt.theta,
                    attempt.velocity,
                    distance,
                    draws,
                    new Way(stop, length, attempt.error, rejected));
        }
    }

    /** The length of a step that ends at a stop or leaves enough for another one. */
    private static double towards(double left, double wished) {
        if (wished >= left * (1 - 1e-9)) {
            return left;
        }
        return wished > 0.5 * left ? 0.5 * left : wished;
    }

    private record Attempt(double[] theta, Velocity velocity, double error) {}

    private Attempt attempt(EvolutionState state, double length, double end, long draws) {
        double[][] velocities = new double[PLACES.length][];
        velocities[0] = state.velocity();
        double[] theta = state.theta();
        Sampler.State chains = state.sampler();
        for (int stage = 1; ; stage++) {
            boolean last = stage == PLACES.length - 1;
            theta = moved(state.theta(), length, TO_STAGE[stage], velocities);
            double time = last ? end : state.time() + PLACES[stage] * length;
            Velocity velocity = velocity(state.step(), time, theta, draws + stage - 1, chains);
            velocities[stage] = velocity.parameters();
            chains = velocity.draw().next();
            if (last) {
                double[] difference = moved(new double[theta.length], length, DIFFERENCE, velocities);
                return new Attempt(
                        theta, velocity, velocity.tangent().push(difference).norm());
            }
        }
    }

    private static double[] moved(double[] theta, double length, double[] weights, double[][] velocities) {
        double[] result = theta.clone();
        for (int stage = 0; stage < weights.length; stage++) {
            double factor = length * weights[stage];
            for (int k = 0; k < result.length; k++) {
                result[k] += factor * velocities[stage][k];
            }
        }
        return result;
    }

    private Velocity velocity(long step, double time, double[] theta, long draw, Sampler.State chains) {
        for (double x : theta) {
            if (!Double.isFinite(x)) {
                throw new UnsolvableStepException("the parameters are not finite");
            }
        }
        Wavefunction wavefunction = ansatz.at(theta);
        Sampler.Draw drawn = sampler.draw(wavefunction, chains, draw, workers);
        return Velocity.of(
                spec.time(),
                wavefunction,
                drawn,
                hamiltonian.apply(time),
                solver,
                spec.regularisation().at(step),
                workers);
    }

    /** How a point of time was reached. */
    private record Way(boolean stop, double length, double error, int rejected) {}

    private Step arrival(
            long step,
            long stops,
            double time,
            double next,
            double[] theta,
            Velocity velocity,
            double distance,
            long draws,
            Way way) {
        List<Measurement> measured = observables.stream()
                .map(o -> Measurement.of(
                        o, velocity.wavefunction(), velocity.draw().sample(), workers))
                .toList();
        EvolutionRecord record = new EvolutionRecord(
                step,
                time,
                way.stop,
                way.length,
                way.error,
                way.rejected,
                velocity.energy(),
                measured,
                velocity.residual(),
                distance);
        EvolutionState state = new EvolutionState(
                step,
                stops,
                time,
                next,
                theta,
                velocity.parameters(),
                velocity.miss(),
                distance,
                draws,
                velocity.draw().next());
        return new Step(state, record);
    }
}

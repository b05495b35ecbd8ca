package org.ketwork.wavefunction.tomography;

import java.util.Arrays;
import org.ketwork.neural.optimiser.Optimiser;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.LawViolation;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.minimisation.MinimisationState;
import org.ketwork.wavefunction.reconfiguration.MetricSolver;
import org.ketwork.wavefunction.reconfiguration.StepLimit;
import org.ketwork.wavefunction.reconfiguration.TangentSpace;
import org.ketwork.wavefunction.reconfiguration.UnsolvableStepException;
import org.ketwork.wavefunction.sampler.Sampler;

/**
 * The search for the wavefunction that explains measured outcomes best: {@link DataLikelihood} is minimised, the mean over the model's
 * own probabilities being taken by a sampler, which sums exactly or keeps Markov chains from step to step (persistent contrastive
 * divergence: Tieleman, ICML 2008). A function of what it is built from: the number of threads, and stopping and resuming, change no bit
 * of it. One object makes one step at a time.
 */
public final class Tomography {
    private static final double STRONGER = 10;

    /**
     * What happened in one step.
     *
     * @param gradientNorm Euclidean length of the gradient of the cross-entropy before the step
     * @param shift of the metric; 0 if there was none
     * @param length Euclidean length of the change of the parameters
     * @param angle by which the state turned, to first order
     */
    public record StepRecord(
            long step, double gradientNorm, double shift, double length, double angle, double acceptance) {}

    /** What one step gives. */
    public record Step(MinimisationState state, StepRecord record) {}

    /** Told after every step; a checkpoint may be made of the state. */
    @FunctionalInterface
    public interface Listener {
        void after(StepRecord record, MinimisationState state);
    }

    private final Ansatz ansatz;
    private final Spins space;
    private final MeasurementData data;
    private final DataLikelihood whole;
    private final Sampler sampler;
    private final TomographySpec spec;
    private final RandomAddress address;
    private final Workers workers;

    /**
     * @param sampler of |ψ|²
     * @param address of the shots that a step draws
     * @throws InvalidInputException if data and wavefunctions are not on the same spins
     */
    public Tomography(
            Ansatz ansatz,
            MeasurementData data,
            Sampler sampler,
            TomographySpec spec,
            RandomAddress address,
            Workers workers) {
        if (!(ansatz.space() instanceof Spins spins)) {
            throw new InvalidInputException("tomography is of spins, got a wavefunction on " + ansatz.space());
        }
        this.ansatz = ansatz;
        this.space = spins;
        this.data = data;
        this.whole = new DataLikelihood(spins, data);
        this.sampler = sampler;
        this.spec = spec;
        this.address = address;
        this.workers = workers;
    }

    /** The beginning, with fresh parameters. */
    public MinimisationState start(RandomAddress fresh) {
        return start(ansatz.initialise(fresh.at("parameters")));
    }

    /** The beginning at given parameters, which are copied. */
    public MinimisationState start(double[] theta) {
        if (theta.length != ansatz.parameterCount()) {
            throw new IllegalArgumentException(
                    "the family has " + ansatz.parameterCount() + " parameters, got " + theta.length);
        }
        double[][] moments = spec.rule() instanceof TomographyRule.Gradient rule
                ? rule.optimiser().freshMoments(theta.length)
                : new double[0][];
        return new MinimisationState(
                0, theta.clone(), new double[0], moments, sampler.start(ansatz.at(theta), workers));
    }

    /**
     * One step.
     *
     * @throws LawViolation if the gradient is not finite, or no shift makes the step solvable
     */
    public Step step(MinimisationState state) {
        Wavefunction wavefunction = ansatz.at(state.theta());
        Sampler.Draw draw = sampler.draw(wavefunction, state.sampler(), state.step(), workers);
        DataLikelihood likelihood = spec.batch() == 0
                ? whole
                : new DataLikelihood(
                        space, data.batch(spec.batch(), address.at("batch").at(state.step())));
        double[] gradient = likelihood.gradient(wavefunction, draw.sample(), workers);
        requireFinite(state.step(), gradient);
        TangentSpace tangent = new TangentSpace(
                draw.sample(), wavefunction.logDerivatives(draw.sample().configurations(), workers), workers);
        double rate = spec.learningRate().at(state.step());
        Moved moved = switch (spec.rule()) {
            case TomographyRule.NaturalGradient rule -> natural(rule, tangent, gradient, rate, state);
            case TomographyRule.Gradient rule -> plain(rule.optimiser(), gradient, rate, state);
        };
        double[] change = new double[gradient.length];
        for (int k = 0; k < change.length; k++) {
            change[k] = moved.theta[k] - state.theta()[k];
        }
        StepRecord record = new StepRecord(
                state.step(),
                length(gradient),
                moved.shift,
                length(change),
                tangent.push(change).norm(),
                draw.acceptance());
        return new Step(
                new MinimisationState(state.step() + 1, moved.theta, new double[0], moved.moments, draw.next()),
                record);
    }

    /** All steps that are left. */
    public MinimisationState run(MinimisationState state, Listener listener) {
        MinimisationState at = state;
        while (at.step() < spec.steps()) {
            Step step = step(at);
            at = step.state();
            listener.after(step.record(), at);
        }
        return at;
    }

    private record Moved(double[] theta, double[][] moments, double shift) {}

    private Moved natural(
            TomographyRule.NaturalGradient rule,
            TangentSpace tangent,
            double[] gradient,
            double rate,
            MinimisationState state) {
        MetricSolver solver = new MetricSolver(rule.shift(), rule.space());
        double shift = rule.shift().at(state.step());
        String reason = "";
        for (int tries = 0; tries <= spec.retries(); tries++, shift *= STRONGER) {
            try {
                // (S + λ)⁻¹ g = (g − d)/λ with (S + λ) d = S g = X† (X g): the solver wants a change of the state.
                double[] d =
                        solver.solve(tangent, tangent.push(gradient), shift).parameters();
                double[] change = new double[d.length];
                for (int k = 0; k < change.length; k++) {
                    change[k] = -rate * (gradient[k] - d[k]) / (4 * shift);
                }
                double kept = switch (rule.limit()) {
                    case StepLimit.None none -> 1;
                    case StepLimit.Length most -> Math.min(1, most.most() / length(change));
                    case StepLimit.Angle most ->
                        Math.min(1, most.most() / tangent.push(change).norm());
                };
                double[] theta = state.theta().clone();
                for (int k = 0; k < theta.length; k++) {
                    theta[k] += kept * change[k];
                }
                return new Moved(theta, state.moments(), shift);
            } catch (UnsolvableStepException e) {
                reason = String.valueOf(e.getMessage());
            }
        }
        throw new LawViolation("step " + state.step() + " was tried " + (spec.retries() + 1)
                + " times, with shifts up to " + shift / STRONGER + ": " + reason);
    }

    private static Moved plain(Optimiser optimiser, double[] gradient, double rate, MinimisationState state) {
        double[] theta = state.theta().clone();
        double[][] moments = Arrays.stream(state.moments()).map(double[]::clone).toArray(double[][]::new);
        optimiser.step(state.step() + 1, rate, gradient, moments, theta, 0, theta.length);
        return new Moved(theta, moments, 0);
    }

    private static void requireFinite(long step, double[] gradient) {
        for (double g : gradient) {
            if (!Double.isFinite(g)) {
                throw new LawViolation(
                        "in step " + step + " the gradient of the cross-entropy is not finite: an outcome"
                                + " that was seen has the probability zero, or amplitudes overflow");
            }
        }
    }

    private static double length(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }
}

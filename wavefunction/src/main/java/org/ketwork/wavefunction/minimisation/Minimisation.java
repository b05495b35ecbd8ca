package org.ketwork.wavefunction.minimisation;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;
import org.ketwork.numerics.LawViolation;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.estimate.EnergyEstimate;
import org.ketwork.wavefunction.estimate.LocalValues;
import org.ketwork.wavefunction.reconfiguration.Change;
import org.ketwork.wavefunction.reconfiguration.TangentSpace;
import org.ketwork.wavefunction.reconfiguration.UnsolvableStepException;
import org.ketwork.wavefunction.sampler.Sample;
import org.ketwork.wavefunction.sampler.Sampler;

/**
 * The search for the parameters of least energy: draw, measure, step, again. A function of what it is built from: the number of
 * threads, and stopping and resuming, change no bit of it. One object makes one step at a time, for it keeps large arrays.
 */
public final class Minimisation {
    /** What one step gives. */
    public record Step(MinimisationState state, StepRecord record) {}

    /** Told after every step; a checkpoint may be made of the state. */
    @FunctionalInterface
    public interface Listener {
        void after(StepRecord record, MinimisationState state);
    }

    private final Ansatz ansatz;
    private final LocalCost cost;
    private final LongFunction<? extends Sampler> sampling;
    private final MinimisationSpec spec;
    private final Workers workers;
    private final Mover mover;
    /** What the last step saw where it led, so that the next need not draw it again. A function of the state, and not part of it. */
    private Optional<Measured> ahead = Optional.empty();

    /**
     * @param sampling the sampler of each step; they may draw more and more, but must have the same number of chains
     */
    public Minimisation(
            Ansatz ansatz,
            LocalCost cost,
            LongFunction<? extends Sampler> sampling,
            MinimisationSpec spec,
            Workers workers) {
        this.ansatz = ansatz;
        this.cost = cost;
        this.sampling = sampling;
        this.spec = spec;
        this.workers = workers;
        mover = Mover.of(spec);
    }

    public MinimisationSpec spec() {
        return spec;
    }

    /** The beginning, with fresh parameters. */
    public MinimisationState start(RandomAddress address) {
        return start(ansatz.initialise(address.at("parameters")));
    }

    /** The beginning at given parameters, which are copied. */
    public MinimisationState start(double[] theta) {
        if (theta.length != ansatz.parameterCount()) {
            throw new IllegalArgumentException(
                    "the family has " + ansatz.parameterCount() + " parameters, got " + theta.length);
        }
        double[] copy = theta.clone();
        Sampler.State chains = sampling.apply(0).start(ansatz.at(copy), workers);
        return new MinimisationState(
                0, copy, mover.freshMomentum(copy.length), mover.freshMoments(copy.length), chains);
    }

    /**
     * One step: from parameters at which the local energies are known to parameters at which they are finite. A move that leads
     * elsewhere is taken back, chains included, and tried again with a larger shift.
     *
     * @throws LawViolation if a local energy is not finite at the parameters of the state, or at those that any shift leads to
     * @throws org.ketwork.numerics.InvalidInputException if the step takes more memory than allowed
     */
    public Step step(MinimisationState state) {
        Measured here = ahead.filter(measured -> measured.state == state).orElseGet(() -> measure(state));
        here.fault().ifPresent(fault -> {
            throw new LawViolation("in step " + state.step() + " " + fault + "; a local energy must be finite");
        });
        long start = System.nanoTime();
        Sample sample = here.draw.sample();
        TangentSpace tangent =
                new TangentSpace(sample, here.wavefunction.logDerivatives(sample.configurations(), workers), workers);
        Change force = new Change(tangent.centred(here.energies.re()), tangent.centred(here.energies.im()));
        double derived = (System.nanoTime() - start) * 1e-9;
        String reason = "";
        for (int retries = 0; retries <= mover.mostRetries(); retries++) {
            try {
                Mover.Moved moved = mover.move(state, tangent, force, retries);
                Measured next = measure(new MinimisationState(
                        state.step() + 1, moved.theta(), moved.previous(), moved.moments(), here.draw.next()));
                Optional<String> fault = next.fault();
                if (fault.isEmpty()) {
                    ahead = Optional.of(next);
                    return new Step(next.state, record(here, moved, derived));
                }
                reason = "where it leads, " + fault.get();
            } catch (UnsolvableStepException e) {
                reason = String.valueOf(e.getMessage());
            }
        }
        String tries = mover.mostRetries() == 0
                ? "once"
                : mover.mostRetries() + 1 + " times, each time with a ten times larger shift";
        throw new LawViolation("step " + state.step() + " was tried " + tries + ": " + reason);
    }

    /** A sample at the parameters of a state and its local energies. */
    private record Measured(
            MinimisationState state,
            Wavefunction wavefunction,
            Sampler.Draw draw,
            LocalValues energies,
            double samplingSeconds,
            double energySeconds) {
        /** Which local energy is not finite, if one is not. */
        Optional<String> fault() {
            double[] re = energies.re();
            double[] im = energies.im();
            for (int s = 0; s < re.length; s++) {
                if (!Double.isFinite(re[s]) || !Double.isFinite(im[s])) {
                    return Optional.of("the local energy of the configuration "
                            + Arrays.toString(draw.sample().configurations().row(s)) + " is " + re[s] + " + " + im[s]
                            + "i");
                }
            }
            return Optional.empty();
        }
    }

    private Measured measure(MinimisationState state) {
        long start = System.nanoTime();
        Wavefunction wavefunction = ansatz.at(state.theta());
        Sampler.Draw draw = sampling.apply(state.step()).draw(wavefunction, state.sampler(), state.step(), workers);
        long drawn = System.nanoTime();
        double[] re = new double[draw.sample().weights().length];
        double[] im = new double[re.length];
        cost.evaluate(wavefunction, draw.sample(), re, im, workers);
        return new Measured(
                state,
                wavefunction,
                draw,
                new LocalValues(re, im),
                (drawn - start) * 1e-9,
                (System.nanoTime() - drawn) * 1e-9);
    }

    private StepRecord record(Measured here, Mover.Moved moved, double derivedSeconds) {
        Sample sample = here.draw.sample();
        EnergyEstimate energy = EnergyEstimate.of(sample, here.energies, here.draw.acceptance());
        return new StepRecord(
                here.state.step(),
                energy.mean(),
                energy.standardError(),
                energy.variance(),
                energy.vScore(ansatz.space().sites(), 0),
                here.draw.acceptance(),
                sample.draws(),
                energy.configurations(),
                moved.learningRate(),
                moved.shift(),
                moved.length(),
                moved.angle(),
                moved.retries(),
                moved.bytes(),
                new StepRecord.Seconds(
                        here.samplingSeconds,
                        here.energySeconds,
                        derivedSeconds + moved.metricSeconds(),
                        moved.solutionSeconds()));
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
}

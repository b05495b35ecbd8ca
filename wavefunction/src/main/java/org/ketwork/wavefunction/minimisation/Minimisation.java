package org.ketwork.wavefunction.minimisation;

import java.util.Arrays;
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
     * One step.
     *
     * @throws LawViolation if a local energy is not finite, or no shift makes the step finite
     * @throws org.ketwork.numerics.InvalidInputException if the step takes more memory than allowed
     */
    public Step step(MinimisationState state) {
        long start = System.nanoTime();
        Wavefunction wavefunction = ansatz.at(state.theta());
        Sampler.Draw draw = sampling.apply(state.step()).draw(wavefunction, state.sampler(), state.step(), workers);
        Sample sample = draw.sample();
        long drawn = System.nanoTime();
        double[] re = new double[sample.weights().length];
        double[] im = new double[re.length];
        cost.evaluate(wavefunction, sample, re, im, workers);
        requireFinite(state.step(), sample, re, im);
        EnergyEstimate energy = EnergyEstimate.of(sample, new LocalValues(re, im), draw.acceptance());
        long measured = System.nanoTime();
        TangentSpace tangent =
                new TangentSpace(sample, wavefunction.logDerivatives(sample.configurations(), workers), workers);
        LocalValues limited = Outliers.limited(sample, new LocalValues(re, im));
        Change force = new Change(tangent.centred(limited.re()), tangent.centred(limited.im()));
        double derived = (System.nanoTime() - measured) * 1e-9;
        Mover.Moved moved = mover.move(state, tangent, force);
        StepRecord record = new StepRecord(
                state.step(),
                energy.mean(),
                energy.standardError(),
                energy.variance(),
                energy.vScore(ansatz.space().sites(), 0),
                draw.acceptance(),
                sample.draws(),
                re.length,
                moved.learningRate(),
                moved.shift(),
                moved.length(),
                moved.angle(),
                moved.retries(),
                new StepRecord.Seconds(
                        (drawn - start) * 1e-9,
                        (measured - drawn) * 1e-9,
                        derived + moved.metricSeconds(),
                        moved.solutionSeconds()));
        MinimisationState next =
                new MinimisationState(state.step() + 1, moved.theta(), moved.previous(), moved.moments(), draw.next());
        return new Step(next, record);
    }

    private static void requireFinite(long step, Sample sample, double[] re, double[] im) {
        for (int s = 0; s < re.length; s++) {
            if (!Double.isFinite(re[s]) || !Double.isFinite(im[s])) {
                throw new LawViolation("in step " + step + " the local energy of the configuration "
                        + Arrays.toString(sample.configurations().row(s)) + " is " + re[s] + " + " + im[s]
                        + "i; a local energy must be finite");
            }
        }
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

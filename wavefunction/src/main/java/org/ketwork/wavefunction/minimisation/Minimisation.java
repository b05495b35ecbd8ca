package org.ketwork.wavefunction.minimisation;

import java.util.function.LongFunction;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.sampler.Sampler;

/**
 * The search for the parameters of least energy: draw, measure, step, again. A function of what it is built from: the number of
 * threads, and stopping and resuming, change no bit of it.
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
    private final LongFunction<Sampler> sampling;
    private final MinimisationSpec spec;
    private final Workers workers;

    /**
     * @param sampling the sampler of each step; they may draw more and more, but must have the same number of chains
     */
    public Minimisation(
            Ansatz ansatz, LocalCost cost, LongFunction<Sampler> sampling, MinimisationSpec spec, Workers workers) {
        this.ansatz = ansatz;
        this.cost = cost;
        this.sampling = sampling;
        this.spec = spec;
        this.workers = workers;
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
        throw new UnsupportedOperationException();
    }

    /** One step. */
    public Step step(MinimisationState state) {
        throw new UnsupportedOperationException();
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

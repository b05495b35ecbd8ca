package org.ketwork.wavefunction.sampler;

import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.LawViolation;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.measurement.OutcomeSampler;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/** Independent draws from |ψ|², by way of the probabilities of all configurations. Each draw is a chain of its own. */
public final class ExactDraws implements Sampler {
    private final Configurations all;
    private final int samples;
    private final RandomAddress address;

    public ExactDraws(StateSpace space, int samples, RandomAddress address) {
        requireSamples(samples);
        this.all = space.all();
        this.samples = samples;
        this.address = address;
    }

    static void requireSamples(int samples) {
        if (samples < 1) {
            throw new InvalidInputException("the number of samples must be at least 1, got " + samples);
        }
    }

    @Override
    public State start(Wavefunction wavefunction, Workers workers) {
        return new State(Configurations.room(all.space(), 0));
    }

    @Override
    public Draw draw(Wavefunction wavefunction, State state, long step, Workers workers) {
        double[] probabilities = Probabilities.of(wavefunction, all, workers);
        if (Double.isNaN(probabilities[0])) {
            // One amplitude that is not a number leaves none of them with a probability.
            throw new LawViolation(
                    "the amplitudes of the wavefunction are not finite, so that there are no probabilities");
        }
        OutcomeSampler outcomes = OutcomeSampler.of(probabilities);
        double[] uniform = new double[samples];
        address.at("draw").at(step).fillUniform(uniform);
        int n = all.sites();
        Configurations draws = Configurations.room(all.space(), samples);
        for (int i = 0; i < samples; i++) {
            int row = outcomes.outcome(uniform[i]);
            System.arraycopy(all.levels(), row * n, draws.levels(), i * n, n);
        }
        return new Draw(Merging.merged(draws, samples, 1), state, 1);
    }
}

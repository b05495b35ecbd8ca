package org.ketwork.wavefunction.sampler;

import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
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
        double[] cumulative = Probabilities.of(wavefunction, all, workers);
        for (int i = 1; i < cumulative.length; i++) {
            cumulative[i] += cumulative[i - 1];
        }
        double[] uniform = new double[samples];
        address.at("draw").at(step).fillUniform(uniform);
        int n = all.sites();
        Configurations draws = Configurations.room(all.space(), samples);
        for (int i = 0; i < samples; i++) {
            int row = firstAbove(cumulative, uniform[i] * cumulative[cumulative.length - 1]);
            System.arraycopy(all.levels(), row * n, draws.levels(), i * n, n);
        }
        return new Draw(Merging.merged(draws, samples, 1), state, 1);
    }

    /** The first index whose cumulative probability is above the target, so that none of probability zero is found. */
    private static int firstAbove(double[] cumulative, double target) {
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

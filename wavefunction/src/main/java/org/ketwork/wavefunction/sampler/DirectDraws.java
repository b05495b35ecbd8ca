package org.ketwork.wavefunction.sampler;

import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.wavefunction.ansatz.DirectlySampled;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/** Independent draws that the wavefunction makes itself, as autoregressive ones do. Each draw is a chain of its own. */
public final class DirectDraws implements Sampler {
    private final int samples;
    private final RandomAddress address;

    public DirectDraws(int samples, RandomAddress address) {
        ExactDraws.requireSamples(samples);
        this.samples = samples;
        this.address = address;
    }

    /**
     * @throws InvalidInputException if the wavefunction cannot draw by itself
     */
    @Override
    public State start(Wavefunction wavefunction, Workers workers) {
        return new State(Configurations.room(direct(wavefunction).space(), 0));
    }

    @Override
    public Draw draw(Wavefunction wavefunction, State state, long step, Workers workers) {
        Configurations draws =
                direct(wavefunction).draw(samples, address.at("draw").at(step), workers);
        return new Draw(Merging.merged(draws, samples, 1), state, 1);
    }

    private static DirectlySampled direct(Wavefunction wavefunction) {
        if (wavefunction instanceof DirectlySampled direct) {
            return direct;
        }
        throw new InvalidInputException(
                "direct sampling needs an autoregressive family; take Markov chains or exact draws for this one");
    }
}

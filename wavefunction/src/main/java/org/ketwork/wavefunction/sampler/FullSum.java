package org.ketwork.wavefunction.sampler;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/**
 * Exact summation: the sample is all configurations in lexicographic order with their probabilities |ψ|²/Σ|ψ|². Those of probability
 * zero are left out.
 */
public final class FullSum implements Sampler {
    private final Configurations all;

    public FullSum(StateSpace space) {
        all = space.all();
    }

    @Override
    public State start(Wavefunction wavefunction, Workers workers) {
        return new State(Configurations.room(all.space(), 0));
    }

    @Override
    public Draw draw(Wavefunction wavefunction, State state, long step, Workers workers) {
        return new Draw(Probabilities.possible(all, Probabilities.of(wavefunction, all, workers)), state, 1);
    }
}

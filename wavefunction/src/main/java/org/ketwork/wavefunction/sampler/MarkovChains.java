package org.ketwork.wavefunction.sampler;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/**
 * Metropolis sampling of |ψ|². Chains run in groups of 64 in lockstep: all chains of a group are offered the same sequence of moves,
 * and each accepts by its own random numbers. Given the sequence each chain is stationary under |ψ|² and the chains are
 * independent of one another.
 */
public final class MarkovChains implements Sampler {
    /**
     * @throws org.ketwork.numerics.InvalidInputException if the rule leads out of the space, or cannot reach all of it
     */
    public MarkovChains(StateSpace space, Rule rule, Schedule schedule, RandomAddress address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public State start(Wavefunction wavefunction, Workers workers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Draw draw(Wavefunction wavefunction, State state, long step, Workers workers) {
        throw new UnsupportedOperationException();
    }
}

package org.ketwork.wavefunction.sampler;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/**
 * Draws configurations from |ψ|². A sampler is a law without memory; what must be remembered between draws, such as where chains
 * stand, is its {@link State}, a value that can be stored.
 */
public interface Sampler {
    /**
     * Where a sampler stands between draws, for checkpoints.
     *
     * @param positions of its chains, a row each; none for samplers without chains
     */
    record State(Configurations positions) {}

    /**
     * A sample and what came of drawing it.
     *
     * @param acceptance share of the proposals with room for their move that were accepted; 1 for samplers without proposals
     */
    record Draw(Sample sample, State next, double acceptance) {}

    /** The state to begin with, warmed up on the wavefunction. */
    State start(Wavefunction wavefunction, Workers workers);

    /** Draws a sample; what is random in it is a function of the address given at construction, the state and {@code step}. */
    Draw draw(Wavefunction wavefunction, State state, long step, Workers workers);
}

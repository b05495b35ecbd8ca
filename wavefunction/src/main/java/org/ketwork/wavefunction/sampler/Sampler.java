package org.ketwork.wavefunction.sampler;

import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;
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
    record State(Configurations positions) {
        /** The levels of the sites as an array (chains, sites), to be stored. */
        public NdArray array() {
            int sites = positions.sites();
            double[] levels = new double[positions.rows() * sites];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = positions.levels()[i];
            }
            return NdArray.of(levels, positions.rows(), sites);
        }

        /**
         * The state that {@link #array} gave.
         *
         * @throws InvalidInputException if it does not fit the space
         */
        public static State restore(StateSpace space, NdArray chains) {
            if (chains.rank() != 2 || chains.length(1) != space.sites()) {
                throw new InvalidInputException("the stored chains must be configurations of " + space.sites()
                        + " sites, got an array of shape " + chains);
            }
            byte[] levels = new byte[chains.size()];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (byte) chains.data()[i];
            }
            for (int row = 0; row < chains.length(0); row++) {
                if (!space.contains(levels, row * space.sites())) {
                    throw new InvalidInputException(
                            "the stored chain " + row + " stands on no configuration of " + space);
                }
            }
            return new State(new Configurations(space, chains.length(0), levels));
        }
    }

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

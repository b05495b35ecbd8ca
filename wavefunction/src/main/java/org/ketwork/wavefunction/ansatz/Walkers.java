package org.ketwork.wavefunction.ansatz;

import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;

/**
 * Configurations, a row each, that remember what makes ratios of their amplitudes cheap. All rows are asked about the same move at
 * the same time, so that one instruction serves many rows. Not for use by several threads.
 */
public interface Walkers {
    /** Where the walkers stand now: the live array, to be read only. */
    Configurations configurations();

    /**
     * Writes ψ(σ')/ψ(σ) of every wanted row, σ' being where the move leads; what is written for other rows has no meaning. A wanted row
     * must have room for the move.
     *
     * @param im not touched if the wavefunction is {@link Codomain#REAL}
     */
    void ratios(Move move, boolean[] wanted, double[] re, double[] im);

    /** Makes the move in the accepted rows, which must have room for it. */
    void apply(Move move, boolean[] accepted);

    /** Forgets what rounding has gathered, by evaluating every row anew. */
    void refresh();
}

package org.ketwork.wavefunction.sampler;

/**
 * What all chains of a group are offered at one time: a move and the way back. A fair coin of each chain decides between them, so
 * that the offer is symmetric. Flips are their own way back and need no coin.
 */
record Offer(Proposal there, Proposal back) {
    /** The offer of a move that undoes itself. */
    static Offer of(Proposal involution) {
        return new Offer(involution, involution);
    }

    boolean undoesItself() {
        return there == back;
    }
}

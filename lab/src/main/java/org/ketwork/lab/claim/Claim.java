package org.ketwork.lab.claim;

/** A statement about networks and quantum systems, and the experiment that can refute it. */
public interface Claim {
    /** What is claimed and what would refute it; fixed before anything is measured. */
    Declaration declaration();

    /**
     * Runs the experiment. The result depends on the seed and the size only. The evidence must answer every prediction and every
     * control of the declaration by name.
     */
    Evidence test(Conditions conditions);
}

package org.ketwork.quantum.hamiltonian;

import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;

/** The matrix elements ⟨σ|A|σ'⟩ of an operator for which σ' comes from σ by one and the same move. */
public interface Transition {
    Move move();

    /**
     * Writes ⟨σ|A|σ'⟩ of every row; zero where the move does not fit or the operator does not connect.
     *
     * @param im written only if {@link #isReal} is false; may be empty otherwise
     */
    void elements(Configurations at, double[] re, double[] im);

    boolean isReal();
}

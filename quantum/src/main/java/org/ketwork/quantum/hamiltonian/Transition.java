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

    /** Writes the elements and marks the rows where they are not zero. Returns how many these are. */
    default int connected(Configurations at, double[] re, double[] im, boolean[] rows) {
        elements(at, re, im);
        boolean real = isReal();
        int count = 0;
        for (int row = 0; row < at.rows(); row++) {
            rows[row] = re[row] != 0 || (!real && im[row] != 0);
            count += rows[row] ? 1 : 0;
        }
        return count;
    }
}

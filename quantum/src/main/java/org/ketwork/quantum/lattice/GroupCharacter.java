package org.ketwork.quantum.lattice;

/**
 * A one-dimensional representation χ of a symmetry group. A wavefunction belongs to it if U_g ψ = χ(g) ψ for all g; the projection onto
 * such wavefunctions is (1/|G|) Σ_g χ(g)* U_g.
 *
 * @param re real part of χ(g)
 * @param im imaginary part of χ(g)
 */
public record GroupCharacter(SymmetryGroup group, double[] re, double[] im) {
    /** χ = 1. */
    public static GroupCharacter trivial(SymmetryGroup group) {
        throw new UnsupportedOperationException("" + group);
    }

    /**
     * The character of the translations for a momentum: U_T ψ = exp(−2πi Σ_a k_a r_a / L_a) ψ for the translation T by r cells.
     *
     * @param k one integer for each periodic direction
     */
    public static GroupCharacter momentum(Lattice lattice, int... k) {
        throw new UnsupportedOperationException("" + lattice + k.length);
    }

    /**
     * The character χ_k(T) χ_P(P) of the space group.
     *
     * @param point of the lattice's {@link SymmetryGroup#pointGroup}
     * @throws org.ketwork.numerics.InvalidInputException if the point group does not keep the momentum
     */
    public static GroupCharacter ofSpaceGroup(Lattice lattice, int[] k, GroupCharacter point) {
        throw new UnsupportedOperationException("" + lattice + k.length + point);
    }

    /** Whether all χ(g) are real. */
    public boolean isReal() {
        for (double part : im) {
            if (part != 0) {
                return false;
            }
        }
        return true;
    }
}

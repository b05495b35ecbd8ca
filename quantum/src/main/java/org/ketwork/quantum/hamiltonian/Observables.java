package org.ketwork.quantum.hamiltonian;

import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;

/** What one measures on many-body systems. */
public final class Observables {
    private Observables() {}

    /** One product of Pauli matrices. */
    public static ConfigurationOperator pauli(Spins space, PauliProduct product) {
        throw new UnsupportedOperationException("" + space + product);
    }

    /** Σ σᶻ, or the number of particles. */
    public static ConfigurationOperator total(StateSpace space) {
        throw new UnsupportedOperationException("" + space);
    }

    /** σᶻ_i σᶻ_j. */
    public static ConfigurationOperator longitudinalCorrelation(Spins space, int i, int j) {
        throw new UnsupportedOperationException("" + space + i + j);
    }

    /** σ_i · σ_j, which is 3 for i = j. */
    public static ConfigurationOperator spinCorrelation(Spins space, int i, int j) {
        throw new UnsupportedOperationException("" + space + i + j);
    }

    /**
     * (1/N) Σ_ij cos(q·(r_i − r_j)) σᶻ_i σᶻ_j = |Σ_i exp(iq·r_i) σᶻ_i|² / N.
     *
     * @param k q·r = 2π Σ_a k_a x_a / L_a for a site at lattice coordinates x; k_a = L_a/2 in all directions is (π, π, ...)
     */
    public static ConfigurationOperator longitudinalStructureFactor(Lattice lattice, Spins space, int... k) {
        throw new UnsupportedOperationException("" + lattice + space + k.length);
    }

    /** (1/N) Σ_ij cos(q·(r_i − r_j)) σ_i · σ_j, with the q of {@link #longitudinalStructureFactor}. */
    public static ConfigurationOperator structureFactor(Lattice lattice, Spins space, int... k) {
        throw new UnsupportedOperationException("" + lattice + space + k.length);
    }
}

package org.ketwork.quantum.spectrum;

/**
 * The open chain of N spins in a transverse field, H = −J Σ_{i&lt;N} σᶻ_i σᶻ_{i+1} − h Σ σˣ_i, solved by free fermions (Lieb, Schultz and
 * Mattis, Ann. Phys. 16, 407, 1961).
 */
public record IsingChain(int sites, double j, double h) {

    public double groundEnergy() {
        throw new UnsupportedOperationException();
    }

    /** The energy from the ground state to the next level. */
    public double gap() {
        throw new UnsupportedOperationException();
    }
}

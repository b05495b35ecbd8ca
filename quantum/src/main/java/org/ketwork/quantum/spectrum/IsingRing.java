package org.ketwork.quantum.spectrum;

/**
 * The ring of N spins in a transverse field, H = −J Σ σᶻ_i σᶻ_{i+1} − h Σ σˣ_i with J &gt; 0, solved by free fermions (Pfeuty, Ann. Phys.
 * 57, 79, 1970). The spin flip Π σˣ = ±1 splits it into two sets of fermions, with antiperiodic and periodic boundary.
 */
public record IsingRing(int sites, double j, double h) {

    public double groundEnergy() {
        return groundEnergy(1);
    }

    /** The lowest energy with Π σˣ = {@code parity}, which is +1 or −1. */
    public double groundEnergy(int parity) {
        throw new UnsupportedOperationException("" + parity);
    }

    /** The energy from the ground state to the next level; 0 if the ground state is degenerate. */
    public double gap() {
        throw new UnsupportedOperationException();
    }

    /**
     * ⟨σˣ⟩ of each site, at time t after the field jumped to {@link #h} from the ground state (of Π σˣ = +1) of the given field, at
     * t = 0; an infinite field means all spins along +x.
     */
    public double transverseMagnetisation(double fieldBefore, double time) {
        throw new UnsupportedOperationException("" + fieldBefore + time);
    }
}

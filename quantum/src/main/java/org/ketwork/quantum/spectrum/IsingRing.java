package org.ketwork.quantum.spectrum;

import org.ketwork.numerics.InvalidInputException;

/**
 * The ring of N spins in a transverse field, H = −J Σ σᶻ_i σᶻ_{i+1} − h Σ σˣ_i, solved by free fermions (Pfeuty, Ann. Phys. 57, 79,
 * 1970). A Jordan–Wigner fermion is a spin along −x. States with an even number of them (Π σˣ = +1) have antiperiodic fermions, of
 * momenta k = π(2m + 1)/N; states with an odd number periodic ones, k = 2πm/N. A pair (k, −k) that is empty or full is a spin one half
 * in the field 2(h − J cos k, J sin k), of length ε(k) = 2√(J² + h² − 2Jh cos k).
 *
 * @param sites N, from 2 on; for N = 2 the two spins share two bonds
 * @param j the coupling J &gt; 0
 * @param h the field h ≥ 0
 */
public record IsingRing(int sites, double j, double h) {
    public IsingRing {
        if (sites < 2) {
            throw new InvalidInputException("a ring has at least 2 sites, got " + sites);
        }
        if (!(j > 0 && j < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException(
                    "the ferromagnetic coupling J of the Ising ring must be positive, got " + j);
        }
        requireField(h);
        if (Double.isInfinite(h)) {
            throw new InvalidInputException("the transverse field must be finite, got " + h);
        }
    }

    private static void requireField(double field) {
        if (!(field >= 0)) {
            throw new InvalidInputException("the transverse field must be at least 0, got " + field);
        }
    }

    public double groundEnergy() {
        return groundEnergy(1);
    }

    /** The lowest energy with Π σˣ = {@code parity}, which is +1 or −1. */
    public double groundEnergy(int parity) {
        return switch (parity) {
            case 1 -> {
                double sum = 0;
                for (int m = 0; m < sites; m++) {
                    sum += length(h, momentum(m));
                }
                yield -sum;
            }
            case -1 -> {
                // One fermion at k = 0, where it costs 2(h − J); the pairs at all other momenta are in their ground
                // states.
                double sum = 0;
                for (int m = 1; m < sites; m++) {
                    sum += length(h, 2 * Math.PI * m / sites);
                }
                yield h - j - sum;
            }
            default -> throw new IllegalArgumentException("the parity is +1 or -1, got " + parity);
        };
    }

    /** The energy from the ground state to the next level; 0 for h = 0, where the ground state is degenerate. */
    public double gap() {
        return groundEnergy(-1) - groundEnergy(1);
    }

    /**
     * ⟨σˣ⟩ of each site, at time t after the field jumped to h from the ground state of another field, Π σˣ = +1 (Barouch, McCoy and
     * Dresden, Phys. Rev. A 2, 1075, 1970). The spin of each pair turns about the new field with frequency 2ε(k).
     *
     * @param fieldBefore from 0 on; infinite means all spins along +x
     */
    public double transverseMagnetisation(double fieldBefore, double time) {
        requireField(fieldBefore);
        double sum = 0;
        for (int m = 0; m < sites; m++) {
            double k = momentum(m);
            double before = Double.isInfinite(fieldBefore) ? 0 : angle(fieldBefore, k);
            double after = angle(h, k);
            double turn = Math.cos(4 * length(h, k) * time);
            sum += Math.cos(before - after) * Math.cos(after) - Math.sin(before - after) * Math.sin(after) * turn;
        }
        return sum / sites;
    }

    private double momentum(int m) {
        return Math.PI * (2 * m + 1) / sites;
    }

    /** √(J² + field² − 2 J field cos k). */
    private double length(double field, double k) {
        return Math.hypot(field - j * Math.cos(k), j * Math.sin(k));
    }

    /** Between the field on a pair and its part h − J cos k. */
    private double angle(double field, double k) {
        return Math.atan2(j * Math.sin(k), field - j * Math.cos(k));
    }
}

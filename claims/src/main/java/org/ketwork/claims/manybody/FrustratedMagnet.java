package org.ketwork.claims.manybody;

import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.hamiltonian.MarshallRotation;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;

/** The J₁-J₂ antiferromagnet without magnetisation, J₁ = 1, with S·S = σ·σ/4, on a ring or a square torus. */
record FrustratedMagnet(Lattice lattice, double j2) {
    static FrustratedMagnet ring(int sites, double j2) {
        return new FrustratedMagnet(Lattice.periodic(LatticeKind.CHAIN, sites), j2);
    }

    static FrustratedMagnet torus(int side, double j2) {
        return new FrustratedMagnet(Lattice.periodic(LatticeKind.SQUARE, side, side), j2);
    }

    Spins space() {
        return Spins.withMagnetisation(lattice.sites(), 0);
    }

    ConfigurationOperator hamiltonian() {
        return Hamiltonians.j1j2(lattice, space(), 0.25, 0.25 * j2);
    }

    /** By the signs of Marshall's rule on the sublattices of nearest neighbours. */
    MarshallRotation marshall() {
        return MarshallRotation.of(hamiltonian(), lattice.sublattice().orElseThrow());
    }

    /** By the rule of stripes along a direction: every second line. */
    MarshallRotation stripes(int direction) {
        boolean[] lines = new boolean[lattice.sites()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lattice.cell(i)[direction] % 2 == 1;
        }
        return MarshallRotation.of(hamiltonian(), lines);
    }

    /** The lowest energy of a configuration: no state without signs, whose off-diagonal terms are all positive, lies below it. */
    double classicalEnergy() {
        Configurations all = space().all();
        double[] diagonal = new double[all.rows()];
        hamiltonian().diagonal(all, diagonal);
        double lowest = Double.POSITIVE_INFINITY;
        for (double energy : diagonal) {
            lowest = Math.min(lowest, energy);
        }
        return lowest;
    }

    /** Whether all off-diagonal elements are at least zero. */
    boolean pushesUp() {
        Configurations all = space().all();
        double[] elements = new double[all.rows()];
        for (var transition : hamiltonian().transitions()) {
            transition.elements(all, elements, new double[0]);
            for (double element : elements) {
                if (element < 0) {
                    return false;
                }
            }
        }
        return true;
    }
}

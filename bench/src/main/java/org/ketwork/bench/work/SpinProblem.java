package org.ketwork.bench.work;

import java.util.List;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.hamiltonian.MarshallRotation;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.sampler.Rule;

/**
 * A model of spins on a periodic lattice and the moves of its Markov chains.
 *
 * @param name such as "TFIM ring N=40"
 * @param rate of learning at the begin: steps of imaginary time must be short where the energies of the model lie far apart
 */
public record SpinProblem(
        String name, Lattice lattice, Spins space, ConfigurationOperator hamiltonian, Rule rule, double rate) {
    /** The Ising ring at its critical field 1; single flips. */
    public static SpinProblem isingRing(int sites) {
        Lattice ring = Lattice.periodic(LatticeKind.CHAIN, sites);
        Spins space = Spins.free(sites);
        return new SpinProblem(
                "TFIM ring N=" + sites,
                ring,
                space,
                Hamiltonians.transverseFieldIsing(ring, space, 1, 1),
                new Rule.LocalFlip(),
                0.1);
    }

    /** The Heisenberg model on a square of even side, with Marshall's signs and magnetisation 0; exchanges along the bonds. */
    public static SpinProblem heisenbergSquare(int side) {
        Lattice square = Lattice.periodic(LatticeKind.SQUARE, side, side);
        Spins space = Spins.withMagnetisation(side * side, 0);
        List<int[]> pairs = square.edges().stream()
                .map(edge -> new int[] {edge.from(), edge.to()})
                .toList();
        return new SpinProblem(
                "Heisenberg %dx%d".formatted(side, side),
                square,
                space,
                MarshallRotation.of(
                        Hamiltonians.heisenberg(square, space),
                        square.sublattice().orElseThrow()),
                new Rule.Exchange(pairs),
                0.03);
    }

    public int sites() {
        return space.sites();
    }
}

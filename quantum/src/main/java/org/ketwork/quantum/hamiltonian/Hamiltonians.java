package org.ketwork.quantum.hamiltonian;

import java.nio.file.Path;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.lattice.Graph;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.operator.PauliSum;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;

/**
 * The Hamiltonians of many-body physics, in Pauli matrices and total energies. Each refuses, with an {@link
 * org.ketwork.numerics.InvalidInputException}, a space whose conserved quantity it does not conserve and a graph of another size.
 */
public final class Hamiltonians {
    private Hamiltonians() {}

    /** H = −J Σ_bonds w σᶻσᶻ − h Σ σˣ. */
    public static ConfigurationOperator transverseFieldIsing(Graph graph, Spins space, double j, double h) {
        throw new UnsupportedOperationException("" + graph + space + j + h);
    }

    /** H = Σ_bonds w (σˣσˣ + σʸσʸ + σᶻσᶻ), antiferromagnetic for w &gt; 0. */
    public static ConfigurationOperator heisenberg(Graph graph, Spins space) {
        return xxz(graph, space, 1);
    }

    /** H = Σ_bonds w (σˣσˣ + σʸσʸ + Δ σᶻσᶻ). */
    public static ConfigurationOperator xxz(Graph graph, Spins space, double delta) {
        throw new UnsupportedOperationException("" + graph + space + delta);
    }

    /** H = J₁ Σ σ·σ over nearest + J₂ Σ σ·σ over second nearest neighbours. */
    public static ConfigurationOperator j1j2(Lattice lattice, Spins space, double j1, double j2) {
        throw new UnsupportedOperationException("" + lattice + space + j1 + j2);
    }

    /** H = −t Σ_bonds w (b†b + h.c.) + (U/2) Σ n(n − 1) − μ Σ n. */
    public static ConfigurationOperator boseHubbard(Graph graph, Bosons space, double t, double u, double mu) {
        throw new UnsupportedOperationException("" + graph + space + t + u + mu);
    }

    /** A sum of Pauli strings, qubit q being site q. It must be Hermitian. */
    public static ConfigurationOperator pauli(PauliSum sum, Spins space) {
        throw new UnsupportedOperationException("" + sum + space);
    }

    /**
     * A sum of Pauli strings from a text with a line for each: {@code 0.5 XIZ} with a letter for each site, or {@code 0.5 X0 Z2} with the
     * sites named. What follows a # is a comment. Coefficients may be complex, {@code 1+2i}, if the sum is Hermitian all the same.
     */
    public static ConfigurationOperator pauli(Path file, Spins space) {
        throw new UnsupportedOperationException("" + file + space);
    }

    /**
     * The same two-body operator on each bond: H = Σ_bonds w h.
     *
     * @param h Hermitian, of shape (d², d²) for d levels; the level of the bond's {@code from} is the left factor
     */
    public static ConfigurationOperator twoBody(Graph graph, StateSpace space, ComplexMatrix h) {
        throw new UnsupportedOperationException("" + graph + space + h);
    }
}

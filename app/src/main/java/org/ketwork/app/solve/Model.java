package org.ketwork.app.solve;

import java.util.OptionalInt;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.lattice.Graph;

/**
 * A Hamiltonian as it was asked for, not yet on a graph.
 *
 * @param bosons whether its sites hold particles in place of spins
 * @param balanced whether some ground state has the smallest magnetisation, so that the search may be kept to it
 * @param antiferromagnet whether Marshall's rule gives the signs of its ground state on a bipartite graph of positive weights, or
 *     nearly so
 * @param traceless whether the mean of its eigenvalues over all configurations is 0
 * @param kind how the tables of known energies call it
 * @param build the operator on a graph, under a conserved magnetisation if one is given
 */
record Model(boolean bosons, boolean balanced, boolean antiferromagnet, boolean traceless, Known kind, Build build) {
    /** The operator on a graph. */
    @FunctionalInterface
    interface Build {
        ConfigurationOperator on(Graph graph, OptionalInt magnetisation);
    }

    /** What is known by name of a Hamiltonian. */
    sealed interface Known {
        /** −J Σ σᶻσᶻ − h Σ σˣ. */
        record Ising(double j, double h) implements Known {}

        /** J₁ Σ σ·σ + J₂ Σ σ·σ. */
        record Heisenberg(double j1, double j2) implements Known {}

        /** Anything else. */
        record Other() implements Known {}
    }
}

package org.ketwork.app.solve;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.lattice.Graph;

/**
 * A Hamiltonian as it was asked for, not yet on a graph.
 *
 * @param kind how the tables of known energies call it
 * @param build the operator on a graph, under a conserved magnetisation if one is given
 */
record Model(Set<Trait> traits, Known kind, Build build) {
    /** What follows from the form of a Hamiltonian. Signs are for bonds of positive weight. */
    enum Trait {
        /** Its sites hold particles in place of spins. */
        BOSONS,
        /** Some ground state has the smallest magnetisation, so that the search may be kept to it. */
        BALANCED,
        /** Marshall's rule gives the signs of its ground state on a bipartite graph, or nearly so. */
        NEARLY_MARSHALL,
        /** Marshall's rule gives them exactly. */
        MARSHALL,
        /** Its ground state is positive as it is. */
        POSITIVE
    }

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

    static Model of(Known kind, Build build, Trait... traits) {
        Set<Trait> set = EnumSet.noneOf(Trait.class);
        set.addAll(List.of(traits));
        return new Model(set, kind, build);
    }

    /** The same with another trait, if a condition holds. */
    Model with(Trait trait, boolean holds) {
        if (holds) {
            traits.add(trait);
        }
        return this;
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }
}

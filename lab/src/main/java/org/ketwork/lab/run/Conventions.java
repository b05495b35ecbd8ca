package org.ketwork.lab.run;

import java.util.List;

/** The conventions under which every number of Ketwork is to be read; printed with results. */
public final class Conventions {
    public static final List<String> SENTENCES = List.of(
            "p is the probability to keep a unit, not to drop it",
            "entropies are in nats",
            "fidelity is (tr sqrt(sqrt(a) b sqrt(a)))^2, not its square root",
            "depolarizing(p) applies X, Y and Z with probability p/3 each",
            "qubit 0 is the leftmost tensor factor and the most significant bit",
            "Hamiltonians are in Pauli matrices, energies are totals",
            "purity is estimated without bias; the von Neumann entropy of predictions is that of the mixture of square-root"
                    + " probability vectors");

    private Conventions() {}
}

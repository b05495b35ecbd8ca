package org.ketwork.quantum;

import java.util.List;

/**
 * The conventions of every number that Ketwork prints. They differ between programs and cannot be seen in a result, so they stand
 * in one place and travel with each report; {@code docs/conventions.md} is this table.
 */
public final class Conventions {
    /** One convention: what it is about, what holds here, and what other programs may mean instead. */
    public record Convention(String subject, String here, String elsewhere) {}

    private static final List<Convention> ALL = List.of(
            new Convention(
                    "p of a mask law",
                    "the probability to KEEP a unit",
                    "most libraries of neural networks give the rate of dropping"),
            new Convention("inverted masks", "divided by p, so that the mean is 1", "plain masks are not divided"),
            new Convention(
                    "entropies and information",
                    "nats; 1 bit = ln 2 = 0.6931 nats",
                    "toolboxes of quantum information often use bits"),
            new Convention(
                    "purity of predictions",
                    "the unbiased estimate; the entropy of predictions is that of the mixture of square-root probability vectors",
                    "the plug-in purity is too large by (1 - purity)/T for T passes"),
            new Convention(
                    "fidelity",
                    "F = (Tr √(√ρ σ √ρ))², for pure states the squared overlap",
                    "QuTiP and toqito give its square root"),
            new Convention(
                    "trace distance",
                    "half the trace norm of the difference, between 0 and 1",
                    "the trace norm itself"),
            new Convention(
                    "depolarizing(p)",
                    "X, Y and Z each with probability p/3, so that p = 3/4 mixes a qubit fully",
                    "Aer and Yao: (1-λ)ρ + λI/2ⁿ"),
            new Convention("phase damping λ", "coherence times √(1-λ)", "phase flip p: coherence times 1-2p"),
            new Convention(
                    "order of qubits",
                    "qubit 0 is the leftmost factor and the most significant bit",
                    "Qiskit counts from the right"),
            new Convention("Hamiltonians", "in Pauli matrices, total energy", "spin operators S = σ/2 give a quarter"),
            new Convention(
                    "levels of a spin", "level 0 is up, σᶻ = +1; level 1 is down, σᶻ = -1", "bits of which 1 is up"),
            new Convention(
                    "signs of Hamiltonians",
                    "Ising: -J Σ σᶻσᶻ - h Σ σˣ; Heisenberg: +Σ σ·σ, antiferromagnetic",
                    "+J Σ σᶻσᶻ, or -Σ σ·σ"),
            new Convention(
                    "magnetisation", "Σ σᶻ, an integer with the parity of the number of spins", "Σ Sᶻ, half of it"),
            new Convention(
                    "bonds of a small torus",
                    "each bond of the infinite lattice once, so that a periodic direction of 2 cells has doubled bonds; a warning says so",
                    "one bond for two sites"),
            new Convention(
                    "numbering of sites",
                    "cell by cell, the last direction fastest, then the basis of the cell",
                    "the first direction fastest"),
            new Convention(
                    "symmetries",
                    "g carries what is on site i to site g(i), and (U_g ψ)(σ) = ψ(g⁻¹σ); momentum k has U_T ψ = exp(-2πi k·r/L) ψ for the translation by r",
                    "the opposite sign of k"),
            new Convention(
                    "Marshall rotation",
                    "amplitudes times (-1)^(down spins on the sublattice that does not hold site 0)",
                    "the other sublattice, which differs by a global sign"),
            new Convention(
                    "channels",
                    "act on ρ; no vectorised form leaves an interface",
                    "column and row stacking both exist"),
            new Convention(
                    "Choi matrix",
                    "Σᵢⱼ |i⟩⟨j| ⊗ Φ(|i⟩⟨j|), input left, trace = input dimension",
                    "output left, or divided by the dimension"),
            new Convention(
                    "numbers",
                    "64-bit floating point, complex arrays split into real and imaginary part, matrices row by row",
                    "single precision"));

    private Conventions() {}

    public static List<Convention> all() {
        return ALL;
    }

    /** One sentence for each convention, as reports and provenance print them. */
    public static List<String> sentences() {
        return ALL.stream()
                .map(c -> c.subject() + ": " + c.here() + " (others: " + c.elsewhere() + ")")
                .toList();
    }

    /** The table of the documentation. */
    public static String markdown() {
        StringBuilder table = new StringBuilder("| matter | Ketwork | others |\n|---|---|---|\n");
        for (Convention c : ALL) {
            String row = c.subject() + "\t" + c.here() + "\t" + c.elsewhere();
            table.append("| ")
                    .append(row.replace("|", "\\|").replace("\t", " | "))
                    .append(" |\n");
        }
        return table.toString();
    }
}

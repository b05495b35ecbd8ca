package org.ketwork.quantum;

import java.util.List;

/**
 * The conventions of every number that Ketwork prints. They differ between programs and cannot be seen in a result, so they stand
 * in one place and travel with each report.
 */
public final class Conventions {
    /** One convention: what it is about, what holds here, and what other programs may mean instead. */
    public record Convention(String subject, String here, String elsewhere) {}

    private static final List<Convention> ALL = List.of(
            new Convention(
                    "dropout probability",
                    "p is the probability that a unit is kept",
                    "many libraries give the rate at which units are dropped, 1 - p"),
            new Convention("entropy and information", "nats (natural logarithm)", "bits (logarithm to base 2)"),
            new Convention(
                    "fidelity",
                    "F = (Tr sqrt(sqrt(rho) sigma sqrt(rho)))^2, for pure states the squared overlap",
                    "the square root of this number"),
            new Convention(
                    "depolarizing(p)",
                    "X, Y and Z are applied with probability p/3 each; a qubit is fully mixed at p = 3/4",
                    "the state is replaced by the maximally mixed one with probability p"),
            new Convention(
                    "order of qubits",
                    "qubit 0 is the leftmost tensor factor and the most significant bit",
                    "qubit 0 is the least significant bit"),
            new Convention(
                    "phase damping(lambda)",
                    "coherences shrink by sqrt(1 - lambda); phase flip(p) shrinks them by 1 - 2p",
                    "coherences shrink by 1 - lambda"),
            new Convention(
                    "Hamiltonians",
                    "Pauli matrices and total energies",
                    "spin operators (half the Pauli matrices), energies per site"),
            new Convention(
                    "trace distance",
                    "half the trace norm of the difference, between 0 and 1",
                    "the trace norm itself, between 0 and 2"),
            new Convention(
                    "Choi matrix",
                    "sum over i, j of |i><j| (input, left) times channel(|i><j|) (output, right), trace = input dimension",
                    "output factor left, or divided by the dimension"));

    private Conventions() {}

    public static List<Convention> all() {
        return ALL;
    }

    /** All conventions, one line each, as reports print them. */
    public static String text() {
        StringBuilder text = new StringBuilder();
        for (Convention convention : ALL) {
            text.append(convention.subject())
                    .append(": ")
                    .append(convention.here())
                    .append(" (not: ")
                    .append(convention.elsewhere())
                    .append(")\n");
        }
        return text.toString();
    }
}

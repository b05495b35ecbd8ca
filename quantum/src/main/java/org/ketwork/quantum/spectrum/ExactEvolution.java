package org.ketwork.quantum.spectrum;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;

/**
 * Evolution of a state vector by Schrödinger's equation, ψ(t) = exp(−iHt) ψ(0), with ħ = 1.
 *
 * @param tolerance bound on ‖error of ψ‖ for a unit of time
 */
public record ExactEvolution(ConfigurationOperator hamiltonian, double tolerance) {
    /** To about ten digits. */
    public static ExactEvolution of(ConfigurationOperator hamiltonian) {
        return new ExactEvolution(hamiltonian, 1e-11);
    }

    /** exp(−iHt) ψ; negative times go back. */
    public ExactState evolve(ExactState state, double time, Workers workers) {
        throw new UnsupportedOperationException("" + state + time + workers);
    }
}

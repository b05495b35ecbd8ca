package org.ketwork.quantum.hamiltonian;

import java.util.List;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/**
 * A Hermitian operator A in the basis of configurations, as a diagonal and a list of transitions. Everything that acts on
 * configurations is built on it: local values Σ_σ' ⟨σ|A|σ'⟩ ψ(σ')/ψ(σ), Hamiltonian moves, products with vectors, matrices.
 */
public interface ConfigurationOperator {
    StateSpace space();

    /** Writes ⟨σ|A|σ⟩ of every row to values[0 ...]. */
    void diagonal(Configurations at, double[] values);

    /**
     * E∞, the mean of all eigenvalues, which is the energy at infinite temperature. A fixed magnetisation is passed over, as is usual for
     * the V-score, so that sums of Pauli strings without the identity have 0; a fixed number of particles is not.
     */
    double infiniteTemperature();

    /** The off-diagonal part, each move at most once. */
    List<Transition> transitions();

    /** Whether all matrix elements are real. */
    default boolean isReal() {
        return transitions().stream().allMatch(Transition::isReal);
    }

    /** Whether it keeps the total Σ σᶻ, or the number of particles. Says false unless it is known. */
    default boolean conservesTotal() {
        return space().constrained() || transitions().isEmpty();
    }

    /** A + B of operators on the same space. */
    default ConfigurationOperator plus(ConfigurationOperator other) {
        return OperatorSum.of(List.of(this, other), 1, 1);
    }

    /** cA. */
    default ConfigurationOperator times(double factor) {
        return OperatorSum.of(List.of(this), factor);
    }
}

package org.ketwork.wavefunction.ansatz;

import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.StateSpace;

/**
 * A family of wavefunctions ψ(σ; θ), not normalised, with real parameters θ. The family only; parameters are kept apart. Complex
 * weights are two real parameters each; see {@link Codomain#HOLOMORPHIC} for their order.
 */
public interface Ansatz {
    StateSpace space();

    /**
     * Number of real parameters.
     *
     * @throws ArithmeticException if there are more than an array holds
     */
    int parameterCount();

    Codomain codomain();

    /** Writes fresh parameters, a function of the address. */
    void initialise(double[] theta, RandomAddress address);

    /** The member of the family with these parameters, which are copied. It may prepare tables that make its ratios cheap. */
    Wavefunction at(double[] theta);

    /** Fresh parameters. */
    default double[] initialise(RandomAddress address) {
        double[] theta = new double[parameterCount()];
        initialise(theta, address);
        return theta;
    }
}

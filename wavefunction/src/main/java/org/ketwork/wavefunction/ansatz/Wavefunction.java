package org.ketwork.wavefunction.ansatz;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/** One member of a family: amplitudes, not normalised, at fixed parameters. Immutable and safe to share among threads. */
public interface Wavefunction {
    StateSpace space();

    Codomain codomain();

    /**
     * Writes log |ψ| and the phase of ψ of every row. An amplitude of zero has the log-modulus −∞.
     *
     * @param phase in radians, of any branch
     */
    void logAmplitudes(Configurations at, double[] logModulus, double[] phase);

    /** Walkers that start at a copy of the given configurations. */
    Walkers walkers(Configurations start);

    /** The derivatives at a batch of configurations. */
    LogDerivatives logDerivatives(Configurations at, Workers workers);
}

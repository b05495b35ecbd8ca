package org.ketwork.wavefunction.minimisation;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.estimate.LocalValues;
import org.ketwork.wavefunction.sampler.Sample;

/** What is minimised, as the numbers whose mean over |ψ|² it is and whose covariance with the log-derivatives is its gradient. */
@FunctionalInterface
public interface LocalCost {
    /**
     * Writes the local cost of every configuration of the sample, such as the local energy Σ_σ' ⟨σ|H|σ'⟩ ψ(σ')/ψ(σ).
     *
     * @param im holds zeros when called
     */
    void evaluate(Wavefunction wavefunction, Sample sample, double[] re, double[] im, Workers workers);

    /** The energy. */
    static LocalCost energy(ConfigurationOperator hamiltonian) {
        return (wavefunction, sample, re, im, workers) -> {
            LocalValues energies = LocalValues.of(hamiltonian, wavefunction, sample.configurations(), workers);
            System.arraycopy(energies.re(), 0, re, 0, energies.size());
            System.arraycopy(energies.im(), 0, im, 0, energies.size());
        };
    }
}

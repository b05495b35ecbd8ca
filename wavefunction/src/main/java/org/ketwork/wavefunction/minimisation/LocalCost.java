package org.ketwork.wavefunction.minimisation;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.wavefunction.ansatz.Wavefunction;
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
}

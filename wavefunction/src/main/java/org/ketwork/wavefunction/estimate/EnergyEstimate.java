package org.ketwork.wavefunction.estimate;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.sampler.Sample;
import org.ketwork.wavefunction.sampler.Sampler;

/**
 * What a sample says about the energy. To know whether it can be trusted, ask {@link Soundness}.
 *
 * @param energy ⟨H⟩ with its error and the state of the chains
 * @param imaginary mean of the imaginary parts of the local energies, 0 in expectation
 * @param variance ⟨H²⟩ − ⟨H⟩², the mean of |E_loc − ⟨H⟩|²; 0 for an eigenstate
 * @param acceptance share of the proposals that were accepted; 1 for samplers without proposals
 * @param configurations how many different ones the sample has
 */
public record EnergyEstimate(
        Measurement energy, double imaginary, double variance, double acceptance, int configurations) {
    /** From the local energies at the configurations of a sample. */
    public static EnergyEstimate of(Sample sample, LocalValues localEnergies, double acceptance) {
        Measurement energy = Measurement.of(sample, localEnergies.re());
        double imaginary = 0;
        double variance = 0;
        for (int i = 0; i < sample.weights().length; i++) {
            double re = localEnergies.re()[i] - energy.mean();
            double im = localEnergies.im()[i];
            imaginary += sample.weights()[i] * im;
            variance += sample.weights()[i] * (re * re + im * im);
        }
        return new EnergyEstimate(
                energy, imaginary, variance, acceptance, sample.configurations().rows());
    }

    /** From what a sampler drew. */
    public static EnergyEstimate of(
            ConfigurationOperator hamiltonian, Wavefunction wavefunction, Sampler.Draw draw, Workers workers) {
        LocalValues local =
                LocalValues.of(hamiltonian, wavefunction, draw.sample().configurations(), workers);
        return of(draw.sample(), local, draw.acceptance());
    }

    public double mean() {
        return energy.mean();
    }

    public double standardError() {
        return energy.standardError();
    }

    /**
     * The V-score N Var(H)/(E − E∞)², a measure without units of how far a state is from an eigenstate (Wu et al., Science 386, 296,
     * 2024).
     *
     * @param particles N: the number of spins, or of particles
     * @param infiniteTemperature E∞, the mean of all eigenvalues; 0 for sums of Pauli strings without the identity
     */
    public double vScore(int particles, double infiniteTemperature) {
        double distance = energy.mean() - infiniteTemperature;
        return particles * variance / (distance * distance);
    }
}

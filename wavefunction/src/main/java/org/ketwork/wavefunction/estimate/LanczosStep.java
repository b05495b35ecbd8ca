package org.ketwork.wavefunction.estimate;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.sampler.Sample;
import org.ketwork.wavefunction.sampler.Sampler;

/**
 * One step of the method of Lanczos: the state (1 + α (H − c)) |ψ⟩, of lower energy than ψ (Sorella, Phys. Rev. B 64, 024512 (2001)). It
 * is as little normalised as ψ, and its energy bounds that of the ground state from above just the same. It is measured on
 * configurations that are drawn from |ψ|², so it says nothing of those where ψ vanishes.
 *
 * @param alpha α, an inverse energy; 0 leaves ψ as it is
 * @param centre c, about the energy of ψ
 */
public record LanczosStep(double alpha, double centre) {
    /** A variance of this many squared energies is none: the state is an eigenstate already, and α would be made of rounding. */
    private static final double ROUNDING = 1e-20;

    /**
     * The state after the step, by what the amplitudes change on the way.
     *
     * @param energy of the state after the step
     * @param before that of ψ on the same sample
     * @param sample the given one, with the probabilities of the state after the step as weights; its chains still follow |ψ|²
     * @param moduli |1 + α (E_loc − c)| at each configuration
     */
    public record Improved(EnergyEstimate energy, EnergyEstimate before, Sample sample, double[] moduli) {}

    /**
     * The step that leads lowest. On a sample, choose it on another than the one it is measured on: the energy would come out too low by
     * having been chosen for it.
     */
    public static LanczosStep lowest(
            ConfigurationOperator hamiltonian, Wavefunction wavefunction, Sample sample, Workers workers) {
        LocalValues h = LocalValues.of(hamiltonian, wavefunction, sample.configurations(), workers);
        LocalValues h2 =
                LocalValues.ofProduct(hamiltonian, hamiltonian, wavefunction, sample.configurations(), workers);
        EnergyEstimate before = EnergyEstimate.of(sample, h, 1);
        double energy = before.mean();
        // The moments of H about its mean.
        double second = before.variance();
        double third = 0;
        for (int s = 0; s < h.size(); s++) {
            third += sample.weights()[s]
                    * ((h.re()[s] - energy) * (h2.re()[s] - 2 * energy * h.re()[s] + energy * energy)
                            + h.im()[s] * (h2.im()[s] - 2 * energy * h.im()[s]));
        }
        return new LanczosStep(second <= ROUNDING * energy * energy ? 0 : lowest(second, third), energy);
    }

    /** Where the energy above the mean, (2 α m₂ + α² m₃)/(1 + α² m₂), is least: the negative root of m₂ + α m₃ − α² m₂² = 0. */
    private static double lowest(double second, double third) {
        double root = Math.sqrt(third * third + 4 * Math.pow(second, 3));
        return third > 0 ? -2 * second / (third + root) : (third - root) / (2 * second * second);
    }

    /** The state after the step. */
    public Improved measure(
            ConfigurationOperator hamiltonian, Wavefunction wavefunction, Sampler.Draw draw, Workers workers) {
        Sample sample = draw.sample();
        LocalValues h = LocalValues.of(hamiltonian, wavefunction, sample.configurations(), workers);
        LocalValues h2 =
                LocalValues.ofProduct(hamiltonian, hamiltonian, wavefunction, sample.configurations(), workers);
        int rows = h.size();
        // With φ the state after the step: φ/ψ and Hφ/ψ.
        double[] phiRe = new double[rows];
        double[] phiIm = new double[rows];
        double[] energyRe = new double[rows];
        double[] energyIm = new double[rows];
        double norm = 0;
        double re = 0;
        double im = 0;
        for (int s = 0; s < rows; s++) {
            phiRe[s] = 1 + alpha * (h.re()[s] - centre);
            phiIm[s] = alpha * h.im()[s];
            energyRe[s] = h.re()[s] + alpha * (h2.re()[s] - centre * h.re()[s]);
            energyIm[s] = h.im()[s] + alpha * (h2.im()[s] - centre * h.im()[s]);
            double weight = sample.weights()[s];
            norm += weight * (phiRe[s] * phiRe[s] + phiIm[s] * phiIm[s]);
            re += weight * (phiRe[s] * energyRe[s] + phiIm[s] * energyIm[s]);
            im += weight * (phiRe[s] * energyIm[s] - phiIm[s] * energyRe[s]);
        }
        double mean = re / norm;
        double variance = 0;
        double[] moduli = new double[rows];
        double[] weights = new double[rows];
        // A quotient of means has the error of the mean of these, to first order.
        double[] linear = new double[rows];
        for (int s = 0; s < rows; s++) {
            double offRe = energyRe[s] - mean * phiRe[s];
            double offIm = energyIm[s] - mean * phiIm[s];
            moduli[s] = Math.hypot(phiRe[s], phiIm[s]);
            weights[s] = sample.weights()[s] * moduli[s] * moduli[s] / norm;
            variance += sample.weights()[s] * (offRe * offRe + offIm * offIm) / norm;
            linear[s] = mean + (phiRe[s] * offRe + phiIm[s] * offIm) / norm;
        }
        return new Improved(
                new EnergyEstimate(Measurement.of(sample, linear), im / norm, variance, draw.acceptance(), rows),
                EnergyEstimate.of(sample, h, draw.acceptance()),
                new Sample(sample.configurations(), weights, sample.chains()),
                moduli);
    }
}

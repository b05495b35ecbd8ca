package org.ketwork.wavefunction.estimate;

import java.util.Arrays;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.sampler.Sample;
import org.ketwork.wavefunction.sampler.WidenedSample;

/**
 * One step of the method of Lanczos: the state (1 + α (H − c)) |ψ⟩, of lower energy than ψ (Sorella, Phys. Rev. B 64, 024512 (2001)). It
 * is as little normalised as ψ, and its energy bounds that of the ground state from above just the same. Where ψ is small it need not be,
 * so it is measured on a {@link WidenedSample}; nothing is said of configurations at which ψ vanishes.
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
     * @param sample the given one, with the probabilities of the state after the step as weights; its chains are those of the given one
     * @param moduli |1 + α (E_loc − c)| at each configuration
     */
    public record Improved(EnergyEstimate energy, EnergyEstimate before, Sample sample, double[] moduli) {}

    /**
     * The step that leads lowest. On a sample, choose it on another than the one it is measured on: the energy would come out too low by
     * having been chosen for it.
     */
    public static LanczosStep lowest(
            ConfigurationOperator hamiltonian, Wavefunction wavefunction, WidenedSample widened, Workers workers) {
        Images images = Images.of(hamiltonian, wavefunction, widened, workers);
        EnergyEstimate before = images.before(1);
        double energy = before.mean();
        // The moments of H about its mean.
        double second = before.variance();
        double third = images.thirdMoment(energy);
        return new LanczosStep(second <= ROUNDING * energy * energy ? 0 : lowest(second, third), energy);
    }

    /** Where the energy above the mean, (2 α m₂ + α² m₃)/(1 + α² m₂), is least: the negative root of m₂ + α m₃ − α² m₂² = 0. */
    private static double lowest(double second, double third) {
        double root = Math.sqrt(third * third + 4 * Math.pow(second, 3));
        return third > 0 ? -2 * second / (third + root) : (third - root) / (2 * second * second);
    }

    /**
     * The state after the step.
     *
     * @param acceptance of the sampler, for the record
     */
    public Improved measure(
            ConfigurationOperator hamiltonian,
            Wavefunction wavefunction,
            WidenedSample widened,
            double acceptance,
            Workers workers) {
        Images images = Images.of(hamiltonian, wavefunction, widened, workers);
        LocalValues step = images.step(this);
        double[] moduli = new double[step.size()];
        double[] probabilities = new double[step.size()];
        double norm = images.norm(step);
        for (int s = 0; s < moduli.length; s++) {
            moduli[s] = Math.hypot(step.re()[s], step.im()[s]);
            probabilities[s] = images.weights[s] * moduli[s] * moduli[s] / norm;
        }
        Sample sample = widened.sample();
        return new Improved(
                images.energy(step, images.ofStep(this), acceptance),
                images.before(acceptance),
                new Sample(sample.configurations(), probabilities, sample.chains()),
                moduli);
    }

    /**
     * Hψ/ψ and H²ψ/ψ at the configurations of a sample.
     *
     * @param importance of each configuration, of mean 1 over the sample
     * @param weights of the configurations, for means over |ψ|²
     */
    private record Images(Sample sample, double[] importance, double[] weights, LocalValues h, LocalValues h2) {
        static Images of(
                ConfigurationOperator hamiltonian, Wavefunction wavefunction, WidenedSample widened, Workers workers) {
            Sample sample = widened.sample();
            double sum = 0;
            for (int s = 0; s < sample.weights().length; s++) {
                sum += sample.weights()[s] * widened.importance()[s];
            }
            double[] importance = widened.importance().clone();
            double[] weights = sample.weights().clone();
            for (int s = 0; s < weights.length; s++) {
                importance[s] /= sum;
                weights[s] *= importance[s];
            }
            return new Images(
                    sample,
                    importance,
                    weights,
                    LocalValues.of(hamiltonian, wavefunction, sample.configurations(), workers),
                    LocalValues.ofProduct(hamiltonian, hamiltonian, wavefunction, sample.configurations(), workers));
        }

        /** φ/ψ, φ being the state after a step. */
        LocalValues step(LanczosStep step) {
            double[] re = new double[h.size()];
            double[] im = new double[h.size()];
            for (int s = 0; s < re.length; s++) {
                re[s] = 1 + step.alpha * (h.re()[s] - step.centre);
                im[s] = step.alpha * h.im()[s];
            }
            return new LocalValues(re, im);
        }

        /** Hφ/ψ. */
        LocalValues ofStep(LanczosStep step) {
            double[] re = new double[h.size()];
            double[] im = new double[h.size()];
            for (int s = 0; s < re.length; s++) {
                re[s] = h.re()[s] + step.alpha * (h2.re()[s] - step.centre * h.re()[s]);
                im[s] = h.im()[s] + step.alpha * (h2.im()[s] - step.centre * h.im()[s]);
            }
            return new LocalValues(re, im);
        }

        double norm(LocalValues phi) {
            double norm = 0;
            for (int s = 0; s < weights.length; s++) {
                norm += weights[s] * (phi.re()[s] * phi.re()[s] + phi.im()[s] * phi.im()[s]);
            }
            return norm;
        }

        /** The energy of a state φ, given φ/ψ and Hφ/ψ. */
        EnergyEstimate energy(LocalValues phi, LocalValues image, double acceptance) {
            double norm = norm(phi);
            double re = 0;
            double im = 0;
            for (int s = 0; s < weights.length; s++) {
                re += weights[s] * (phi.re()[s] * image.re()[s] + phi.im()[s] * image.im()[s]);
                im += weights[s] * (phi.re()[s] * image.im()[s] - phi.im()[s] * image.re()[s]);
            }
            double mean = re / norm;
            double variance = 0;
            // A quotient of means has the error of the mean of these, to first order.
            double[] linear = new double[weights.length];
            for (int s = 0; s < weights.length; s++) {
                double offRe = image.re()[s] - mean * phi.re()[s];
                double offIm = image.im()[s] - mean * phi.im()[s];
                variance += weights[s] * (offRe * offRe + offIm * offIm) / norm;
                double term = (phi.re()[s] * offRe + phi.im()[s] * offIm) / norm;
                linear[s] = mean + importance[s] * term;
            }
            return new EnergyEstimate(Measurement.of(sample, linear), im / norm, variance, acceptance, weights.length);
        }

        /** The energy of ψ. */
        EnergyEstimate before(double acceptance) {
            double[] ones = new double[h.size()];
            Arrays.fill(ones, 1);
            return energy(new LocalValues(ones, new double[ones.length]), h, acceptance);
        }

        /** Re⟨(H − E)³⟩, E being the mean of H. */
        double thirdMoment(double energy) {
            double third = 0;
            for (int s = 0; s < weights.length; s++) {
                third += weights[s]
                        * ((h.re()[s] - energy) * (h2.re()[s] - 2 * energy * h.re()[s] + energy * energy)
                                + h.im()[s] * (h2.im()[s] - 2 * energy * h.im()[s]));
            }
            return third;
        }
    }
}

package org.ketwork.wavefunction.mixture;

import java.util.Arrays;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.measure.Entropy;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.estimate.EnergyEstimate;
import org.ketwork.wavefunction.sampler.FullSum;

/**
 * A mixture ρ = Σ w_m |m⟩⟨m| of normalised members over all configurations of a small space. What is not zero in its spectrum is that of
 * the Gram matrix G_mn = √(w_m w_n) ⟨m|n⟩, which is smaller when members are few.
 */
public final class ExactMixture {
    private final StatedMembers ensemble;
    private final Configurations all;
    /** w_m. */
    private final double[] weights;
    /** The normalised amplitudes of each member. */
    private final double[][] re;

    private final double[][] im;

    public ExactMixture(StatedMembers ensemble, Normalisation normalisation) {
        this.ensemble = ensemble;
        all = ensemble.members().getFirst().space().all();
        int count = ensemble.members().size();
        re = new double[count][all.rows()];
        im = new double[count][all.rows()];
        double[] logNorm = new double[count];
        for (int m = 0; m < count; m++) {
            logNorm[m] = fill(ensemble.members().get(m), re[m], im[m]);
        }
        weights = ensemble.probabilities().clone();
        if (normalisation == Normalisation.ONCE) {
            double most = Arrays.stream(logNorm).max().orElseThrow();
            double sum = 0;
            for (int m = 0; m < count; m++) {
                weights[m] *= Math.exp(logNorm[m] - most);
                sum += weights[m];
            }
            for (int m = 0; m < count; m++) {
                weights[m] /= sum;
            }
        }
    }

    /** Writes normalised amplitudes; returns log ⟨ψ|ψ⟩. */
    private double fill(Wavefunction member, double[] x, double[] y) {
        double[] log = new double[all.rows()];
        double[] phase = new double[all.rows()];
        member.logAmplitudes(all, log, phase);
        double most = Arrays.stream(log).max().orElseThrow();
        double norm = 0;
        for (double value : log) {
            norm += Math.exp(2 * (value - most));
        }
        for (int i = 0; i < log.length; i++) {
            double modulus = Math.exp(log[i] - most) / Math.sqrt(norm);
            x[i] = modulus * Math.cos(phase[i]);
            y[i] = modulus * Math.sin(phase[i]);
        }
        return 2 * most + Math.log(norm);
    }

    /** w_m: q_m, or q_m ⟨ψ_m|ψ_m⟩ divided by its sum. */
    public double[] weights() {
        return weights.clone();
    }

    /** ⟨H⟩ of every member. */
    public double[] memberEnergies(ConfigurationOperator hamiltonian, Workers workers) {
        FullSum sum = new FullSum(all.space());
        return ensemble.members().stream()
                .mapToDouble(member -> EnergyEstimate.of(
                                hamiltonian, member, sum.draw(member, sum.start(member, workers), 0, workers), workers)
                        .mean())
                .toArray();
    }

    /** tr ρH = Σ w_m ⟨H⟩_m. */
    public double energy(ConfigurationOperator hamiltonian, Workers workers) {
        double[] energies = memberEnergies(hamiltonian, workers);
        double mean = 0;
        for (int m = 0; m < weights.length; m++) {
            mean += weights[m] * energies[m];
        }
        return mean;
    }

    /** G, (members, members). */
    public ComplexMatrix gram() {
        int count = weights.length;
        ComplexMatrix gram = ComplexMatrix.zeros(count, count);
        for (int m = 0; m < count; m++) {
            for (int n = 0; n < count; n++) {
                double x = 0;
                double y = 0;
                for (int i = 0; i < all.rows(); i++) {
                    x += re[m][i] * re[n][i] + im[m][i] * im[n][i];
                    y += re[m][i] * im[n][i] - im[m][i] * re[n][i];
                }
                double root = Math.sqrt(weights[m] * weights[n]);
                gram.set(m, n, root * x, root * y);
            }
        }
        return gram;
    }

    /** tr ρ² = Σ |G_mn|². */
    public double purity() {
        return Arrays.stream(spectrum()).map(x -> x * x).sum();
    }

    /** −tr ρ log ρ in nats. */
    public double entropy() {
        return Entropy.shannon(spectrum());
    }

    /** Eigenvalues of ρ, not all of those that are zero. */
    public double[] spectrum() {
        ComplexMatrix smaller =
                weights.length <= all.rows() ? gram() : density().matrix();
        double[] values = HermitianEigen.values(smaller);
        double[] positive = Arrays.stream(values).map(x -> Math.max(0, x)).toArray();
        double sum = Arrays.stream(positive).sum();
        return Arrays.stream(positive).map(x -> x / sum).toArray();
    }

    /** ρ over the configurations in their order. */
    public DensityMatrix density() {
        int size = all.rows();
        ComplexMatrix rho = ComplexMatrix.zeros(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double x = 0;
                double y = 0;
                for (int m = 0; m < weights.length; m++) {
                    x += weights[m] * (re[m][i] * re[m][j] + im[m][i] * im[m][j]);
                    y += weights[m] * (im[m][i] * re[m][j] - re[m][i] * im[m][j]);
                }
                rho.set(i, j, x, y);
            }
        }
        return DensityMatrix.of(rho);
    }
}

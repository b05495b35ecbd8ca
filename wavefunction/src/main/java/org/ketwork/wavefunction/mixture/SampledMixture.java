package org.ketwork.wavefunction.mixture;

import java.util.Arrays;
import java.util.function.LongFunction;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.estimate.Fidelity;
import org.ketwork.wavefunction.estimate.LocalValues;
import org.ketwork.wavefunction.estimate.Measurement;
import org.ketwork.wavefunction.network.NetworkAnsatz;
import org.ketwork.wavefunction.sampler.Sample;
import org.ketwork.wavefunction.sampler.Sampler;

/**
 * The mixture that a network with masks of any law is, by drawing masks and configurations. Members are drawn independently, each with
 * samples of its own, so that errors come from the spread of what members say and hold the noise of both.
 *
 * <p>Norms of members are estimated against the wavefunction without masks, the reference r: ⟨ψ_m|ψ_m⟩/⟨r|r⟩ is the mean of |ψ_m/r|² over
 * |r|². This is only as good as the reference resembles the members.
 */
public final class SampledMixture {
    private final NetworkAnsatz ansatz;
    private final double[] theta;
    private final RandomAddress masks;
    private final LongFunction<? extends Sampler> samplers;

    /**
     * @param masks the root of all masks
     * @param samplers as many as are asked for, by number, independent of each other
     */
    public SampledMixture(
            NetworkAnsatz ansatz, double[] theta, RandomAddress masks, LongFunction<? extends Sampler> samplers) {
        this.ansatz = ansatz;
        this.theta = theta.clone();
        this.masks = masks;
        this.samplers = samplers;
    }

    /** A mean over members. */
    public record Estimate(double mean, double standardError, int members) {
        /** Σ a_j / Σ b_j of independent pairs, its error to first order. */
        static Estimate ratio(double[] a, double[] b) {
            int count = a.length;
            double meanB = Arrays.stream(b).average().orElseThrow();
            double mean = Arrays.stream(a).average().orElseThrow() / meanB;
            double squares = 0;
            for (int j = 0; j < count; j++) {
                double rest = (a[j] - mean * b[j]) / meanB;
                squares += rest * rest;
            }
            return new Estimate(mean, Math.sqrt(squares / count / (count - 1.0)), count);
        }
    }

    /** The pure state of a mask. */
    public Wavefunction member(long number) {
        return ansatz.with(Pass.masked(masks, number, Sharing.PER_BATCH)).at(theta);
    }

    private Wavefunction reference() {
        return ansatz.with(Pass.unmasked()).at(theta);
    }

    private Sample sample(Wavefunction wavefunction, long number, Workers workers) {
        Sampler sampler = samplers.apply(number);
        return sampler.draw(wavefunction, sampler.start(wavefunction, workers), 0, workers)
                .sample();
    }

    /** tr ρH from so many members, at least 2. */
    public Estimate energy(
            ConfigurationOperator hamiltonian, int members, Normalisation normalisation, Workers workers) {
        requireSeveral("members", members);
        double[] a = new double[members];
        double[] b = new double[members];
        double shift = 0;
        for (int m = 0; m < members; m++) {
            Wavefunction member = member(m);
            if (normalisation == Normalisation.EACH) {
                a[m] = Measurement.of(hamiltonian, member, sample(member, m, workers), workers)
                        .mean();
                b[m] = 1;
                continue;
            }
            Sample sample = sample(reference(), m, workers);
            double[] logs = logRatios(member, sample.configurations());
            shift = m == 0 ? Arrays.stream(logs).max().orElseThrow() : shift;
            LocalValues local = LocalValues.of(hamiltonian, member, sample.configurations(), workers);
            for (int s = 0; s < logs.length; s++) {
                double weight = sample.weights()[s] * Math.exp(logs[s] - shift);
                a[m] += weight * local.re()[s];
                b[m] += weight;
            }
        }
        return Estimate.ratio(a, b);
    }

    /** log |ψ_m/r|². */
    private double[] logRatios(Wavefunction member, Configurations at) {
        double[] above = new double[at.rows()];
        double[] below = new double[at.rows()];
        double[] phase = new double[at.rows()];
        member.logAmplitudes(at, above, phase);
        reference().logAmplitudes(at, below, phase);
        for (int s = 0; s < above.length; s++) {
            above[s] = 2 * (above[s] - below[s]);
        }
        return above;
    }

    /**
     * tr ρ² from so many pairs of independent members, at least 2: the mean of |⟨m|n⟩|² of the normalised members, for {@link
     * Normalisation#ONCE} weighted by the product of their norms.
     */
    public Estimate purity(int pairs, Normalisation normalisation, Workers workers) {
        requireSeveral("pairs", pairs);
        double[] fidelity = new double[pairs];
        double[] mean = new double[pairs];
        double shift = 0;
        for (int j = 0; j < pairs; j++) {
            Wavefunction[] two = {member(2L * j), member(2L * j + 1)};
            double[] norms = {1, 1};
            for (int i = 0; i < 2 && normalisation == Normalisation.ONCE; i++) {
                // Samples of the reference, apart from those of the members.
                Sample sample = sample(reference(), 2L * pairs + 2L * j + i, workers);
                double[] logs = logRatios(two[i], sample.configurations());
                shift = j == 0 && i == 0 ? Arrays.stream(logs).max().orElseThrow() : shift;
                norms[i] = 0;
                for (int s = 0; s < logs.length; s++) {
                    norms[i] += sample.weights()[s] * Math.exp(logs[s] - shift);
                }
            }
            mean[j] = (norms[0] + norms[1]) / 2;
            fidelity[j] = norms[0]
                    * norms[1]
                    * Fidelity.of(
                                    two[0],
                                    sample(two[0], 2L * j, workers),
                                    two[1],
                                    sample(two[1], 2L * j + 1, workers),
                                    workers)
                            .mean();
        }
        double norm = Arrays.stream(mean).average().orElseThrow();
        // To first order the error of norm² is that of norm (2 mean − norm).
        double[] squares = Arrays.stream(mean).map(x -> norm * (2 * x - norm)).toArray();
        return Estimate.ratio(fidelity, squares);
    }

    private static void requireSeveral(String what, int count) {
        if (count < 2) {
            throw new IllegalArgumentException("an error needs at least 2 " + what + ", got " + count);
        }
    }
}

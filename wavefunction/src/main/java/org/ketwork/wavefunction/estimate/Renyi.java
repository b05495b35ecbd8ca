package org.ketwork.wavefunction.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.statistics.MultiChainEstimate;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.wavefunction.ansatz.LogAmplitudes;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.sampler.Sample;

/**
 * The Rényi entropy of order 2 of a region A, S₂ = −log Tr ρ_A².
 *
 * @param purity Tr ρ_A²
 */
public record Renyi(Measurement purity) {
    /**
     * From two samples. If they are exact the purity is computed from all amplitudes; else it is the mean over pairs of draws of
     * ψ(σ'_A σ_B) ψ(σ_A σ'_B) / ψ(σ) ψ(σ') (Hastings, González, Kallin, Melko, Phys. Rev. Lett. 104, 157201, 2010, eq. 4).
     *
     * @param region the sites of A, different from each other
     * @param first a sample of the wavefunction
     * @param second another, independent of the first, with as many chains of the same length
     */
    public static Renyi of(Wavefunction wavefunction, int[] region, Sample first, Sample second, Workers workers) {
        boolean[] inside = inside(region, wavefunction.space().sites());
        if (first.exact() && second.exact()) {
            double purity = exactPurity(wavefunction, inside, first.configurations(), workers);
            return new Renyi(new Measurement(purity, 0, 0, OptionalDouble.empty(), OptionalDouble.empty(), 0, 0));
        }
        int chains = first.chains().length;
        if (chains == 0 || second.chains().length != chains || second.chains()[0].length != first.chains()[0].length) {
            throw new IllegalArgumentException("the swap estimator needs two samples of equally many and long chains");
        }
        double[][] values = new double[chains][];
        Swap swap = new Swap(wavefunction, inside, first, second, workers);
        workers.forEach(chains, c -> values[c] = swap.values(first.chains()[c], second.chains()[c]));
        return new Renyi(Measurement.of(MultiChainEstimate.of(values)));
    }

    /** S₂ in nats; absent where the purity came out as 0 or less, being all noise. */
    public OptionalDouble entropy() {
        return purity.mean() > 0 ? OptionalDouble.of(-Math.log(purity.mean())) : OptionalDouble.empty();
    }

    /** Standard error of the entropy to first order; absent where the entropy is. */
    public OptionalDouble standardError() {
        return purity.mean() > 0 ? OptionalDouble.of(purity.standardError() / purity.mean()) : OptionalDouble.empty();
    }

    private static boolean[] inside(int[] region, int sites) {
        boolean[] inside = new boolean[sites];
        for (int site : region) {
            if (site < 0 || site >= sites || inside[site]) {
                throw new IllegalArgumentException("a region is made of different sites from 0 to " + (sites - 1)
                        + ", got " + Arrays.toString(region));
            }
            inside[site] = true;
        }
        return inside;
    }

    /** Tr ρ_A² = ‖ψψ†‖² for the normalised amplitudes as a matrix (configurations of A, configurations of the rest). */
    private static double exactPurity(Wavefunction wavefunction, boolean[] inside, Configurations at, Workers workers) {
        LogAmplitudes amplitudes = LogAmplitudes.of(wavefunction, at, workers);
        double most = Arrays.stream(amplitudes.logModulus()).max().orElse(0);
        Map<String, Integer> regions = new HashMap<>();
        Map<String, Integer> rests = new HashMap<>();
        int[] i = new int[at.rows()];
        int[] j = new int[at.rows()];
        for (int row = 0; row < at.rows(); row++) {
            i[row] = number(regions, at.row(row), inside, true);
            j[row] = number(rests, at.row(row), inside, false);
        }
        boolean tall = regions.size() > rests.size();
        ComplexMatrix psi = tall
                ? ComplexMatrix.zeros(rests.size(), regions.size())
                : ComplexMatrix.zeros(regions.size(), rests.size());
        double norm = 0;
        for (int row = 0; row < at.rows(); row++) {
            double modulus = Math.exp(amplitudes.logModulus()[row] - most);
            double phase = amplitudes.phase()[row];
            norm += modulus * modulus;
            psi.set(
                    tall ? j[row] : i[row],
                    tall ? i[row] : j[row],
                    modulus * Math.cos(phase),
                    modulus * Math.sin(phase));
        }
        ComplexMatrix reduced = psi.times(psi.adjoint());
        double sum = 0;
        for (int k = 0; k < reduced.re().data().length; k++) {
            double re = reduced.re().data()[k];
            double im = reduced.im().data()[k];
            sum += re * re + im * im;
        }
        return sum / (norm * norm);
    }

    private static int number(Map<String, Integer> numbers, byte[] levels, boolean[] inside, boolean side) {
        StringBuilder key = new StringBuilder();
        for (int site = 0; site < levels.length; site++) {
            if (inside[site] == side) {
                key.append((char) levels[site]);
            }
        }
        return numbers.computeIfAbsent(key.toString(), _ -> numbers.size());
    }

    /** The swap estimator at pairs of draws. */
    private static final class Swap {
        private final Wavefunction wavefunction;
        private final boolean[] inside;
        private final Configurations first;
        private final Configurations second;
        private final LogAmplitudes ofFirst;
        private final LogAmplitudes ofSecond;

        Swap(Wavefunction wavefunction, boolean[] inside, Sample first, Sample second, Workers workers) {
            this.wavefunction = wavefunction;
            this.inside = inside;
            this.first = first.configurations();
            this.second = second.configurations();
            ofFirst = LogAmplitudes.of(wavefunction, this.first, workers);
            ofSecond = LogAmplitudes.of(wavefunction, this.second, workers);
        }

        /** The values at the pairs (a[t], b[t]) of a chain each. Where the region of one does not fit the rest of the other ψ is 0. */
        double[] values(int[] a, int[] b) {
            int n = first.sites();
            Configurations swapped = Configurations.room(first.space(), 2 * a.length);
            int[] pairs = new int[a.length];
            int count = 0;
            for (int t = 0; t < a.length; t++) {
                for (int site = 0; site < n; site++) {
                    byte ofA = first.level(a[t], site);
                    byte ofB = second.level(b[t], site);
                    swapped.levels()[2 * count * n + site] = inside[site] ? ofB : ofA;
                    swapped.levels()[(2 * count + 1) * n + site] = inside[site] ? ofA : ofB;
                }
                if (first.space().contains(swapped.levels(), 2 * count * n)
                        && first.space().contains(swapped.levels(), (2 * count + 1) * n)) {
                    pairs[count++] = t;
                }
            }
            double[] logModulus = new double[2 * count];
            double[] phase = new double[2 * count];
            wavefunction.logAmplitudes(
                    new Configurations(first.space(), 2 * count, swapped.levels()), logModulus, phase);
            double[] values = new double[a.length];
            for (int k = 0; k < count; k++) {
                int t = pairs[k];
                double log = logModulus[2 * k]
                        + logModulus[2 * k + 1]
                        - ofFirst.logModulus()[a[t]]
                        - ofSecond.logModulus()[b[t]];
                double turn = phase[2 * k] + phase[2 * k + 1] - ofFirst.phase()[a[t]] - ofSecond.phase()[b[t]];
                values[t] = Math.exp(log) * Math.cos(turn);
            }
            return values;
        }
    }
}

package org.ketwork.wavefunction.estimate;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Walkers;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.sampler.Sample;

/** Two-point correlations of spins, averaged over the pairs of each class, in Pauli matrices. */
public final class Correlations {
    /** Values that are held at once. */
    private static final int MOST_VALUES = 1 << 22;

    private static final int BLOCK = 64;

    private Correlations() {}

    /** ⟨σᶻ_i σᶻ_j⟩ of each class. */
    public static List<Measurement> longitudinal(Sample sample, PairClasses classes) {
        Configurations at = sample.configurations();
        requireSites(at, classes);
        List<Measurement> result = new ArrayList<>();
        double[] values = new double[at.rows()];
        for (int c = 0; c < classes.count(); c++) {
            longitudinal(at, classes.first()[c], classes.second()[c], values);
            result.add(Measurement.of(sample, values));
        }
        return result;
    }

    private static void longitudinal(Configurations at, int[] first, int[] second, double[] values) {
        for (int row = 0; row < at.rows(); row++) {
            double sum = 0;
            for (int pair = 0; pair < first.length; pair++) {
                sum += at.value(row, first[pair]) * at.value(row, second[pair]);
            }
            values[row] = sum / first.length;
        }
    }

    /**
     * ⟨σ_i · σ_j⟩ of each class; four times ⟨S_i · S_j⟩. The amplitudes are taken as they are: of a state that was found in the basis of
     * Marshall's signs, measure a {@link org.ketwork.quantum.hamiltonian.MarshallRotation} of the operator instead.
     */
    public static List<Measurement> spin(
            Wavefunction wavefunction, Sample sample, PairClasses classes, Workers workers) {
        Configurations at = sample.configurations();
        requireSites(at, classes);
        if (!(at.space() instanceof Spins)) {
            throw new IllegalArgumentException("spin correlations are those of spins, got " + at.space());
        }
        List<Measurement> result = new ArrayList<>();
        int together = Math.max(1, MOST_VALUES / Math.max(1, at.rows()));
        for (int begin = 0; begin < classes.count(); begin += together) {
            double[][] values = new double[Math.min(together, classes.count() - begin)][at.rows()];
            int from = begin;
            workers.forEach(Math.ceilDiv(at.rows(), BLOCK), block -> {
                int row = block * BLOCK;
                Configurations some = at.slice(row, Math.min(BLOCK, at.rows() - row));
                Pairwise pairwise = new Pairwise(wavefunction.walkers(some));
                for (int c = 0; c < values.length; c++) {
                    double[] sums = pairwise.spin(classes.first()[from + c], classes.second()[from + c]);
                    System.arraycopy(sums, 0, values[c], row, some.rows());
                }
            });
            for (double[] ofClass : values) {
                result.add(Measurement.of(sample, ofClass));
            }
        }
        return result;
    }

    private static void requireSites(Configurations at, PairClasses classes) {
        if (at.sites() != classes.sites()) {
            throw new IllegalArgumentException(
                    "pairs of " + classes.sites() + " sites do not go with configurations of " + at.sites());
        }
    }

    /** Local values of σ_i · σ_j at the rows of a block: σᶻ_i σᶻ_j, and 2 ψ(σ')/ψ(σ) where the two spins differ and change places. */
    private static final class Pairwise {
        private final Walkers walkers;
        private final double[] sums;
        private final boolean[] different;
        private final double[] re;
        private final double[] im;

        Pairwise(Walkers walkers) {
            this.walkers = walkers;
            int rows = walkers.configurations().rows();
            sums = new double[rows];
            different = new boolean[rows];
            re = new double[rows];
            im = new double[rows];
        }

        double[] spin(int[] first, int[] second) {
            Configurations at = walkers.configurations();
            longitudinal(at, first, second, sums);
            for (int pair = 0; pair < first.length; pair++) {
                boolean any = false;
                for (int r = 0; r < different.length; r++) {
                    different[r] = at.level(r, first[pair]) != at.level(r, second[pair]);
                    any |= different[r];
                }
                if (any) {
                    walkers.ratios(Move.flip(first[pair], second[pair]), different, re, im);
                }
                for (int r = 0; r < different.length; r++) {
                    sums[r] += different[r] ? 2 * re[r] / first.length : 0;
                }
            }
            return sums;
        }
    }
}

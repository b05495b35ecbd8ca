package org.ketwork.wavefunction.autoregressive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.neural.layer.Dense;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.GoodnessOfFit;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.hamiltonian.MarshallRotation;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.SmallOperators;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.DirectlySampled;
import org.ketwork.wavefunction.ansatz.LogDerivatives;
import org.ketwork.wavefunction.estimate.EnergyEstimate;
import org.ketwork.wavefunction.minimisation.LocalCost;
import org.ketwork.wavefunction.minimisation.Minimisation;
import org.ketwork.wavefunction.minimisation.MinimisationSpec;
import org.ketwork.wavefunction.minimisation.MinimisationState;
import org.ketwork.wavefunction.sampler.DirectDraws;
import org.ketwork.wavefunction.sampler.FullSum;

/** Products, derivatives and Gram matrices of these families are checked with those of all networks. */
class AutoregressiveTest {
    private static final long SEED = 20261121;
    private static final RandomAddress ROOT = RandomAddress.root(SEED);
    private static final Lattice RING = Lattice.periodic(LatticeKind.CHAIN, 8);
    private static final Lattice SQUARE = Lattice.periodic(LatticeKind.SQUARE, 3, 3);

    record Entry(String name, AutoregressiveAnsatz ansatz) {
        /** Far from the fresh state. */
        double[] theta() {
            double[] theta = ansatz.initialise(ROOT.at(name));
            double[] noise = new double[theta.length];
            ROOT.at("noise").at(name).fillNormal(noise);
            for (int k = 0; k < theta.length; k++) {
                theta[k] += 0.4 * noise[k];
            }
            return theta;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Entry> families() {
        Spins free = Spins.free(8);
        return Stream.of(
                new Entry("dense, positive", AutoregressiveFamilies.dense(free, Codomain.REAL, 3, 2)),
                new Entry("dense, complex", AutoregressiveFamilies.dense(free, Codomain.COMPLEX, 2)),
                new Entry(
                        "dense, no magnetisation",
                        AutoregressiveFamilies.dense(Spins.withMagnetisation(8, 0), Codomain.COMPLEX, 2, 3)),
                new Entry(
                        "dense, magnetised",
                        AutoregressiveFamilies.dense(Spins.withMagnetisation(7, -3), Codomain.REAL, 3)),
                new Entry(
                        "dense, bosons",
                        AutoregressiveFamilies.dense(new Bosons(4, 3, OptionalInt.empty()), Codomain.COMPLEX, 3)),
                new Entry(
                        "dense, five bosons",
                        AutoregressiveFamilies.dense(new Bosons(5, 2, OptionalInt.of(5)), Codomain.COMPLEX, 3)),
                new Entry("ring", AutoregressiveFamilies.convolutional(free, RING, Codomain.REAL, 4, 2, 2)),
                new Entry(
                        "ring, no magnetisation",
                        AutoregressiveFamilies.convolutional(
                                Spins.withMagnetisation(8, 0), RING, Codomain.COMPLEX, 3, 3, 1)),
                new Entry(
                        "square",
                        AutoregressiveFamilies.convolutional(Spins.free(9), SQUARE, Codomain.COMPLEX, 4, 2, 1)));
    }

    @ParameterizedTest
    @MethodSource("families")
    void amplitudesAreNormalisedAndNoneLiesOutsideTheSpace(Entry family) {
        StateSpace space = family.ansatz.space();
        DirectlySampled psi = family.ansatz.at(family.theta());
        assertThat(Arrays.stream(probabilities(psi, space.all())).sum()).isCloseTo(1, within(1e-12));
        Configurations every = Configurations.room(space, (int) Math.pow(space.levels(), space.sites()));
        for (int row = 0, digits = 0; row < every.rows(); row++, digits = row) {
            for (int i = 0; i < space.sites(); i++, digits /= space.levels()) {
                every.levels()[row * space.sites() + i] = (byte) (digits % space.levels());
            }
        }
        double[] p = probabilities(psi, every);
        for (int row = 0; row < p.length; row++) {
            assertThat(p[row] > 0).isEqualTo(space.contains(every.levels(), row * space.sites()));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void drawsFollowTheSquaredModulus(Entry family) {
        // Pearson's chi-square: a false alarm once in a million fresh seeds for each family.
        StateSpace space = family.ansatz.space();
        DirectlySampled psi = family.ansatz.at(family.theta());
        Configurations all = space.all();
        long[] counts = new long[all.rows()];
        try (Workers workers = Workers.of(2)) {
            Configurations draws = psi.draw(20_000, ROOT.at("draws"), workers);
            for (int row = 0; row < draws.rows(); row++) {
                assertThat(space.contains(draws.levels(), row * space.sites())).isTrue();
                counts[number(all, draws.row(row))]++;
            }
        }
        assertThat(GoodnessOfFit.chiSquare(probabilities(psi, all), counts).p())
                .as("seed %d", SEED)
                .isGreaterThan(1e-6);
    }

    @ParameterizedTest
    @MethodSource("families")
    void aDrawDependsOnItsNumberOnly(Entry family) {
        DirectlySampled psi = family.ansatz.at(family.theta());
        try (Workers one = Workers.of(1);
                Workers three = Workers.of(3)) {
            Configurations many = psi.draw(150, ROOT, three);
            assertThat(psi.draw(150, ROOT, one)).isEqualTo(many);
            assertThat(psi.draw(70, ROOT, one)).isEqualTo(many.slice(0, 70));
            assertThat(psi.draw(0, ROOT, one).rows()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void derivativesAreCentralDifferencesAndTheirRealPartsAverageToZero(Entry family) {
        double[] theta = family.theta();
        Configurations all = family.ansatz.space().all();
        int n = all.rows();
        int count = theta.length;
        double[] re = new double[n * count];
        double[] im = new double[n * count];
        double[] p = probabilities(family.ansatz.at(theta), all);
        try (Workers workers = Workers.of(1)) {
            LogDerivatives derivatives = family.ansatz.at(theta).logDerivatives(all, workers);
            derivatives.rows(0, n, re, im);
        }
        double h = 1e-5;
        for (int k = 0; k < count; k++) {
            double mean = 0;
            for (int s = 0; s < n; s++) {
                mean += p[s] * re[s * count + k];
            }
            // Σ |ψ|² = 1 whatever the parameters.
            assertThat(mean).isCloseTo(0, within(1e-12));
        }
        for (int k = 0; k < count; k += 7) {
            double[][] up = amplitudes(family, theta, k, h, all);
            double[][] down = amplitudes(family, theta, k, -h, all);
            for (int s = 0; s < n; s++) {
                assertThat((up[0][s] - down[0][s]) / (2 * h)).isCloseTo(re[s * count + k], within(1e-7));
                assertThat((up[1][s] - down[1][s]) / (2 * h)).isCloseTo(im[s * count + k], within(1e-7));
            }
        }
    }

    private static double[][] amplitudes(Entry family, double[] theta, int k, double by, Configurations at) {
        double[] moved = theta.clone();
        moved[k] += by;
        double[][] log = new double[2][at.rows()];
        family.ansatz.at(moved).logAmplitudes(at, log[0], log[1]);
        return log;
    }

    @ParameterizedTest
    @MethodSource("families")
    void withoutLogitsAllConfigurationsAreEquallyLikely(Entry family) {
        StateSpace space = family.ansatz.space();
        double[] p = probabilities(family.ansatz.at(new double[family.ansatz.parameterCount()]), space.all());
        for (double probability : p) {
            assertThat(probability).isCloseTo(1 / space.size(), within(1e-12 / space.size()));
        }
        double[] fresh = probabilities(family.ansatz.at(family.ansatz.initialise(ROOT)), space.all());
        assertThat(Arrays.stream(fresh).min().orElseThrow()).isGreaterThan(0.1 / space.size());
    }

    @Test
    void theIsingRingIsSolvedByDirectSampling() {
        Spins space = Spins.free(10);
        Lattice ring = Lattice.periodic(LatticeKind.CHAIN, 10);
        ConfigurationOperator energy = Hamiltonians.transverseFieldIsing(ring, space, 1, 1);
        double exact = -2 / Math.sin(Math.PI / 20);
        for (AutoregressiveAnsatz ansatz : List.of(
                AutoregressiveFamilies.dense(space, Codomain.REAL, 4, 4),
                AutoregressiveFamilies.convolutional(space, ring, Codomain.REAL, 8, 2, 5))) {
            assertThat(minimum(ansatz, energy, 200)).isBetween(exact, exact * (1 - 1e-4));
        }
    }

    @Test
    void theHeisenbergRingIsSolvedByDirectSamplingUnderConservedMagnetisation() {
        Spins space = Spins.withMagnetisation(8, 0);
        ConfigurationOperator energy = Hamiltonians.heisenberg(RING, space);
        double exact = SmallOperators.groundEnergy(energy);
        ConfigurationOperator rotated =
                MarshallRotation.of(energy, RING.sublattice().orElseThrow());
        AutoregressiveAnsatz positive = AutoregressiveFamilies.dense(space, Codomain.REAL, 4, 4);
        assertThat(minimum(positive, rotated, 200)).isBetween(exact, exact * (1 - 1e-4));
        AutoregressiveAnsatz complex = AutoregressiveFamilies.dense(space, Codomain.COMPLEX, 4);
        assertThat(minimum(complex, rotated, 200)).isBetween(exact, exact * (1 - 1e-3));
    }

    /** The exact energy of the state at which a minimisation by direct sampling ends. */
    private static double minimum(AutoregressiveAnsatz ansatz, ConfigurationOperator energy, int steps) {
        try (Workers workers = Workers.of(2)) {
            DirectDraws sampler = new DirectDraws(500, ROOT.at("sampler"));
            Minimisation minimisation = new Minimisation(
                    ansatz, LocalCost.energy(energy), step -> sampler, MinimisationSpec.standard(steps), workers);
            MinimisationState end = minimisation.run(minimisation.start(ROOT), (record, state) -> {});
            FullSum sum = new FullSum(ansatz.space());
            DirectlySampled psi = ansatz.at(end.theta());
            return EnergyEstimate.of(energy, psi, sum.draw(psi, sum.start(psi, workers), 0, workers), workers)
                    .mean();
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Spins six = Spins.free(6);
        assertThatThrownBy(() -> AutoregressiveFamilies.dense(six, Codomain.REAL))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at least one layer, got 0");
        assertThatThrownBy(() -> AutoregressiveFamilies.dense(six, Codomain.REAL, 3, 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at least one unit a site, got 0");
        assertThatThrownBy(() -> AutoregressiveFamilies.convolutional(
                        Spins.free(12), Lattice.periodic(LatticeKind.KAGOME, 2, 2), Codomain.REAL, 2, 2, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("one site a cell, got one of 3");
        assertThatThrownBy(() -> AutoregressiveAnsatz.of(six, Codomain.REAL, List.of(new Dense(6, 12))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dense layers with connections");
    }

    private static double[] probabilities(DirectlySampled psi, Configurations at) {
        double[] log = new double[at.rows()];
        psi.logAmplitudes(at, log, new double[at.rows()]);
        return Arrays.stream(log).map(x -> Math.exp(2 * x)).toArray();
    }

    private static int number(Configurations all, byte[] row) {
        int sites = all.sites();
        int low = 0;
        int high = all.rows() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Arrays.compare(all.levels(), middle * sites, (middle + 1) * sites, row, 0, sites) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

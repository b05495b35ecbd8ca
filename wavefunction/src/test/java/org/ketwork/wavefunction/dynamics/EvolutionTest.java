package org.ketwork.wavefunction.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.file.Npz;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.hamiltonian.Observables;
import org.ketwork.quantum.hamiltonian.PauliProduct;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.spectrum.Diagonalisation;
import org.ketwork.quantum.spectrum.ExactEvolution;
import org.ketwork.quantum.spectrum.ExactState;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Rbm;
import org.ketwork.wavefunction.ansatz.RbmComplex;
import org.ketwork.wavefunction.ansatz.TableState;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.reconfiguration.PseudoInverse;
import org.ketwork.wavefunction.reconfiguration.Shift;
import org.ketwork.wavefunction.reconfiguration.SignalToNoise;
import org.ketwork.wavefunction.sampler.FullSum;
import org.ketwork.wavefunction.sampler.MarkovChains;
import org.ketwork.wavefunction.sampler.Rule;
import org.ketwork.wavefunction.sampler.Schedule;

class EvolutionTest {
    private static final int SITES = 6;
    private static final Spins SPACE = Spins.free(SITES);
    private static final RandomAddress ADDRESS = RandomAddress.root(3);
    private static final Ansatz TABLE = new TableState(SPACE, true);
    private static final double[] BEGIN = TABLE.initialise(ADDRESS);

    private static ConfigurationOperator ising(double h) {
        return Hamiltonians.transverseFieldIsing(Lattice.periodic(LatticeKind.CHAIN, SITES), SPACE, 1, h);
    }

    private static EvolutionSpec spec(Time time, double end, StepControl steps) {
        return new EvolutionSpec(time, end, end, steps, new PseudoInverse(1e-12));
    }

    private static ExactState state(Ansatz ansatz, double[] theta) {
        Wavefunction wavefunction = ansatz.at(theta);
        int size = (int) SPACE.size();
        double[] re = new double[size];
        double[] im = new double[size];
        wavefunction.logAmplitudes(SPACE.all(), re, im);
        for (int i = 0; i < size; i++) {
            double modulus = Math.exp(re[i]);
            double phase = im[i];
            re[i] = modulus * Math.cos(phase);
            im[i] = modulus * Math.sin(phase);
        }
        return ExactState.normalised(SPACE, re, im);
    }

    /** √(1 − fidelity), about the angle between two states. */
    private static double angle(ExactState a, ExactState b) {
        return Math.sqrt(Math.max(0, 1 - a.fidelity(b)));
    }

    @Test
    void aFamilyOfAllStatesMovesAsTheExactStateDoes() {
        try (Workers workers = Workers.of(2)) {
            Evolution evolution = new Evolution(
                    TABLE,
                    ising(0.7),
                    List.of(ising(0)),
                    new FullSum(SPACE),
                    new EvolutionSpec(Time.REAL, 0.4, 0.2, StepControl.of(1e-9), new PseudoInverse(1e-12)),
                    workers);
            List<EvolutionRecord> records = new ArrayList<>();
            List<ExactState> states = new ArrayList<>();
            evolution.run(BEGIN, (record, at) -> {
                if (record.stop()) {
                    records.add(record);
                    states.add(state(TABLE, at.theta()));
                }
            });
            assertThat(records.stream().map(EvolutionRecord::time)).containsExactly(0.0, 0.2, 0.4);
            ExactState begin = state(TABLE, BEGIN);
            for (int i = 0; i < records.size(); i++) {
                EvolutionRecord record = records.get(i);
                ExactState exact = ExactEvolution.of(ising(0.7)).evolve(begin, record.time(), workers);
                assertThat(angle(exact, states.get(i))).as("angle").isLessThan(1e-6);
                assertThat(record.distance()).isLessThan(1e-6);
                assertThat(record.residual()).isLessThan(1e-12);
                assertThat(record.energy().mean())
                        .isCloseTo(records.getFirst().energy().mean(), within(1e-6));
                assertThat(record.observables().getFirst().mean())
                        .isCloseTo(exact.expectation(ising(0), workers), within(1e-6));
            }
        }
    }

    @Test
    void imaginaryTimeIsTheExponentialOfTheHamiltonian() {
        double end = 0.3;
        try (Workers workers = Workers.of(2)) {
            Evolution evolution = new Evolution(
                    TABLE,
                    ising(0.7),
                    List.of(),
                    new FullSum(SPACE),
                    spec(Time.IMAGINARY, end, StepControl.of(1e-9)),
                    workers);
            ExactState reached =
                    state(TABLE, evolution.run(BEGIN, (record, at) -> {}).theta());
            ExactState expected = exponential(state(TABLE, BEGIN), end, workers);
            assertThat(angle(expected, reached)).isLessThan(1e-6);
        }
    }

    /** exp(−Hτ)ψ by the eigenvectors. */
    private static ExactState exponential(ExactState begin, double time, Workers workers) {
        int size = begin.size();
        var spectrum = Diagonalisation.of(ising(0.7)).withLevels(size).solve(workers);
        double[] re = new double[size];
        double[] im = new double[size];
        for (int level = 0; level < size; level++) {
            double[] v = spectrum.state(level).re();
            double partRe = 0;
            double partIm = 0;
            for (int i = 0; i < size; i++) {
                partRe += v[i] * begin.re()[i];
                partIm += v[i] * begin.im()[i];
            }
            double factor = Math.exp(-time * spectrum.energy(level));
            for (int i = 0; i < size; i++) {
                re[i] += factor * partRe * v[i];
                im[i] += factor * partIm * v[i];
            }
        }
        return ExactState.normalised(begin.space(), re, im);
    }

    @Test
    void halvingTheStepDividesTheErrorByEight() {
        try (Workers workers = Workers.of(2)) {
            ExactState exact = ExactEvolution.of(ising(0.7)).evolve(state(TABLE, BEGIN), 0.2, workers);
            double coarse = angle(exact, afterFixedSteps(0.02, workers));
            double fine = angle(exact, afterFixedSteps(0.01, workers));
            assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(3, within(0.15));
        }
    }

    private static ExactState afterFixedSteps(double length, Workers workers) {
        Evolution evolution = new Evolution(
                TABLE,
                ising(0.7),
                List.of(),
                new FullSum(SPACE),
                spec(Time.REAL, 0.2, StepControl.fixed(length)),
                workers);
        return state(TABLE, evolution.run(BEGIN, (record, at) -> {}).theta());
    }

    @Test
    void aFieldThatDependsOnTimeIsFollowed() {
        // A field along x alone turns all spins about x by the integral of the field, whatever its course.
        Spins one = Spins.free(1);
        ConfigurationOperator sigmaX = Observables.pauli(one, PauliProduct.all(Pauli.X, 0));
        ConfigurationOperator sigmaZ = Observables.total(one);
        Ansatz table = new TableState(one, true);
        try (Workers workers = Workers.of(1)) {
            List<EvolutionRecord> records = new ArrayList<>();
            new Evolution(
                            table,
                            time -> sigmaX.times(2 * time),
                            List.of(sigmaZ),
                            new FullSum(one),
                            spec(Time.REAL, 0.8, StepControl.of(1e-8)),
                            workers)
                    .run(new double[] {0.5, -0.5, 0, 0}, (record, at) -> records.add(record));
            assertThat(records.getLast().observables().getFirst().mean())
                    .isCloseTo(Math.tanh(1) * Math.cos(2 * 0.64), within(1e-6));
        }
    }

    @Test
    void interruptedAndTakenUpAnEvolutionEndsWithTheSameBits(@TempDir Path folder) throws Exception {
        RbmComplex family = RbmComplex.ofDensity(SPACE, 1);
        EvolutionSpec spec = new EvolutionSpec(Time.REAL, 0.02, 0.01, StepControl.of(1e-3), new SignalToNoise(2, 1e-8));
        EvolutionState direct;
        EvolutionState resumed;
        try (Workers workers = Workers.of(1)) {
            direct = sampled(family, spec, workers).run(AlongX.of(family), (record, at) -> {});
        }
        try (Workers workers = Workers.of(2)) {
            EvolutionState third =
                    sampled(family, spec, workers).start(AlongX.of(family)).state();
            for (int step = 0; step < 3; step++) {
                third = sampled(family, spec, workers).step(third).state();
            }
            Path file = folder.resolve("state.npz");
            Npz.write(file, third.arrays());
            Map<String, NdArray> stored = Npz.read(file);
            resumed = sampled(family, spec, workers).run(EvolutionState.restore(SPACE, stored), (record, at) -> {});
        }
        assertThat(resumed.step()).isEqualTo(direct.step()).isGreaterThan(3);
        assertThat(resumed.theta()).containsExactly(direct.theta());
        assertThat(resumed.velocity()).containsExactly(direct.velocity());
        assertThat(resumed.distance()).isEqualTo(direct.distance());
        assertThat(resumed.sampler().positions().levels())
                .containsExactly(direct.sampler().positions().levels());
    }

    private static Evolution sampled(Ansatz family, EvolutionSpec spec, Workers workers) {
        return new Evolution(
                family,
                ising(1),
                List.of(),
                new MarkovChains(SPACE, new Rule.LocalFlip(), Schedule.of(16, 200), ADDRESS.at("sampler")),
                spec,
                workers);
    }

    @Test
    void anEigenstateStaysAndHasNoResidual() {
        // All spins along +x, in a field along x.
        RbmComplex family = RbmComplex.ofDensity(SPACE, 1);
        ConfigurationOperator field =
                Hamiltonians.transverseFieldIsing(Lattice.periodic(LatticeKind.CHAIN, SITES), SPACE, 0, 1);
        try (Workers workers = Workers.of(1)) {
            Evolution.Step start = new Evolution(
                            family,
                            field,
                            List.of(),
                            new FullSum(SPACE),
                            spec(Time.REAL, 0.1, StepControl.of(1e-6)),
                            workers)
                    .start(AlongX.of(family));
            assertThat(start.record().energy().mean()).isCloseTo(-SITES, within(1e-12));
            assertThat(start.record().energy().variance()).isCloseTo(0, within(1e-20));
            for (double v : start.state().velocity()) {
                assertThat(v).isCloseTo(0, within(1e-9));
            }
        }
    }

    @Test
    void realFamiliesAreRefusedInRealTimeAndMoveInImaginaryTime() {
        Ansatz real = Rbm.ofDensity(SPACE, 1);
        try (Workers workers = Workers.of(1)) {
            assertThatThrownBy(() -> new Evolution(
                            real,
                            ising(1),
                            List.of(),
                            new FullSum(SPACE),
                            spec(Time.REAL, 1, StepControl.of(1e-3)),
                            workers))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("take a complex family");
            List<Double> energies = new ArrayList<>();
            new Evolution(
                            real,
                            ising(1),
                            List.of(),
                            new FullSum(SPACE),
                            new EvolutionSpec(Time.IMAGINARY, 0.5, 0.5, StepControl.of(1e-3), Shift.constant(1e-4)),
                            workers)
                    .run(
                            real.initialise(ADDRESS),
                            (record, at) -> energies.add(record.energy().mean()));
            assertThat(energies).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        }
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatThrownBy(() -> new StepControl(0, 1e-3, 1e-4, 1e-2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> new StepControl(1e-3, 1e-3, 1e-2, 1e-1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("0 < shortest <= first <= longest, got 0.01, 0.001 and 0.1");
        assertThatThrownBy(() -> spec(Time.REAL, -1, StepControl.of(1e-3)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("got -1.0");
        assertThatThrownBy(() -> EvolutionState.restore(SPACE, Map.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("lacks the array \"numbers\"");
    }
}

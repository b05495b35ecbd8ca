package org.ketwork.wavefunction.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Proportion;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;
import org.ketwork.quantum.state.Subsystems;
import org.ketwork.wavefunction.ListedAmplitudes;
import org.ketwork.wavefunction.SmallOperators;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.sampler.ExactDraws;
import org.ketwork.wavefunction.sampler.FullSum;
import org.ketwork.wavefunction.sampler.MarkovChains;
import org.ketwork.wavefunction.sampler.Rule;
import org.ketwork.wavefunction.sampler.Sample;
import org.ketwork.wavefunction.sampler.Sampler;
import org.ketwork.wavefunction.sampler.Schedule;

/**
 * Estimates against the full vector. Sampled numbers must lie within 5 of their own standard errors of the exact ones: a false-alarm
 * rate of about 1e-6 each for a fresh seed. The seed is fixed.
 */
class EstimatesTest {
    private static final long SEED = 5;
    private static final RandomAddress ROOT = RandomAddress.root(SEED);
    private static final double SIGMAS = 5;
    private static final Workers WORKERS = Workers.of(1);

    private static Sampler.Draw draw(Sampler sampler, ListedAmplitudes state) {
        return sampler.draw(state, sampler.start(state, WORKERS), 0, WORKERS);
    }

    private static Sample exact(ListedAmplitudes state) {
        return draw(new FullSum(state.space()), state).sample();
    }

    private static Sample independent(ListedAmplitudes state, int count, String purpose) {
        return draw(new ExactDraws(state.space(), count, ROOT.at(purpose)), state)
                .sample();
    }

    static Stream<Arguments> hamiltonians() {
        Spins free = Spins.free(6);
        Spins neutral = Spins.withMagnetisation(6, 0);
        Bosons bosons = new Bosons(4, 3, OptionalInt.of(4));
        return Stream.of(
                Arguments.of("Ising", SmallOperators.ising(free, 0.7)),
                Arguments.of("Heisenberg, free", SmallOperators.heisenberg(free)),
                Arguments.of("Heisenberg", SmallOperators.heisenberg(neutral)),
                Arguments.of("Bose-Hubbard", SmallOperators.boseHubbard(bosons)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hamiltonians")
    void theLocalEnergyOfAnEigenstateIsItsEnergyEverywhere(String name, ConfigurationOperator hamiltonian) {
        ListedAmplitudes ground = SmallOperators.groundState(hamiltonian);
        Sample sample = exact(ground);
        EnergyEstimate estimate =
                EnergyEstimate.of(sample, LocalValues.of(hamiltonian, ground, sample.configurations(), WORKERS), 1);
        double energy = SmallOperators.groundEnergy(hamiltonian);
        assertThat(estimate.mean()).isCloseTo(energy, within(1e-10 * Math.abs(energy)));
        assertThat(estimate.variance()).isLessThan(1e-16);
        assertThat(estimate.standardError()).isZero();
        assertThat(estimate.energy().exact()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hamiltonians")
    void energyAndVarianceOfAnyStateAreThoseOfTheMatrix(String name, ConfigurationOperator hamiltonian) {
        ListedAmplitudes state = ListedAmplitudes.random(hamiltonian.space(), ROOT.at(name));
        ComplexMatrix h = SmallOperators.matrix(hamiltonian);
        double mean = quadraticForm(h, state);
        double variance = quadraticForm(h.times(h), state) - mean * mean;

        Sampler.Draw full = draw(new FullSum(state.space()), state);
        EnergyEstimate exact = EnergyEstimate.of(hamiltonian, state, full, WORKERS);
        assertThat(exact.mean()).isCloseTo(mean, within(1e-10 * Math.abs(mean)));
        assertThat(exact.variance()).isCloseTo(variance, within(1e-10 * variance));
        assertThat(exact.imaginary()).isCloseTo(0, within(1e-10));
        int n = state.space().sites();
        assertThat(exact.vScore(n, 1)).isCloseTo(n * variance / Math.pow(mean - 1, 2), within(1e-9 * variance));

        Sampler.Draw drawn =
                draw(new ExactDraws(state.space(), 20_000, ROOT.at("draws").at(name)), state);
        EnergyEstimate sampled = EnergyEstimate.of(hamiltonian, state, drawn, WORKERS);
        assertThat(Math.abs(sampled.mean() - mean)).isLessThan(SIGMAS * sampled.standardError());
        assertThat(sampled.energy().draws()).isEqualTo(20_000);
    }

    private static double quadraticForm(ComplexMatrix h, ListedAmplitudes state) {
        double sum = 0;
        double norm = 0;
        for (int i = 0; i < state.re().length; i++) {
            norm += state.re()[i] * state.re()[i] + state.im()[i] * state.im()[i];
            for (int j = 0; j < state.re().length; j++) {
                double re = state.re()[i] * state.re()[j] + state.im()[i] * state.im()[j];
                double im = state.re()[i] * state.im()[j] - state.im()[i] * state.re()[j];
                sum += h.re().get(i, j) * re - h.im().get(i, j) * im;
            }
        }
        return sum / norm;
    }

    @Test
    void theSizeOfBlocksAndThreadsDoNotShow() {
        ConfigurationOperator hamiltonian = SmallOperators.ising(Spins.free(8), 1);
        ListedAmplitudes state = ListedAmplitudes.random(Spins.free(8), ROOT);
        try (Workers three = Workers.of(3)) {
            LocalValues alone = LocalValues.of(hamiltonian, state, state.space().all(), WORKERS);
            LocalValues together =
                    LocalValues.of(hamiltonian, state, state.space().all(), three);
            assertThat(together.re()).isEqualTo(alone.re());
            assertThat(together.im()).isEqualTo(alone.im());
        }
    }

    @Test
    void correlationsOfPairsSumToTheEnergyAndAreZeroSummed() {
        Spins neutral = Spins.withMagnetisation(6, 0);
        ListedAmplitudes ground = SmallOperators.groundState(SmallOperators.heisenberg(neutral));
        Sample sample = exact(ground);
        PairClasses ring = PairClasses.ofRing(6);
        List<Measurement> spin = Correlations.spin(ground, sample, ring, WORKERS);
        List<Measurement> longitudinal = Correlations.longitudinal(sample, ring);
        double energy = SmallOperators.groundEnergy(SmallOperators.heisenberg(neutral));
        assertThat(spin.getFirst().mean()).isCloseTo(energy / 6, within(1e-12));
        // The ground state is a singlet: isotropic, and (Σ σ)² = 18 + 2 Σ_pairs = 0 with 6, 6 and 3 pairs at distances
        // 1, 2, 3.
        for (int d = 0; d < 3; d++) {
            assertThat(longitudinal.get(d).mean()).isCloseTo(spin.get(d).mean() / 3, within(1e-12));
        }
        double pairs = 6 * spin.get(0).mean()
                + 6 * spin.get(1).mean()
                + 3 * spin.get(2).mean();
        assertThat(18 + 2 * pairs).isCloseTo(0, within(1e-11));
    }

    @Test
    void eachPairAndItsClassesAgree() {
        Spins free = Spins.free(5);
        ListedAmplitudes state = ListedAmplitudes.random(free, ROOT.at("pairs"));
        Sample sample = independent(state, 500, "pairs");
        List<Measurement> each = Correlations.spin(state, sample, PairClasses.each(5), WORKERS);
        List<Measurement> ring = Correlations.spin(state, sample, PairClasses.ofRing(5), WORKERS);
        // Neighbours on the ring among (0,1), (0,2), (0,3), (0,4), (1,2), (1,3), (1,4), (2,3), (2,4), (3,4).
        double neighbours =
                Stream.of(0, 3, 4, 7, 9).mapToDouble(i -> each.get(i).mean()).sum();
        assertThat(ring.getFirst().mean()).isCloseTo(neighbours / 5, within(1e-12));
        assertThat(ring).hasSize(2);
    }

    @Test
    void renyiEntropyBySummationIsThatOfTheReducedDensityMatrix() {
        ListedAmplitudes state = ListedAmplitudes.random(Spins.free(5), ROOT.at("renyi"));
        Sample sample = exact(state);
        for (int[] region : new int[][] {{0, 1}, {1, 3, 4}, {2}}) {
            double purity = reduced(state, region).purity();
            Renyi renyi = Renyi.of(state, region, sample, sample, WORKERS);
            assertThat(renyi.purity().mean()).isCloseTo(purity, within(1e-12));
            assertThat(renyi.entropy().orElseThrow()).isCloseTo(-Math.log(purity), within(1e-12));
        }
    }

    private static DensityMatrix reduced(ListedAmplitudes state, int[] region) {
        return Ket.normalised(state.re(), state.im())
                .density()
                .reduce(Subsystems.qubits(state.space().sites()), region);
    }

    @Test
    void renyiEntropyBySwapAgreesWithSummation() {
        for (StateSpace space : List.of(Spins.free(4), Spins.withMagnetisation(6, 0))) {
            ListedAmplitudes state = ListedAmplitudes.random(space, ROOT.at("swap"));
            int[] region = {0, 2};
            Sample all = exact(state);
            double purity = Renyi.of(state, region, all, all, WORKERS).purity().mean();
            Sample first = independent(state, 20_000, "first");
            Sample second = independent(state, 20_000, "second");
            Renyi sampled = Renyi.of(state, region, first, second, WORKERS);
            assertThat(Math.abs(sampled.purity().mean() - purity))
                    .as("seed %d", SEED)
                    .isLessThan(SIGMAS * sampled.purity().standardError());
            assertThat(sampled.standardError().orElseThrow()).isLessThan(0.1);
        }
    }

    @Test
    void fidelityBySummationIsTheSquaredOverlap() {
        ListedAmplitudes a = ListedAmplitudes.random(Spins.free(5), ROOT.at("a"));
        ListedAmplitudes b = ListedAmplitudes.random(Spins.free(5), ROOT.at("b"));
        double expected = overlap(a, b);
        Fidelity fidelity = Fidelity.of(a, exact(a), b, exact(b), WORKERS);
        assertThat(fidelity.mean()).isCloseTo(expected, within(1e-12));
        assertThat(fidelity.standardError()).isZero();
        assertThat(Fidelity.of(a, exact(a), a, exact(a), WORKERS).mean()).isCloseTo(1, within(1e-12));
    }

    @Test
    void fidelityBySamplingAgrees() {
        ListedAmplitudes a = ListedAmplitudes.random(Spins.free(4), ROOT.at("a"));
        double[] re = a.re().clone();
        double[] im = a.im().clone();
        RandomAddress noise = ROOT.at("noise");
        for (int i = 0; i < re.length; i++) {
            re[i] += 0.3 * noise.normal(2L * i);
            im[i] += 0.3 * noise.normal(2L * i + 1);
        }
        ListedAmplitudes b = new ListedAmplitudes(a.space(), a.codomain(), re, im);
        Fidelity sampled = Fidelity.of(a, independent(a, 20_000, "of a"), b, independent(b, 20_000, "of b"), WORKERS);
        assertThat(Math.abs(sampled.mean() - overlap(a, b)))
                .as("seed %d", SEED)
                .isLessThan(SIGMAS * sampled.standardError());
        assertThat(sampled.standardError()).isLessThan(0.02);
    }

    private static double overlap(ListedAmplitudes a, ListedAmplitudes b) {
        double re = 0;
        double im = 0;
        double normA = 0;
        double normB = 0;
        for (int i = 0; i < a.re().length; i++) {
            re += a.re()[i] * b.re()[i] + a.im()[i] * b.im()[i];
            im += a.re()[i] * b.im()[i] - a.im()[i] * b.re()[i];
            normA += a.re()[i] * a.re()[i] + a.im()[i] * a.im()[i];
            normB += b.re()[i] * b.re()[i] + b.im()[i] * b.im()[i];
        }
        return (re * re + im * im) / (normA * normB);
    }

    @Test
    void aGoodSampleIsSound() {
        ConfigurationOperator hamiltonian = SmallOperators.ising(Spins.free(6), 1);
        ListedAmplitudes state = SmallOperators.groundState(hamiltonian);
        Sampler sampler = new MarkovChains(
                state.space(), new Rule.LocalFlip(), new Schedule(64, 1024, 1, 100, 0), ROOT.at("sound"));
        EnergyEstimate estimate = EnergyEstimate.of(hamiltonian, state, draw(sampler, state), WORKERS);
        OptionalDouble exact = OptionalDouble.of(SmallOperators.groundEnergy(hamiltonian));
        assertThat(Soundness.DEFAULT.judge(estimate, exact)).isInstanceOf(Soundness.Sound.class);
    }

    @Test
    void theErrorBarOfShortCorrelatedChainsCoversTheTruth() {
        ConfigurationOperator hamiltonian = SmallOperators.ising(Spins.free(6), 1);
        ListedAmplitudes state = ListedAmplitudes.random(Spins.free(6), ROOT.at("coverage"));
        Sample all = exact(state);
        double truth = Measurement.of(hamiltonian, state, all, WORKERS).mean();
        LocalValues local = LocalValues.of(hamiltonian, state, state.space().all(), WORKERS);
        int covered = 0;
        int repeats = 300;
        for (int i = 0; i < repeats; i++) {
            Sampler sampler = new MarkovChains(
                    state.space(),
                    new Rule.LocalFlip(),
                    new Schedule(128, 512, 1, 30, 0),
                    ROOT.at("coverage").at(i));
            Sample sample = draw(sampler, state).sample();
            double[] values = new double[sample.weights().length];
            for (int row = 0; row < values.length; row++) {
                values[row] = local.re()[state.number(sample.configurations(), row)];
            }
            Measurement energy = Measurement.of(sample, values);
            covered += Math.abs(energy.mean() - truth) < energy.standardError() * 1.959964 ? 1 : 0;
        }
        // The false-alarm rate is 1e-6 for a fresh seed.
        assertThat(new Proportion(covered, repeats)
                        .test(0.95, Alternative.TWO_SIDED)
                        .p())
                .as("%d of %d intervals of 95 %%, seed %d", covered, repeats, SEED)
                .isGreaterThan(1e-6);
    }

    @Test
    void temperingJoinsWellsThatLocalFlipsKeepApart() {
        // |ψ|² is a classical Ising ring at low temperature; its two magnetised states lie behind a barrier of weight
        // e⁻¹⁸.
        Spins space = Spins.free(6);
        ConfigurationOperator ring = SmallOperators.ising(space, 0);
        double[] amplitudes = new double[64];
        ring.diagonal(space.all(), amplitudes);
        Arrays.setAll(amplitudes, i -> Math.exp(-2.25 * amplitudes[i]));
        ListedAmplitudes state = new ListedAmplitudes(space, Codomain.REAL, amplitudes, new double[64]);
        Schedule schedule = new Schedule(32, 32 * 400, 1, 100, 0);
        Sampler apart = new MarkovChains(space, new Rule.LocalFlip(), schedule, ROOT.at("apart"));
        Sampler joined = MarkovChains.tempered(space, new Rule.LocalFlip(), schedule, 8, ROOT.at("joined"));
        assertThat(magnetisation(draw(apart, state).sample()).rHat().orElseThrow())
                .isGreaterThan(2);
        Measurement tempered = magnetisation(draw(joined, state).sample());
        assertThat(tempered.rHat().orElseThrow()).isLessThan(1.1);
        assertThat(Math.abs(tempered.mean())).isLessThan(SIGMAS * tempered.standardError());
    }

    private static Measurement magnetisation(Sample sample) {
        double[] values = new double[sample.weights().length];
        for (int row = 0; row < values.length; row++) {
            for (int site = 0; site < sample.configurations().sites(); site++) {
                values[row] += sample.configurations().value(row, site);
            }
        }
        return Measurement.of(sample, values);
    }

    @Test
    void shellsOfASquareLatticeHoldThePairsAtEachDistance() {
        PairClasses shells = PairClasses.byShell(Lattice.periodic(LatticeKind.SQUARE, 4, 4), 3);
        // Of 4 x 4 sites, 32 pairs are neighbours, 32 lie across a square, and 16 lie two apart, where both ways round
        // meet.
        assertThat(Arrays.stream(shells.first()).mapToInt(pairs -> pairs.length))
                .containsExactly(32, 32, 16);
    }

    @Test
    void frozenChainsAreFoundOut() {
        // Two wells, the ferromagnet and the Néel state, of energies −6 and 6, with nothing between them.
        Spins space = Spins.free(6);
        double[] amplitudes = new double[64];
        Arrays.fill(amplitudes, 1e-30);
        amplitudes[0] = 1;
        amplitudes[0b010101] = 1;
        ListedAmplitudes state = new ListedAmplitudes(space, Codomain.REAL, amplitudes, new double[64]);
        Sampler sampler =
                new MarkovChains(space, new Rule.LocalFlip(), new Schedule(64, 1024, 1, 100, 0), ROOT.at("frozen"));
        ConfigurationOperator hamiltonian = SmallOperators.ising(space, 1e-3);
        EnergyEstimate estimate = EnergyEstimate.of(hamiltonian, state, draw(sampler, state), WORKERS);
        List<Finding> findings = findings(estimate, OptionalDouble.empty());
        assertThat(findings).hasAtLeastOneElementOfType(Finding.NotMixed.class);
        assertThat(findings).hasAtLeastOneElementOfType(Finding.LowAcceptance.class);
        assertThat(estimate.energy().autocorrelationTime().orElseThrow()).isCloseTo(16, within(1.0));
    }

    private static List<Finding> findings(EnergyEstimate estimate, OptionalDouble exact) {
        return Soundness.DEFAULT.judge(estimate, exact) instanceof Soundness.Broken broken
                ? broken.findings()
                : List.of();
    }

    @Test
    void anEnergyBelowTheExactOneIsBroken() {
        Measurement energy =
                new Measurement(-12.785231, 0.000048, 1e-4, OptionalDouble.of(1), OptionalDouble.of(1), 16, 1000);
        EnergyEstimate estimate = new EnergyEstimate(energy, 0, 1e-4, 0.5, 100);
        List<Finding> findings = findings(estimate, OptionalDouble.of(-12.784906));
        assertThat(findings).hasSize(1).hasOnlyElementsOfType(Finding.BelowExact.class);
        assertThat(findings.getFirst().sentence()).contains("6.77 standard errors below");
        assertThat(findings(estimate, OptionalDouble.of(-12.7851))).isEmpty();
    }

    @Test
    void anEnergyThatIsNoNumberIsBroken() {
        ListedAmplitudes state = ListedAmplitudes.random(Spins.free(3), ROOT);
        Sample sample = exact(state);
        double[] values = new double[8];
        values[3] = Double.POSITIVE_INFINITY;
        EnergyEstimate estimate = EnergyEstimate.of(sample, new LocalValues(values, new double[8]), 1);
        assertThat(findings(estimate, OptionalDouble.empty())).hasOnlyElementsOfType(Finding.NotFinite.class);
    }
}

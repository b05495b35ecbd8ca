package org.ketwork.wavefunction.minimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketwork.neural.optimiser.Adam;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.LawViolation;
import org.ketwork.numerics.file.Npz;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Rbm;
import org.ketwork.wavefunction.ansatz.TableState;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.estimate.LocalValues;
import org.ketwork.wavefunction.reconfiguration.Shift;
import org.ketwork.wavefunction.reconfiguration.Space;
import org.ketwork.wavefunction.reconfiguration.StepLimit;
import org.ketwork.wavefunction.sampler.FullSum;
import org.ketwork.wavefunction.sampler.MarkovChains;
import org.ketwork.wavefunction.sampler.Rule;
import org.ketwork.wavefunction.sampler.Sample;
import org.ketwork.wavefunction.sampler.Sampler;
import org.ketwork.wavefunction.sampler.Schedule;

class MinimisationTest {
    private static final int SITES = 8;
    private static final Spins SPACE = Spins.free(SITES);
    private static final RandomAddress ADDRESS = RandomAddress.root(7);
    /** E = −2 / sin(π / 2N). */
    private static final double EXACT = -2 / Math.sin(Math.PI / 2 / SITES);

    private static final StepRule SPRING = new StepRule.Reconfiguration(Shift.decaying(1e-2, 1e-3, 20), 0.9);

    private static ConfigurationOperator ising() {
        return Hamiltonians.transverseFieldIsing(Lattice.periodic(LatticeKind.CHAIN, SITES), SPACE, 1, 1);
    }

    private static Minimisation minimisation(Sampler sampler, MinimisationSpec spec, Workers workers) {
        return new Minimisation(Rbm.ofDensity(SPACE, 2), LocalCost.energy(ising()), step -> sampler, spec, workers);
    }

    private static Sampler chains() {
        return new MarkovChains(SPACE, new Rule.LocalFlip(), Schedule.of(16, 200), ADDRESS.at("sampler"));
    }

    private static MinimisationState run(Minimisation minimisation) {
        return minimisation.run(minimisation.start(ADDRESS), (record, state) -> {});
    }

    @Test
    void withoutNoiseTheEnergyNeverRisesAndComesCloseToTheExactOne() {
        MinimisationSpec spec = new MinimisationSpec(
                400, LearningRate.constant(0.05), new StepRule.Reconfiguration(Shift.decaying(1e-3, 1e-6, 200), 0));
        List<Double> energies = new ArrayList<>();
        try (Workers workers = Workers.of(2)) {
            Minimisation minimisation = minimisation(new FullSum(SPACE), spec, workers);
            minimisation.run(minimisation.start(ADDRESS), (record, state) -> {
                assertThat(record.error()).isZero();
                energies.add(record.energy());
            });
        }
        for (int i = 1; i < energies.size(); i++) {
            assertThat(energies.get(i)).as("step %d", i).isLessThan(energies.get(i - 1) + 1e-9);
        }
        assertThat(energies.getLast()).isBetween(EXACT, EXACT * (1 - 1e-5));
    }

    @Test
    void imaginaryTimeInTheFamilyOfAllPositiveStatesEndsInTheGroundState() {
        MinimisationSpec spec = new MinimisationSpec(
                400, LearningRate.constant(0.05), new StepRule.Reconfiguration(Shift.constant(1e-9), 0));
        double[] last = new double[2];
        try (Workers workers = Workers.of(1)) {
            Minimisation minimisation = new Minimisation(
                    new TableState(SPACE, false), LocalCost.energy(ising()), step -> new FullSum(SPACE), spec, workers);
            minimisation.run(minimisation.start(ADDRESS), (record, state) -> {
                last[0] = record.energy();
                last[1] = record.variance();
            });
        }
        assertThat(last[0]).isCloseTo(EXACT, within(1e-10));
        assertThat(last[1]).isLessThan(1e-10);
    }

    @Test
    void withoutMomentumSpringIsPlainReconfiguration() {
        MinimisationSpec plain = new MinimisationSpec(
                3, LearningRate.constant(0.05), new StepRule.Reconfiguration(Shift.constant(1e-3), 0));
        MinimisationSpec tiny = new MinimisationSpec(
                3, LearningRate.constant(0.05), new StepRule.Reconfiguration(Shift.constant(1e-3), 1e-13));
        try (Workers workers = Workers.of(1)) {
            assertThat(run(minimisation(new FullSum(SPACE), tiny, workers)).theta())
                    .containsExactly(
                            run(minimisation(new FullSum(SPACE), plain, workers))
                                    .theta(),
                            within(1e-9));
        }
    }

    @Test
    void momentumIsTheSameInBothSpaces() {
        double[][] theta = new double[2][];
        try (Workers workers = Workers.of(1)) {
            Space[] spaces = {Space.PARAMETERS, Space.SAMPLES};
            for (int i = 0; i < 2; i++) {
                StepRule rule = new StepRule.Reconfiguration(Shift.constant(1e-2), 0.9, spaces[i], StepLimit.none());
                theta[i] = run(minimisation(
                                new FullSum(SPACE),
                                new MinimisationSpec(10, LearningRate.constant(0.05), rule),
                                workers))
                        .theta();
            }
        }
        assertThat(theta[0]).containsExactly(theta[1], within(1e-9));
    }

    @Test
    void stoppedAndResumedFromAFileItGoesOnToTheSameBits(@TempDir Path folder) {
        for (StepRule rule : List.of(SPRING, new StepRule.Gradient(new Adam()))) {
            MinimisationSpec spec = new MinimisationSpec(12, LearningRate.constant(0.02), rule);
            try (Workers workers = Workers.of(1)) {
                MinimisationState whole = run(minimisation(chains(), spec, workers));
                Minimisation first = minimisation(chains(), spec, workers);
                MinimisationState state = first.start(ADDRESS);
                for (int i = 0; i < 5; i++) {
                    state = first.step(state).state();
                }
                Path file = folder.resolve("state.npz");
                Npz.write(file, state.arrays());
                MinimisationState restored = MinimisationState.restore(SPACE, Npz.read(file));
                MinimisationState resumed =
                        minimisation(chains(), spec, workers).run(restored, (r, s) -> {});
                assertThat(resumed.step()).isEqualTo(12);
                assertThat(resumed.theta()).isEqualTo(whole.theta());
                assertThat(resumed.previous()).isEqualTo(whole.previous());
                assertThat(resumed.moments()).isDeepEqualTo(whole.moments());
                assertThat(resumed.sampler()).isEqualTo(whole.sampler());
            }
        }
    }

    @Test
    void oneThreadAndTwoGiveTheSameBits() {
        MinimisationSpec spec = new MinimisationSpec(8, LearningRate.constant(0.05), SPRING);
        double[][] theta = new double[2][];
        for (int i = 0; i < 2; i++) {
            try (Workers workers = Workers.of(i + 1)) {
                theta[i] = run(minimisation(chains(), spec, workers)).theta();
            }
        }
        assertThat(theta[0]).isEqualTo(theta[1]);
    }

    @Test
    void aStepThatIsNotFiniteIsTriedAgainWithATenTimesLargerShiftAndTheRecordSaysSo() {
        // Most of it is outside the tangent space, where the Gram matrix is zero, and overflows when it is divided by a
        // small shift.
        double huge = 1e306;
        LocalCost cost = (wavefunction, sample, re, im, workers) -> {
            for (int s = 0; s < re.length; s++) {
                re[s] = s % 2 == 0 ? huge : -huge;
            }
        };
        MinimisationSpec spec = new MinimisationSpec(
                1,
                LearningRate.constant(1),
                new StepRule.Reconfiguration(Shift.constant(1e-6), 0, Space.SAMPLES, StepLimit.none()),
                9,
                1L << 30);
        try (Workers workers = Workers.of(1)) {
            Minimisation minimisation =
                    new Minimisation(Rbm.ofDensity(SPACE, 1), cost, step -> new FullSum(SPACE), spec, workers);
            Minimisation.Step step = minimisation.step(minimisation.start(ADDRESS));
            assertThat(step.record().retries()).isBetween(1, 9);
            assertThat(step.record().shift())
                    .isCloseTo(
                            1e-6 * Math.pow(10, step.record().retries()),
                            within(1e-9 * step.record().shift()));
            assertThat(Arrays.stream(step.state().theta()).allMatch(Double::isFinite))
                    .isTrue();
            MinimisationSpec impatient = new MinimisationSpec(1, spec.learningRate(), spec.rule(), 0, 1L << 30);
            Minimisation once =
                    new Minimisation(Rbm.ofDensity(SPACE, 1), cost, s -> new FullSum(SPACE), impatient, workers);
            assertThatThrownBy(() -> once.step(once.start(ADDRESS)))
                    .isInstanceOf(LawViolation.class)
                    .hasMessageContaining("step 0 was tried once");
        }
    }

    /** So long a step that some ratios of amplitudes where it leads exceed the range of double. */
    private static final MinimisationSpec WILD = new MinimisationSpec(
            6,
            LearningRate.constant(100),
            new StepRule.Reconfiguration(Shift.constant(1e-2), 0, Space.CHEAPER, StepLimit.none()),
            9,
            1L << 30);

    @Test
    void aMoveToParametersWhereLocalEnergiesOverflowIsTakenBackAndTriedAgainWithALargerShift() {
        try (Workers workers = Workers.of(1)) {
            Minimisation minimisation = minimisation(chains(), WILD, workers);
            MinimisationState state = minimisation.start(ADDRESS);
            int retries = 0;
            while (state.step() < WILD.steps()) {
                Minimisation.Step step = minimisation.step(state);
                StepRecord record = step.record();
                retries += record.retries();
                assertThat(record.energy()).isFinite();
                assertThat(record.shift())
                        .isCloseTo(1e-2 * Math.pow(10, record.retries()), within(1e-9 * record.shift()));
                state = step.state();
                Sampler.Draw draw = chains().draw(
                                Rbm.ofDensity(SPACE, 2).at(state.theta()), state.sampler(), state.step(), workers);
                LocalValues energies = LocalValues.of(
                        ising(),
                        Rbm.ofDensity(SPACE, 2).at(state.theta()),
                        draw.sample().configurations(),
                        workers);
                assertThat(Arrays.stream(energies.re()).allMatch(Double::isFinite))
                        .as("after step %d", record.step())
                        .isTrue();
            }
            assertThat(retries).isPositive();
        }
    }

    @Test
    void stoppedBetweenMovesThatWereTakenBackItGoesOnToTheSameBits() {
        try (Workers workers = Workers.of(1)) {
            MinimisationState whole = run(minimisation(chains(), WILD, workers));
            MinimisationState state = minimisation(chains(), WILD, workers).start(ADDRESS);
            while (state.step() < WILD.steps()) {
                MinimisationState stored = MinimisationState.restore(SPACE, state.arrays());
                state = minimisation(chains(), WILD, workers).step(stored).state();
            }
            assertThat(state.theta()).isEqualTo(whole.theta());
            assertThat(state.sampler()).isEqualTo(whole.sampler());
        }
    }

    @Test
    void theRunEndsIfNoShiftLeadsToFiniteLocalEnergies() {
        int[] calls = {0};
        LocalCost cost = (wavefunction, sample, re, im, workers) -> {
            if (calls[0]++ > 0) {
                re[3] = Double.NaN;
            }
        };
        MinimisationSpec spec = new MinimisationSpec(1, LearningRate.constant(1), SPRING, 2, 1L << 30);
        try (Workers workers = Workers.of(1)) {
            Minimisation minimisation =
                    new Minimisation(Rbm.ofDensity(SPACE, 1), cost, step -> new FullSum(SPACE), spec, workers);
            MinimisationState start = minimisation.start(ADDRESS);
            assertThatThrownBy(() -> minimisation.step(start))
                    .isInstanceOf(LawViolation.class)
                    .hasMessageContaining("step 0 was tried 3 times")
                    .hasMessageContaining("where it leads, the local energy of the configuration");
        }
    }

    @Test
    void aLocalEnergyThatIsNotFiniteNamesItsConfiguration() {
        LocalCost cost = (wavefunction, sample, re, im, workers) -> re[3] = Double.POSITIVE_INFINITY;
        MinimisationSpec spec = new MinimisationSpec(1, LearningRate.constant(1), SPRING);
        try (Workers workers = Workers.of(1)) {
            Minimisation minimisation =
                    new Minimisation(Rbm.ofDensity(SPACE, 1), cost, step -> new FullSum(SPACE), spec, workers);
            assertThatThrownBy(() -> minimisation.step(minimisation.start(ADDRESS)))
                    .isInstanceOf(LawViolation.class)
                    .hasMessageContaining("the configuration [0, 0, 0, 0, 0, 0, 1, 1] is Infinity");
        }
    }

    /** As of spins that all agree and of the same spins flipped. */
    @Test
    void aSampleInWhichNoParameterMovesTheStateLeavesItWhereItIs() {
        Configurations one = new Configurations(SPACE, 1, new byte[SITES]);
        Sampler same = new Sampler() {
            @Override
            public State start(Wavefunction wavefunction, Workers workers) {
                return new State(Configurations.room(SPACE, 0));
            }

            @Override
            public Draw draw(Wavefunction wavefunction, State state, long step, Workers workers) {
                return new Draw(new Sample(one, new double[] {1}, new int[][] {{0, 0}}), state, 1);
            }
        };
        for (Space space : new Space[] {Space.SAMPLES, Space.PARAMETERS}) {
            StepRule rule = new StepRule.Reconfiguration(
                    Shift.constant(1e-3).in(Shift.Scale.MEAN_DIAGONAL), 0.9, space, StepLimit.none());
            try (Workers workers = Workers.of(1)) {
                Minimisation minimisation =
                        minimisation(same, new MinimisationSpec(2, LearningRate.constant(0.05), rule), workers);
                MinimisationState start = minimisation.start(ADDRESS);
                assertThat(minimisation.run(start, (record, state) -> {}).theta())
                        .isEqualTo(start.theta());
            }
        }
    }

    @Test
    void aStepNoLongerThanAllowedKeepsItsDirection() {
        double[][] moves = new double[2][];
        double[] lengths = new double[2];
        try (Workers workers = Workers.of(1)) {
            StepLimit[] limits = {StepLimit.none(), new StepLimit.Angle(1e-3)};
            for (int i = 0; i < 2; i++) {
                StepRule rule = new StepRule.Reconfiguration(Shift.constant(1e-2), 0, Space.CHEAPER, limits[i]);
                Minimisation minimisation = minimisation(
                        new FullSum(SPACE), new MinimisationSpec(1, LearningRate.constant(0.05), rule), workers);
                MinimisationState start = minimisation.start(ADDRESS);
                Minimisation.Step step = minimisation.step(start);
                moves[i] = step.state().theta().clone();
                for (int k = 0; k < moves[i].length; k++) {
                    moves[i][k] -= start.theta()[k];
                }
                lengths[i] = step.record().length();
                if (i == 1) {
                    assertThat(step.record().angle()).isCloseTo(1e-3, within(1e-15));
                }
            }
        }
        assertThat(lengths[1]).isLessThan(lengths[0]);
        for (int k = 0; k < moves[0].length; k++) {
            assertThat(moves[1][k] * lengths[0]).isCloseTo(moves[0][k] * lengths[1], within(1e-14));
        }
    }

    @Test
    void aStepAboveTheMemoryBoundIsRefusedInASentence() {
        MinimisationSpec spec = new MinimisationSpec(1, LearningRate.constant(1), SPRING, 5, 1000);
        try (Workers workers = Workers.of(1)) {
            Minimisation minimisation = minimisation(new FullSum(SPACE), spec, workers);
            assertThatThrownBy(() -> minimisation.step(minimisation.start(ADDRESS)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageMatching("one step in the space of .* GiB of memory, more than the .* GiB allowed.*");
        }
    }
}

package org.ketwork.wavefunction.tomography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Rbm;
import org.ketwork.wavefunction.ansatz.RbmModulusPhase;
import org.ketwork.wavefunction.ansatz.TableState;
import org.ketwork.wavefunction.minimisation.MinimisationState;
import org.ketwork.wavefunction.reconfiguration.Shift;
import org.ketwork.wavefunction.reconfiguration.Space;
import org.ketwork.wavefunction.reconfiguration.StepLimit;
import org.ketwork.wavefunction.sampler.FullSum;
import org.ketwork.wavefunction.sampler.MarkovChains;
import org.ketwork.wavefunction.sampler.Rule;
import org.ketwork.wavefunction.sampler.Sampler;
import org.ketwork.wavefunction.sampler.Schedule;

class TomographyTest {
    private static final Workers ONE = Workers.of(1);
    private static final RandomAddress ADDRESS = RandomAddress.root(3).at("tomography");
    private static final Spins SPACE = Spins.free(2);
    private static final double[] RE = {0.5, -0.3, 0.2, 0.6};
    private static final double[] IM = {0, 0.4, -0.3, Math.sqrt(1 - 0.25 - 0.25 - 0.13 - 0.36)};
    private static final MeasurementData DATA = MeasurementData.of(
            RE,
            IM,
            List.of(
                    MeasurementBasis.of("ZZ"),
                    MeasurementBasis.of("XZ"),
                    MeasurementBasis.of("ZX"),
                    MeasurementBasis.of("YZ"),
                    MeasurementBasis.of("ZY")),
            2000,
            ADDRESS.at("shots"));

    private static TomographySpec natural(long steps, Space space) {
        return new TomographySpec(
                steps,
                LearningRate.constant(0.5),
                new TomographyRule.NaturalGradient(Shift.decaying(1e-2, 1e-6, 20), space, new StepLimit.Angle(0.1)),
                0);
    }

    static List<TomographySpec> specs() {
        return List.of(
                natural(12, Space.SAMPLES),
                new TomographySpec(12, LearningRate.constant(0.05), new TomographyRule.Gradient(), 25));
    }

    /** Chains that persist, moments and batches: all that a step takes from the one before. */
    @ParameterizedTest
    @MethodSource("specs")
    void interruptedAndResumedItGivesTheSameBitsOnAnyNumberOfThreads(TomographySpec spec) {
        Ansatz ansatz = new RbmModulusPhase(SPACE, 3, 3, true);
        Sampler chains = new MarkovChains(SPACE, new Rule.LocalFlip(), Schedule.of(16, 64), ADDRESS.at("chains"));
        Tomography whole = new Tomography(ansatz, DATA, chains, spec, ADDRESS.at("batches"), ONE);
        MinimisationState expected = whole.run(whole.start(ADDRESS), (record, state) -> {});
        try (Workers two = Workers.of(2)) {
            Tomography parts = new Tomography(ansatz, DATA, chains, spec, ADDRESS.at("batches"), two);
            MinimisationState state = parts.start(ADDRESS);
            while (state.step() < 12) {
                state = MinimisationState.restore(
                        SPACE, parts.step(state).state().arrays());
            }
            assertThat(state.theta()).isEqualTo(expected.theta());
            assertThat(state.sampler().positions()).isEqualTo(expected.sampler().positions());
        }
    }

    @Test
    void bothSpacesGiveTheSameNaturalGradient() {
        Ansatz ansatz = new RbmModulusPhase(SPACE, 3, 3, true);
        double[][] theta = new double[2][];
        for (int i = 0; i < 2; i++) {
            Tomography tomography = new Tomography(
                    ansatz,
                    DATA,
                    new FullSum(SPACE),
                    natural(1, i == 0 ? Space.SAMPLES : Space.PARAMETERS),
                    ADDRESS,
                    ONE);
            theta[i] = tomography.step(tomography.start(ADDRESS)).state().theta();
        }
        assertThat(theta[0]).containsExactly(theta[1], within(1e-9));
    }

    /** The most likely positive state has the roots of the shares, so that its cross-entropy is the entropy of the shares. */
    @Test
    void aTableOfAmplitudesFitsTheSharesOfOneBasisExactly() {
        MeasurementData data =
                MeasurementData.of(RE, IM, List.of(MeasurementBasis.of("ZZ")), 500, ADDRESS.at("one basis"));
        Ansatz table = new TableState(SPACE, false);
        Tomography tomography =
                new Tomography(table, data, new FullSum(SPACE), natural(80, Space.PARAMETERS), ADDRESS, ONE);
        MinimisationState state = tomography.run(tomography.start(ADDRESS), (record, at) -> {});
        DataLikelihood likelihood = new DataLikelihood(SPACE, data);
        assertThat(likelihood.crossEntropy(table.at(state.theta()), ONE))
                .isCloseTo(likelihood.entropy(), within(1e-12));
    }

    /** Phases come back from five bases: with 2000 shots in each, infidelity is a few times parameters/(4 · shots), 1e-3. */
    @Test
    void aStateWithPhasesComesBackAndHeldOutShotsPreferItToAPositiveOne() {
        MeasurementData.Split split = DATA.split(0.2, ADDRESS.at("split"));
        Ansatz phases = new RbmModulusPhase(SPACE, 4, 4, true);
        Ansatz positive = new Rbm(SPACE, 4, true);
        double[] totals = new double[2];
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            Ansatz ansatz = i == 0 ? phases : positive;
            Tomography tomography = new Tomography(
                    ansatz, split.fitted(), new FullSum(SPACE), natural(150, Space.CHEAPER), ADDRESS, ONE);
            double[] theta = tomography
                    .run(tomography.start(ADDRESS), (record, at) -> {})
                    .theta();
            if (i == 0) {
                assertThat(fidelity(ansatz, theta)).isGreaterThan(0.99);
            }
            HeldOutScore score = HeldOutScore.of(ansatz.at(theta), split.heldOut(), ONE);
            assertThat(score.crossEntropies()).hasSize(5);
            totals[i] = score.total();
            errors[i] = score.standardError();
        }
        assertThat(totals[1] - totals[0]).isGreaterThan(5 * Math.hypot(errors[0], errors[1]));
    }

    private static double fidelity(Ansatz ansatz, double[] theta) {
        double[] logModulus = new double[4];
        double[] phase = new double[4];
        ansatz.at(theta).logAmplitudes(SPACE.all(), logModulus, phase);
        double re = 0;
        double im = 0;
        double norm = 0;
        for (int i = 0; i < 4; i++) {
            double modulus = Math.exp(logModulus[i]);
            norm += modulus * modulus;
            re += modulus * (RE[i] * Math.cos(phase[i]) + IM[i] * Math.sin(phase[i]));
            im += modulus * (RE[i] * Math.sin(phase[i]) - IM[i] * Math.cos(phase[i]));
        }
        return (re * re + im * im) / norm;
    }

    @Test
    void relativeShiftsAndNegativeBatchesAreRefused() {
        assertThatThrownBy(() ->
                        new TomographyRule.NaturalGradient(Shift.constant(0.1).in(Shift.Scale.DIAGONAL)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new TomographySpec(1, LearningRate.constant(1), new TomographyRule.Gradient(), -1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("-1");
    }
}

package org.ketwork.quantum.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.RandomStates;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.operator.PauliString;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;
import org.ketwork.quantum.state.States;

class MeasurementTest {
    @Test
    void effectsMustBePositiveAndSumToTheIdentity() {
        ComplexMatrix identity = ComplexMatrix.identity(2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Povm.of(List.of(identity.scale(0.5))))
                .withMessageContaining("differs by 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Povm.of(List.of(
                        ComplexMatrix.real(Matrix.diagonal(1.5, 1)), ComplexMatrix.real(Matrix.diagonal(-0.5, 0)))))
                .withMessageContaining("negative eigenvalues, got -0.5");
    }

    @Test
    void aProjectiveMeasurementLeavesCoherenceInsideAnEigenspace() {
        ProjectiveMeasurement parity =
                ProjectiveMeasurement.of(PauliString.of("ZZ").matrix());
        DensityMatrix bell = States.Bell.PHI_PLUS.ket().density();

        assertThat(parity.values()).containsExactly(new double[] {-1, 1}, within(1e-14));
        assertThat(parity.probabilities(bell)).containsExactly(new double[] {0, 1}, within(1e-14));
        assertThat(parity.after(0, bell)).isEmpty();
        assertThat(parity.after(1, bell)
                        .orElseThrow()
                        .matrix()
                        .minus(bell.matrix())
                        .maxAbs())
                .isLessThan(1e-14);
        assertThat(ProjectiveMeasurement.of(PauliString.of("ZI").matrix())
                        .unread(bell)
                        .purity())
                .isCloseTo(0.5, within(1e-14));
    }

    @Test
    void aSecondReadingRepeatsTheFirst() {
        RandomStates random = new RandomStates(12);
        ProjectiveMeasurement measurement = ProjectiveMeasurement.of(random.hermitian(4));
        DensityMatrix state = random.density(4);
        for (int k = 0; k < 4; k++) {
            DensityMatrix after = measurement.after(k, state).orElseThrow();
            assertThat(measurement.probabilities(after)[k]).isCloseTo(1, within(1e-12));
        }
        double mean = 0;
        double[] p = measurement.probabilities(state);
        ComplexMatrix observable = ComplexMatrix.zeros(4, 4);
        for (int k = 0; k < 4; k++) {
            mean += p[k] * measurement.values()[k];
            observable =
                    observable.plus(measurement.projector(k).scale(measurement.values()[k]));
        }
        assertThat(mean).isCloseTo(state.expectation(observable), within(1e-13));
    }

    @Test
    void aProjectiveReadingProjectsToRoundingAlsoWhereItsProjectorsCarryRoundingErrors() {
        RandomStates random = new RandomStates(14);
        ComplexMatrix basis = HermitianEigen.of(random.hermitian(6)).vectors();
        Povm povm = Povm.basis(basis);
        DensityMatrix state = random.density(6, 2);
        ComplexMatrix dephased = ComplexMatrix.zeros(6, 6);
        for (int k = 0; k < 6; k++) {
            ComplexMatrix projector = povm.effect(k);
            ComplexMatrix image = projector.times(state.matrix()).times(projector);
            dephased = dephased.plus(image);
            assertThat(povm.after(k, state)
                            .orElseThrow()
                            .matrix()
                            .minus(image.scale(1 / image.traceRe()))
                            .maxAbs())
                    .isLessThan(1e-14);
        }
        assertThat(povm.unread(state).matrix().minus(dephased).maxAbs()).isLessThan(1e-15);
    }

    @Test
    void aRareOutcomeStillLeavesAState() {
        RandomStates random = new RandomStates(15);
        ComplexMatrix turn = HermitianEigen.of(random.hermitian(4)).vectors();
        for (double p : new double[] {1e-6, 1e-10, 1e-14, 1e-17}) {
            Ket ket = Ket.normalised(Math.sqrt(p), 0, Math.sqrt(0.5), Math.sqrt(0.5));
            DensityMatrix after =
                    Povm.basis(turn).after(0, ket.apply(turn).density()).orElseThrow();
            // The outcome's amplitude √p is known to rounding, so its direction to rounding over √p.
            assertThat(after.expectation(Povm.basis(turn).effect(0))).isCloseTo(1, within(1e-15 / Math.sqrt(p)));
        }
        assertThat(Povm.basis(turn).after(1, Ket.basis(4, 0).apply(turn).density()))
                .isEmpty();
    }

    @Test
    void anUnreadPovmIsTheMixtureOfItsOutcomes() {
        DensityMatrix state = new RandomStates(13).density(2);
        Povm trine = Povm.symmetric(
                List.of(States.qubit(0, 0), States.qubit(2 * Math.PI / 3, 0), States.qubit(4 * Math.PI / 3, 0)));
        ComplexMatrix sum = ComplexMatrix.zeros(2, 2);
        double[] p = trine.probabilities(state);
        for (int k = 0; k < 3; k++) {
            sum = sum.plus(trine.after(k, state).orElseThrow().matrix().scale(p[k]));
        }

        assertThat(trine.unread(state).matrix().minus(sum).maxAbs()).isLessThan(1e-14);
    }

    @Test
    void samplesFollowBornsRuleAndDependOnTheirAddressOnly() {
        DensityMatrix state = DensityMatrix.bloch(0.6, 0, 0.3);
        Povm povm = Povm.computational(2).withWhiteNoise(0.8);
        RandomAddress address = RandomAddress.root(7).at("shots");
        int shots = 100_000;
        int[] outcomes = povm.sample(state, shots, address);
        double p = povm.probabilities(state)[0];
        int zeros = 0;
        for (int outcome : outcomes) {
            zeros += outcome == 0 ? 1 : 0;
        }

        assertThat(p).isCloseTo((1 + 0.8 * 0.3) / 2, within(1e-15));
        // Fixed seed; for a fresh one a deviation of 4.9 standard errors has probability 1e-6.
        assertThat(Math.abs(zeros - shots * p) / Math.sqrt(shots * p * (1 - p))).isLessThan(4.9);
        int[] fewer = povm.sample(state, 100, address);
        for (int i = 0; i < fewer.length; i++) {
            assertThat(fewer[i]).isEqualTo(outcomes[i]);
        }
        double[] values = ProjectiveMeasurement.of(Pauli.Z.matrix())
                .sample(Ket.basis(2, 1).density(), 10, address);
        assertThat(values).containsOnly(-1);
    }

    @Test
    void outcomesOfProbabilityZeroNeverComeOut() {
        OutcomeSampler sampler = OutcomeSampler.of(new double[] {0, 0.5, 0, 0.5, 0});

        assertThat(sampler.outcome(0)).isEqualTo(1);
        assertThat(sampler.outcome(0.4999)).isEqualTo(1);
        assertThat(sampler.outcome(0.5)).isEqualTo(3);
        assertThat(sampler.outcome(Math.nextDown(1.0))).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> OutcomeSampler.of(new double[] {0.5, 0.6}));
        assertThatIllegalArgumentException().isThrownBy(() -> OutcomeSampler.of(new double[] {1.5, -0.5}));
    }

    @Test
    void unbiasedBasesExistHereForPrimeDimensionsOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MutuallyUnbiasedBases.complete(6))
                .withMessageContaining("got 6");
    }
}

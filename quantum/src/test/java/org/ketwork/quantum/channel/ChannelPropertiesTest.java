package org.ketwork.quantum.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.RandomStates;
import org.ketwork.quantum.noise.AmplitudeDamping;
import org.ketwork.quantum.noise.Depolarizing;
import org.ketwork.quantum.noise.Erasure;
import org.ketwork.quantum.noise.GeneralizedAmplitudeDamping;
import org.ketwork.quantum.noise.Noise;
import org.ketwork.quantum.noise.PauliNoise;
import org.ketwork.quantum.noise.SchurNoise;
import org.ketwork.quantum.noise.ThermalRelaxation;
import org.ketwork.quantum.operator.Operators;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.operator.PauliString;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Subsystems;

class ChannelPropertiesTest {
    /** Where the entanglement that the channel leaves vanishes, by bisection. */
    private static double threshold(DoubleFunction<Noise> family) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (ChannelProperties.choiNegativity(Kraus.of(family.apply(middle))) > 1e-14) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    @Test
    void thresholdsOfEntanglementBreaking() {
        assertThat(threshold(Depolarizing::new)).isCloseTo(0.5, within(1e-12));
        assertThat(threshold(p -> new Depolarizing(3, p))).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(new Depolarizing(3, 2.0 / 3).shrink()).isCloseTo(0.25, within(1e-15));
        assertThat(threshold(g -> new GeneralizedAmplitudeDamping(g, 0.5)))
                .isCloseTo(2 * (Math.sqrt(2) - 1), within(1e-12));
        assertThat(threshold(g -> new GeneralizedAmplitudeDamping(g, 0.1)))
                .isCloseTo((Math.sqrt(1.36) - 1) / 0.18, within(1e-12))
                .isCloseTo(0.923280, within(5e-7));
        assertThat(threshold(AmplitudeDamping::new)).isCloseTo(1, within(1e-12));
        for (double gamma : new double[] {0, 0.3, 0.9, 1}) {
            assertThat(ChannelProperties.choiNegativity(Kraus.of(new AmplitudeDamping(gamma))))
                    .isCloseTo((1 - gamma) / 2, within(1e-13));
        }
    }

    @Test
    void whatNoCriterionDecidesStaysUndecided() {
        // Its Choi matrix is Smolin's state: separable in this cut, which none of the criteria used can see.
        PauliNoise noise = new PauliNoise(Map.of(
                PauliString.of("II"), 0.25,
                PauliString.of("XX"), 0.25,
                PauliString.of("YY"), 0.25,
                PauliString.of("ZZ"), 0.25));
        Decision answer = ChannelProperties.isEntanglementBreaking(Kraus.of(noise));

        assertThat(ChannelProperties.choiNegativity(Kraus.of(noise))).isLessThan(1e-14);
        assertThat(answer).isEqualTo(Decision.UNDECIDED);
        assertThat(ChannelProperties.isEntanglementBreaking(Kraus.of(new Erasure(3, 1))))
                .isEqualTo(Decision.YES);
        assertThat(ChannelProperties.isEntanglementBreaking(Kraus.of(SchurNoise.uniform(4, 0))))
                .isEqualTo(Decision.YES);
        assertThat(ChannelProperties.isEntanglementBreaking(Kraus.of(new Depolarizing(4, 1))))
                .isEqualTo(Decision.YES);
    }

    @Test
    void theTranspositionIsPositiveButNoChannel() {
        Choi transposition = Choi.of(ComplexMatrix::transpose, 2, 2);

        assertThat(ChannelProperties.isTracePreserving(transposition)).isTrue();
        assertThat(ChannelProperties.isUnital(transposition)).isTrue();
        assertThat(ChannelProperties.isCompletelyPositive(transposition)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kraus.of(transposition))
                .withMessageContaining("not completely positive");
        assertThatIllegalArgumentException().isThrownBy(() -> ChannelProperties.isEntanglementBreaking(transposition));
        assertThat(PauliTransferMatrix.of(transposition).matrix().diagonal())
                .containsExactly(new double[] {1, 1, -1, 1}, within(1e-15));
    }

    @Test
    void theZeroMapHasAKrausOperatorFromEveryRepresentation() {
        SchurMatrix nothing = new SchurMatrix(ComplexMatrix.zeros(2, 2));
        for (Channel zero : List.of(nothing, Choi.of(nothing), Superoperator.of(nothing))) {
            assertThat(Kraus.of(zero).operators()).containsExactly(ComplexMatrix.zeros(2, 2));
        }
    }

    @Test
    void transferMatricesOfTooManyQubitsAreRefusedBeforeTheyAreFilled() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PauliTransferMatrix.of(Channels.identity(128)))
                .withMessageContaining("got 7");
    }

    @Test
    void relaxationsInSequenceAddTheirTimes() {
        Superoperator twice = Channels.compose(
                Kraus.of(new ThermalRelaxation(50, 70, 4, 0.2)), Kraus.of(new ThermalRelaxation(50, 70, 9, 0.2)));
        Superoperator once = Superoperator.of(new ThermalRelaxation(50, 70, 13, 0.2));

        assertThat(twice.matrix().minus(once.matrix()).maxAbs()).isLessThan(1e-14);
    }

    @Test
    void theAdjointMovesTheChannelFromStatesToObservables() {
        RandomStates random = new RandomStates(2);
        for (Noise noise : new Noise[] {new AmplitudeDamping(0.3), new Erasure(3, 0.2), new Depolarizing(4, 0.3)}) {
            Kraus kraus = Kraus.of(noise);
            Superoperator adjoint = Channels.adjoint(kraus);
            DensityMatrix state = random.density(noise.inputDimension());
            ComplexMatrix observable = random.hermitian(noise.outputDimension());
            assertThat(state.expectation(adjoint.map(observable)))
                    .isCloseTo(kraus.apply(state).expectation(observable), within(1e-13));
            assertThat(adjoint.map(ComplexMatrix.identity(noise.outputDimension()))
                            .minus(ComplexMatrix.identity(noise.inputDimension()))
                            .maxAbs())
                    .isLessThan(1e-14);
        }
    }

    @Test
    void aChannelOnOnePartIsTheTensorProductWithIdentities() {
        RandomStates random = new RandomStates(4);
        Subsystems parts = Subsystems.of(2, 3, 2);
        DensityMatrix whole = random.density(12, 3);
        Kraus erasure = Kraus.of(new Erasure(3, 0.3));
        Kraus everywhere = Channels.tensor(Channels.tensor(Channels.identity(2), erasure), Channels.identity(2));

        DensityMatrix image = Channels.applyToPart(erasure, whole, parts, 1);

        assertThat(image.dimension()).isEqualTo(16);
        assertThat(image.matrix().minus(everywhere.map(whole.matrix())).maxAbs())
                .isLessThan(1e-15);
        // What happens to one part is not seen in the others.
        assertThat(image.reduce(parts.with(1, 4), 0, 2)
                        .matrix()
                        .minus(whole.reduce(parts, 0, 2).matrix())
                        .maxAbs())
                .isLessThan(1e-14);
    }

    @Test
    void mixingUnitariesGivesPauliNoise() {
        Superoperator mixture = Channels.mix(0.7, Channels.identity(2), Kraus.unitary(Pauli.Y.matrix()));

        assertThat(mixture.matrix()
                        .minus(Superoperator.of(PauliNoise.qubit(0, 0.3, 0)).matrix())
                        .maxAbs())
                .isLessThan(1e-15);
        assertThat(ChannelProperties.isUnital(Kraus.unitary(Operators.fourier(5))))
                .isTrue();
    }
}

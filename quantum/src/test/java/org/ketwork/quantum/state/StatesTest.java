package org.ketwork.quantum.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.RandomStates;
import org.ketwork.quantum.operator.Pauli;

class StatesTest {
    private final RandomStates random = new RandomStates(1);

    @Test
    void aKetMustBeNormalised() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ket.of(1, 1)).withMessageContaining("got 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ket.of(Double.NaN, 0))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> Ket.normalised(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Ket.basis(2, 2)).withMessageContaining("[0, 2)");
        assertThat(Ket.normalised(3e-200, 4e-200).probabilities())
                .containsExactly(new double[] {0.36, 0.64}, within(1e-15));
        assertThat(Ket.normalised(3e-310, 4e-310).re(1)).isCloseTo(0.8, within(1e-13));
        assertThatIllegalArgumentException().isThrownBy(() -> Ket.normalised(new double[] {1, 0}, new double[] {0}));
        assertThat(Ket.normalised(3e200, 4e200).re(1)).isCloseTo(0.8, within(1e-15));
    }

    @Test
    void aDensityMatrixMustBeHermitianPositiveAndOfTraceOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DensityMatrix.of(Matrix.diagonal(0.5, 0.6)))
                .withMessageContaining("trace 1, got 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DensityMatrix.of(Matrix.diagonal(1.5, -0.5)))
                .withMessageContaining("negative eigenvalues, got -0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DensityMatrix.of(Matrix.of(new double[] {0.5, 0.2}, new double[] {0.1, 0.5})))
                .withMessageContaining("Hermitian");
        assertThatIllegalArgumentException().isThrownBy(() -> DensityMatrix.diagonal(0.7, 0.7));
        assertThatIllegalArgumentException().isThrownBy(() -> DensityMatrix.bloch(1, 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> States.werner(1.2))
                .withMessageContaining("got 1.2");
    }

    @Test
    void theFirstQubitIsTheMostSignificantBit() {
        Ket state = Ket.basis(2, 1).tensor(Ket.basis(2, 0)).tensor(Ket.basis(2, 0));

        assertThat(state.re(4)).isEqualTo(1);
        assertThat(state.density().reduce(Subsystems.qubits(3), 0).probabilities())
                .containsExactly(0, 1);
        assertThat(state.density().reduce(Subsystems.qubits(3), 1, 2).probabilities())
                .containsExactly(1, 0, 0, 0);
    }

    @Test
    void partsOfAProductAreItsFactors() {
        DensityMatrix a = random.density(2);
        DensityMatrix b = random.density(3);
        DensityMatrix c = random.density(2);
        DensityMatrix whole = a.tensor(b).tensor(c);
        Subsystems parts = Subsystems.of(2, 3, 2);

        assertThat(difference(whole.reduce(parts, 0), a)).isLessThan(1e-15);
        assertThat(difference(whole.reduce(parts, 1), b)).isLessThan(1e-15);
        assertThat(difference(whole.reduce(parts, 2, 0), a.tensor(c))).isLessThan(1e-15);
        assertThat(difference(DensityMatrix.of(whole.matrix()), whole)).isLessThan(1e-15);
        assertThat(whole.eigenvalues())
                .containsExactly(DensityMatrix.of(whole.matrix()).eigenvalues(), within(1e-15));
        ComplexMatrix transposed = parts.partialTranspose(whole.matrix(), 1);
        ComplexMatrix expected = a.matrix().kronecker(b.matrix().transpose()).kronecker(c.matrix());
        assertThat(transposed.minus(expected).maxAbs()).isLessThan(1e-16);
    }

    @Test
    void embeddedOperatorsReadTheReducedState() {
        DensityMatrix whole = random.density(12);
        Subsystems parts = Subsystems.of(2, 3, 2);
        ComplexMatrix observable = random.hermitian(4);

        assertThat(whole.expectation(parts.embed(observable, 0, 2)))
                .isCloseTo(whole.reduce(parts, 0, 2).expectation(observable), within(1e-14));
        assertThatIllegalArgumentException().isThrownBy(() -> parts.embed(observable, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> whole.reduce(Subsystems.of(2, 3), 0));
    }

    @Test
    void transposingTwoPartsOfThreeIsTransposingTheThirdAndAll() {
        ComplexMatrix operator = random.hermitian(12);
        Subsystems parts = Subsystems.of(3, 2, 2);

        assertThat(parts.partialTranspose(operator, 0, 2)
                        .minus(parts.partialTranspose(operator, 1).transpose())
                        .maxAbs())
                .isZero();
    }

    @Test
    void blochVectorsComeBack() {
        DensityMatrix state = DensityMatrix.bloch(0.1, -0.5, 0.3);

        assertThat(state.blochVector()).containsExactly(new double[] {0.1, -0.5, 0.3}, within(1e-16));
        assertThat(state.expectation(Pauli.Y.matrix())).isCloseTo(-0.5, within(1e-16));
        assertThat(States.qubit(Math.PI / 2, Math.PI / 2).density().blochVector())
                .containsExactly(new double[] {0, 1, 0}, within(1e-15));
    }

    @Test
    void namedStatesAreWhatTheirNamesSay() {
        DensityMatrix ghz = States.ghz(3).density();
        DensityMatrix w = States.w(3).density();

        assertThat(ghz.reduce(Subsystems.qubits(3), 1, 2).probabilities())
                .containsExactly(new double[] {0.5, 0, 0, 0.5}, within(1e-15));
        assertThat(w.reduce(Subsystems.qubits(3), 0).probabilities())
                .containsExactly(new double[] {2.0 / 3, 1.0 / 3}, within(1e-15));
        assertThat(HermitianEigen.values(States.werner(-1.0 / 3).matrix())[0]).isCloseTo(0, within(1e-15));
        for (States.Bell one : States.Bell.values()) {
            for (States.Bell other : States.Bell.values()) {
                assertThat(one.ket().overlap(other.ket())).isCloseTo(one == other ? 1 : 0, within(1e-15));
            }
        }
    }

    @Test
    void evolutionOfAKetAndOfItsDensityMatrixAgree() {
        Ket ket = random.ket(2);
        ComplexMatrix y = Pauli.Y.matrix();

        assertThat(difference(ket.apply(y).density(), ket.density().evolve(y))).isLessThan(1e-15);
        Amplitude product = ket.innerProduct(ket.apply(y));
        assertThat(product.re()).isCloseTo(ket.density().expectation(y), within(1e-15));
        assertThat(product.im()).isCloseTo(0, within(1e-15));
        assertThatIllegalArgumentException().isThrownBy(() -> ket.apply(y.scale(2)));
    }

    @Test
    void anEnsembleAveragesItsStates() {
        StateEnsemble ensemble =
                StateEnsemble.ofKets(new double[] {0.25, 0.75}, List.of(Ket.basis(2, 0), Ket.basis(2, 1)));

        assertThat(ensemble.average().probabilities()).containsExactly(0.25, 0.75);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateEnsemble.ofKets(new double[] {0.5}, List.of(Ket.basis(2, 0))))
                .withMessageContaining("sum to 1, got 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateEnsemble.uniform(List.of(Ket.basis(2, 0), Ket.basis(3, 0))));
    }

    private static double difference(DensityMatrix a, DensityMatrix b) {
        return a.matrix().minus(b.matrix()).maxAbs();
    }
}

package org.ketwork.quantum.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.RandomStates;
import org.ketwork.quantum.state.Amplitude;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;

class PauliTest {
    @Test
    void theMatrixOfAStringIsTheTensorProductOfItsLetters() {
        for (int index = 0; index < 64; index++) {
            PauliString string = PauliString.numbered(3, index);
            ComplexMatrix product = string.at(0)
                    .matrix()
                    .kronecker(string.at(1).matrix())
                    .kronecker(string.at(2).matrix());
            assertThat(string.matrix().minus(product).maxAbs()).as("%s", string).isZero();
            assertThat(PauliString.of(string.toString())).isEqualTo(string);
        }
    }

    @Test
    void productsOfStringsAreProductsOfMatrices() {
        for (int i = 0; i < 16; i++) {
            for (int j = 0; j < 16; j++) {
                PauliString a = PauliString.numbered(2, i);
                PauliString b = PauliString.numbered(2, j);
                PauliSum product = PauliSum.of(1, a).times(PauliSum.of(1, b));
                assertThat(product.matrix().minus(a.matrix().times(b.matrix())).maxAbs())
                        .isZero();
                ComplexMatrix commutator = Operators.commutator(a.matrix(), b.matrix());
                assertThat(PauliSum.of(1, a)
                                .commutator(PauliSum.of(1, b))
                                .matrix()
                                .minus(commutator)
                                .maxAbs())
                        .isZero();
                assertThat(a.commutesWith(b)).isEqualTo(commutator.maxAbs() == 0);
            }
        }
    }

    @Test
    void sumsAreReadFromText() {
        PauliSum sum = PauliSum.parse("0.5 XX - 1.25ZI + YY - .5*XX + 2e-1 IZ");

        assertThat(sum.coefficient(PauliString.of("ZI"))).isEqualTo(new Amplitude(-1.25, 0));
        assertThat(sum.coefficient(PauliString.of("YY")).re()).isEqualTo(1);
        assertThat(sum.coefficient(PauliString.of("IZ")).re()).isEqualTo(0.2);
        assertThat(sum.coefficient(PauliString.of("XX")).re()).isZero();
        assertThat(sum.size()).isEqualTo(3);
        assertThat(sum).hasToString("0.2 IZ + 1.0 YY + -1.25 ZI");
        assertThat(PauliSum.parse("-Z").coefficient(PauliString.of("Z")).re()).isEqualTo(-1);
        for (String bad : new String[] {"", "0.5", "XQ", "XX + Z", "XX YY", "XX +", "1.2.3 X"}) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .as("\"%s\"", bad)
                    .isThrownBy(() -> PauliSum.parse(bad));
        }
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> PauliString.of("XA"))
                .withMessageContaining("'A'");
        for (String wrongLength : new String[] {"", "X".repeat(63)}) {
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> PauliString.of(wrongLength));
        }
    }

    @Test
    void whatDoesNotFitIsRefusedAndNotWrappedAround() {
        assertThat(PauliString.numbered(20, 1L << 38)).hasToString("X" + "I".repeat(19));
        assertThatIllegalArgumentException().isThrownBy(() -> PauliString.numbered(2, 16));
        assertThatIllegalArgumentException().isThrownBy(() -> PauliString.numbered(2, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> PauliString.numbered(32, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PauliSum.of(1, PauliString.identity(40)).matrix())
                .withMessageContaining("40 qubits");
    }

    @Test
    void expectationsAgreeWithMatrices() {
        RandomStates random = new RandomStates(6);
        PauliSum sum = PauliSum.parse("0.3 XYZ - 0.7 ZZI + 1.1 IXX + 0.2 YIY");
        Ket ket = random.ket(8);
        DensityMatrix state = random.density(8);

        assertThat(sum.expectation(ket).re()).isCloseTo(ket.density().expectation(sum.matrix()), within(1e-14));
        assertThat(sum.expectation(ket).im()).isCloseTo(0, within(1e-15));
        assertThat(sum.expectation(state).re()).isCloseTo(state.expectation(sum.matrix()), within(1e-14));
        PauliSum product = sum.times(PauliSum.parse("XII + 0.5 XXX"));
        ComplexMatrix matrix = product.matrix().times(state.matrix());
        assertThat(product.expectation(state).re()).isCloseTo(matrix.traceRe(), within(1e-14));
        assertThat(product.expectation(state).im()).isCloseTo(matrix.traceIm(), within(1e-14));
        assertThat(product.adjoint().matrix().minus(product.matrix().adjoint()).maxAbs())
                .isZero();
        assertThat(product.isHermitian()).isFalse();
    }

    @Test
    void fourierAndHadamardAreUnitaryAndAgreeInDimensionTwo() {
        assertThat(Operators.isIsometry(Operators.fourier(7), 1e-14)).isTrue();
        assertThat(Operators.isIsometry(Operators.hadamard(3), 1e-14)).isTrue();
        assertThat(Operators.fourier(2).minus(Operators.hadamard(1)).maxAbs()).isLessThan(1e-15);
        assertThat(Operators.anticommutator(Pauli.X.matrix(), Pauli.Z.matrix()).maxAbs())
                .isZero();
        assertThat(Operators.spin(0, 1, 0)).isEqualTo(Pauli.Y.matrix());
    }
}

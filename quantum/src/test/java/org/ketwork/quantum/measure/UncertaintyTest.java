package org.ketwork.quantum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.RandomStates;
import org.ketwork.quantum.measurement.MutuallyUnbiasedBases;
import org.ketwork.quantum.operator.Operators;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;

/** Uncertainty relations, reached and never violated. */
class UncertaintyTest {
    private static final double LN2 = Math.log(2);
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void uncertaintyBoundsAreReachedByTheStateZero() {
        DensityMatrix zero = Ket.basis(2, 0).density();
        ComplexMatrix x = Pauli.X.matrix();
        ComplexMatrix y = Pauli.Y.matrix();
        List<ComplexMatrix> bases = MutuallyUnbiasedBases.complete(2);
        ComplexMatrix large = x.plus(ComplexMatrix.identity(2).scale(1e6));

        assertThat(Uncertainty.deviation(large, zero)).isCloseTo(1, EXACT);
        assertThat(Uncertainty.deviation(x, zero) * Uncertainty.deviation(y, zero))
                .isCloseTo(1, EXACT);
        assertThat(Uncertainty.robertsonBound(x, y, zero)).isCloseTo(1, EXACT);
        assertThat(Uncertainty.maassenUffinkBound(bases.get(0), bases.get(1))).isCloseTo(LN2, EXACT);
        assertThat(Uncertainty.entropy(bases.get(0), zero) + Uncertainty.entropy(bases.get(1), zero))
                .isCloseTo(LN2, EXACT);
        double threePaulis = 0;
        for (ComplexMatrix basis : bases) {
            threePaulis += Uncertainty.entropy(basis, zero);
        }
        assertThat(threePaulis).isCloseTo(2 * LN2, EXACT);
        for (int d : new int[] {2, 3, 5, 8}) {
            assertThat(Uncertainty.maassenUffinkBound(ComplexMatrix.identity(d), Operators.fourier(d)))
                    .isCloseTo(Math.log(d), EXACT);
        }
    }

    @Test
    void noStateViolatesRobertsonMaassenUffinkOrTheBoundOfThreePaulis() {
        RandomStates random = new RandomStates(8);
        List<ComplexMatrix> bases = MutuallyUnbiasedBases.complete(2);
        for (int trial = 0; trial < 300; trial++) {
            DensityMatrix qubit = random.density(2, 1 + trial % 2);
            double sum = 0;
            for (ComplexMatrix basis : bases) {
                sum += Uncertainty.entropy(basis, qubit);
            }
            assertThat(sum).isGreaterThanOrEqualTo(2 * LN2 - 1e-12);
            DensityMatrix state = random.density(4);
            ComplexMatrix a = random.hermitian(4);
            ComplexMatrix b = random.hermitian(4);
            assertThat(Uncertainty.deviation(a, state) * Uncertainty.deviation(b, state))
                    .isGreaterThanOrEqualTo(Uncertainty.robertsonBound(a, b, state) - 1e-12);
            assertThat(Uncertainty.entropy(ComplexMatrix.identity(4), state)
                            + Uncertainty.entropy(Operators.hadamard(2), state))
                    .isGreaterThanOrEqualTo(Math.log(4) - 1e-12);
        }
    }

    @Test
    void supportsInTwoFourierBasesObeyDonohoAndStark() {
        ComplexMatrix neuron = ComplexMatrix.identity(12);
        ComplexMatrix fourier = Operators.fourier(12);
        RandomStates random = new RandomStates(10);
        for (int period : new int[] {1, 2, 3, 4, 6, 12}) {
            double[] fence = new double[12];
            for (int i = 0; i < 12; i += period) {
                fence[i] = 1;
            }
            Ket ket = Ket.normalised(fence);
            assertThat(Uncertainty.support(neuron, ket, 1e-12)).isEqualTo(12 / period);
            assertThat(Uncertainty.support(fourier, ket, 1e-12)).isEqualTo(period);
            assertThat(Uncertainty.entropy(neuron, ket) + Uncertainty.entropy(fourier, ket))
                    .isCloseTo(Math.log(12), EXACT);
        }
        Ket generic = random.ket(12);
        assertThat(Uncertainty.support(fourier, generic, 1e-12)).isEqualTo(12);
        assertThat(Uncertainty.entropy(fourier, generic))
                .isCloseTo(Uncertainty.entropy(fourier, generic.density()), EXACT);
    }

    @Test
    void sharpnessOverAllUnbiasedBasesAddsUpToOnePlusPurity() {
        RandomStates random = new RandomStates(9);
        for (int d : new int[] {2, 3, 5, 7}) {
            List<ComplexMatrix> bases = MutuallyUnbiasedBases.complete(d);
            assertThat(bases).hasSize(d + 1);
            for (int i = 0; i < bases.size(); i++) {
                assertThat(Operators.isIsometry(bases.get(i), 1e-12)).isTrue();
                for (int j = 0; j < i; j++) {
                    assertThat(Uncertainty.maassenUffinkBound(bases.get(i), bases.get(j)))
                            .isCloseTo(Math.log(d), EXACT);
                }
            }
            DensityMatrix state = random.density(d);
            assertThat(Uncertainty.indexOfCoincidence(bases, state)).isCloseTo(1 + state.purity(), EXACT);
        }
    }
}

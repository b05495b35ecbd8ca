package org.ketwork.quantum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.quantum.RandomStates;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;
import org.ketwork.quantum.state.States;

/** Entropies and coherence at reference values. The literature gives them in bits; the library works in nats. */
class EntropyTest {
    private static final double LN2 = Math.log(2);
    private static final Offset<Double> EXACT = within(1e-12);

    /** Binary entropy in bits, written out. */
    private static double h(double x) {
        return -(x * Math.log(x) + (1 - x) * Math.log(1 - x)) / LN2;
    }

    @Test
    void entropiesOfThreeQuartersAndAQuarter() {
        DensityMatrix state = DensityMatrix.diagonal(0.75, 0.25);

        assertThat(Entropy.vonNeumann(state) / LN2).isCloseTo(0.811278124459, EXACT);
        assertThat(Entropy.renyi(state, 0.5) / LN2).isCloseTo(0.899968626953, EXACT);
        assertThat(Entropy.renyi(state, 2) / LN2).isCloseTo(0.678071905113, EXACT);
        assertThat(Entropy.min(state) / LN2).isCloseTo(0.415037499279, EXACT);
        assertThat(Entropy.renyi(state, 0)).isCloseTo(LN2, EXACT);
        assertThat(Entropy.renyi(state, 1)).isEqualTo(Entropy.vonNeumann(state));
        assertThat(Entropy.renyi(state, 1e5)).isCloseTo(Entropy.min(state), within(1e-5));
        assertThat(state.purity()).isCloseTo(5.0 / 8, EXACT);
    }

    @Test
    void renyiEntropiesAreSmoothInTheirOrderAtOne() {
        double[] p = {0.75, 0.25};
        double mean = Entropy.shannon(p);
        double variance = 0.75 * Math.pow(Math.log(0.75) + mean, 2) + 0.25 * Math.pow(Math.log(0.25) + mean, 2);
        for (double distance : new double[] {1e-3, 1e-6, 1e-9, 1e-12}) {
            // S_α = H − (α − 1) Var(log p)/2 + O((α − 1)²).
            for (double order : new double[] {1 - distance, 1 + distance}) {
                assertThat(Entropy.renyi(p, order))
                        .isCloseTo(mean - (order - 1) * variance / 2, within(1e-15 + distance * distance));
            }
        }
        // The two formulas meet where one takes over from the other.
        for (double order : new double[] {0.99, 1.01}) {
            assertThat(Entropy.renyi(p, Math.nextUp(order))).isCloseTo(Entropy.renyi(p, Math.nextDown(order)), EXACT);
        }
    }

    @Test
    void emptyDirectionsDoNotCountForLowOrders() {
        RandomStates random = new RandomStates(18);
        for (int d : new int[] {2, 5, 9, 16}) {
            DensityMatrix pure = DensityMatrix.of(random.ket(d).density().matrix());
            double q = 0.3;
            ComplexMatrix turn = HermitianEigen.of(random.hermitian(d)).vectors();
            double[] two = new double[d];
            two[0] = q;
            two[1] = 1 - q;
            DensityMatrix rankTwo = DensityMatrix.diagonal(two).evolve(turn);
            for (double order : new double[] {0, 0.1, 0.5, 0.9, 2}) {
                assertThat(Entropy.renyi(pure, order)).isCloseTo(0, EXACT);
                assertThat(Entropy.renyi(rankTwo, order))
                        .isCloseTo(Entropy.renyi(new double[] {q, 1 - q}, order), EXACT);
            }
        }
    }

    @Test
    void whatIsNoProbabilityHasNoEntropy() {
        for (double wrong : new double[] {Double.NaN, -0.1}) {
            double[] p = {0.5, wrong};
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Entropy.shannon(p))
                    .withMessageContaining("got " + wrong);
            assertThatIllegalArgumentException().isThrownBy(() -> Entropy.renyi(p, 2));
            assertThatIllegalArgumentException().isThrownBy(() -> Entropy.relative(p, new double[] {0.5, 0.5}));
            assertThatIllegalArgumentException().isThrownBy(() -> Entropy.relative(new double[] {1, 0}, p));
        }
        assertThat(Entropy.shannon(1, -1e-17)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Entropy.renyi(new double[] {1}, -0.5));
    }

    @Test
    void entropyAndPurityOfAQubitDependOnTheLengthOfItsBlochVectorOnly() {
        DensityMatrix state = DensityMatrix.bloch(0.3, -0.4, 0.5);
        double r = Math.sqrt(0.5);

        assertThat(state.purity()).isCloseTo((1 + r * r) / 2, EXACT);
        assertThat(Entropy.vonNeumann(state)).isCloseTo(LN2 * h((1 + r) / 2), EXACT);
        assertThat(DensityMatrix.of(state.matrix()).eigenvalues()).containsExactly(state.eigenvalues(), EXACT);
    }

    @Test
    void relativeEntropyIsInfiniteOutsideTheSupport() {
        DensityMatrix mixed = DensityMatrix.diagonal(0.75, 0.25);
        DensityMatrix zero = Ket.basis(2, 0).density();

        assertThat(Entropy.relative(mixed, zero)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Entropy.relative(zero, mixed)).isCloseTo(-Math.log(0.75), EXACT);
        assertThat(Entropy.relative(mixed, mixed)).isCloseTo(0, EXACT);
        assertThat(Entropy.relative(mixed, DensityMatrix.maximallyMixed(2)))
                .isCloseTo(LN2 - Entropy.vonNeumann(mixed), EXACT);
        assertThat(Entropy.relative(new double[] {0.5, 0.5}, new double[] {1, 0}))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void coherenceOfKnownStates() {
        DensityMatrix tilted =
                Ket.of(Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)).density();
        DensityMatrix noisy = DensityMatrix.bloch(0.6, 0, 0);

        assertThat(Coherence.relativeEntropy(tilted) / LN2).isCloseTo(0.811278124459, EXACT);
        assertThat(Coherence.l1(tilted)).isCloseTo(0.866025403784, EXACT);
        assertThat(Coherence.relativeEntropy(noisy) / LN2).isCloseTo(0.278071905113, EXACT);
        assertThat(Coherence.l1(noisy)).isCloseTo(0.6, EXACT);
        assertThat(Coherence.relativeEntropy(States.uniform(5).density())).isCloseTo(Math.log(5), EXACT);
        assertThat(Coherence.l1(States.uniform(3).density())).isCloseTo(2, EXACT);
    }
}

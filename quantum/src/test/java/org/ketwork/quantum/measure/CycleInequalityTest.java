package org.ketwork.quantum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.quantum.RandomStates;
import org.ketwork.quantum.state.Ket;

class CycleInequalityTest {
    @Test
    void deterministicReadingsReachTheClassicalBoundAndNeverMore() {
        for (int n = 3; n <= 6; n++) {
            double largest = 0;
            for (int values = 0; values < 1 << n; values++) {
                double[] products = new double[n];
                for (int i = 0; i < n; i++) {
                    boolean equal = (values >> i & 1) == (values >> (i + 1) % n & 1);
                    products[i] = equal ? 1 : -1;
                }
                largest = Math.max(largest, CycleInequality.value(products));
            }
            assertThat(largest).isEqualTo(CycleInequality.classicalBound(n));
        }
    }

    @Test
    void theValueIsTheLargestOverAllAdmissibleSigns() {
        RandomStates random = new RandomStates(21);
        for (int trial = 0; trial < 200; trial++) {
            int n = 3 + trial % 4;
            double[] e = new double[n];
            for (int i = 0; i < n; i++) {
                e[i] = 2 * random.uniform() - 1;
            }
            double largest = Double.NEGATIVE_INFINITY;
            for (int signs = 0; signs < 1 << n; signs++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += (signs >> i & 1) == 1 ? -e[i] : e[i];
                }
                largest = Integer.bitCount(signs) % 2 == 1 ? Math.max(largest, sum) : largest;
            }
            assertThat(CycleInequality.value(e)).isCloseTo(largest, within(1e-15));
        }
    }

    @Test
    void theCyclesOfThreeFourAndFiveAreTheKnownInequalities() {
        assertThat(CycleInequality.quantumBound(3)).isCloseTo(1.5 * 2 - 2, within(1e-15));
        assertThat(CycleInequality.quantumBound(4)).isCloseTo(Chsh.QUANTUM_BOUND, within(1e-15));
        Ket[] questions = Kcbs.questions();
        double sum = Kcbs.value(Ket.basis(3, 0).density(), questions);
        // Questions that exclude each other have ⟨AB⟩ = 1 − 2p − 2p' with A = 1 − 2·(answer yes).
        double e = 1 - 4 * sum / 5;
        assertThat(CycleInequality.value(e, e, e, e, e)).isCloseTo(CycleInequality.quantumBound(5), within(1e-14));
        assertThat((5 + CycleInequality.quantumBound(5)) / 4).isCloseTo(Kcbs.QUANTUM_BOUND, within(1e-14));
        assertThat((5 + CycleInequality.classicalBound(5)) / 4).isEqualTo(Kcbs.CLASSICAL_BOUND);
        double turn = Math.cos(Math.PI / 3);
        assertThat(CycleInequality.value(turn, turn, -turn)).isCloseTo(LeggettGarg.maximumOfChain(3), within(1e-15));
    }
}

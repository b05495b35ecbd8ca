package org.ketwork.quantum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ketwork.quantum.channel.Channels;
import org.ketwork.quantum.channel.Kraus;
import org.ketwork.quantum.noise.PhaseFlip;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;
import org.ketwork.quantum.state.States;
import org.ketwork.quantum.state.Subsystems;

/** Correlations that no joint distribution has, at reference values. */
class BellTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final Subsystems TWO_QUBITS = Subsystems.qubits(2);

    @Test
    void chshOfWernerStatesCrossesTwoAtOneOverRootTwo() {
        for (double p : new double[] {0.2, 0.5, 0.7, 0.71, 1}) {
            assertThat(Chsh.maximum(States.werner(p))).isCloseTo(2 * Math.sqrt(2) * p, EXACT);
        }
        assertThat(Chsh.maximum(States.werner(0.707))).isLessThan(Chsh.CLASSICAL_BOUND);
        assertThat(Chsh.maximum(States.werner(0.7072))).isGreaterThan(Chsh.CLASSICAL_BOUND);
        assertThat(0.5 + Chsh.QUANTUM_BOUND / 8).isCloseTo(0.853553390593, EXACT);
        assertThat(0.5 + Chsh.CLASSICAL_BOUND / 8).isEqualTo(0.75);
    }

    @Test
    void settingsThatReachTsirelsonsBound() {
        double s = Math.sqrt(0.5);
        DensityMatrix bell = States.Bell.PHI_PLUS.ket().density();

        assertThat(Chsh.value(
                        bell, new double[] {0, 0, 1}, new double[] {1, 0, 0}, new double[] {s, 0, s}, new double[] {
                            -s, 0, s
                        }))
                .isCloseTo(2.828427124746190, EXACT);
    }

    @Test
    void aDephasedBellPairReachesTwiceTheRootOfOnePlusCoherenceSquared() {
        DensityMatrix bell = States.Bell.PHI_PLUS.ket().density();
        for (double coherence : new double[] {0, 0.3, 0.8, 1}) {
            DensityMatrix dephased =
                    Channels.applyToPart(Kraus.of(new PhaseFlip((1 - coherence) / 2)), bell, TWO_QUBITS, 1);
            assertThat(Chsh.maximum(dephased)).isCloseTo(2 * Math.sqrt(1 + coherence * coherence), EXACT);
        }
    }

    @Test
    void thePentagonReachesRootFive() {
        assertThat(Kcbs.value(Ket.basis(3, 0).density(), Kcbs.questions())).isCloseTo(2.236067977499790, EXACT);
        assertThat(Kcbs.neighbourCommutator(Kcbs.questions())).isLessThan(1e-15);
    }

    @Test
    void leggettGargOfAQubit() {
        assertThat(LeggettGarg.precession(Math.PI / 3, 1)).isCloseTo(1.5, EXACT);
        assertThat(LeggettGarg.maximum(0.9)).isCloseTo(1.31, EXACT);
        assertThat(LeggettGarg.maximum(1 / Math.sqrt(2))).isCloseTo(1, EXACT);
        assertThat(LeggettGarg.maximumOfChain(3)).isCloseTo(1.5, EXACT);
        assertThat(LeggettGarg.maximumOfChain(4)).isCloseTo(2.828427124746, EXACT);
        assertThat(LeggettGarg.maximumOfChain(5)).isCloseTo(4.045084971875, EXACT);
        for (double v : new double[] {0, 0.3, 0.5, 0.8, 1}) {
            double best = Double.NEGATIVE_INFINITY;
            for (int i = 0; i <= 20000; i++) {
                best = Math.max(best, LeggettGarg.precession(Math.PI * i / 20000, v));
            }
            assertThat(LeggettGarg.maximum(v)).isCloseTo(best, within(1e-7)).isGreaterThanOrEqualTo(best - 1e-15);
        }
    }
}

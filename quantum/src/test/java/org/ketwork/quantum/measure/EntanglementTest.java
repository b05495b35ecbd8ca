package org.ketwork.quantum.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ketwork.quantum.RandomStates;
import org.ketwork.quantum.channel.Channel;
import org.ketwork.quantum.channel.Channels;
import org.ketwork.quantum.channel.Kraus;
import org.ketwork.quantum.noise.AmplitudeDamping;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;
import org.ketwork.quantum.state.States;
import org.ketwork.quantum.state.Subsystems;

/** Entanglement and mutual information at reference values. */
class EntanglementTest {
    private static final double LN2 = Math.log(2);
    private static final Offset<Double> EXACT = within(1e-12);
    private static final Subsystems TWO_QUBITS = Subsystems.qubits(2);

    /** Binary entropy in bits, written out. */
    private static double h(double x) {
        return -(x * Math.log(x) + (1 - x) * Math.log(1 - x)) / LN2;
    }

    @Test
    void entanglementOfMaximallyEntangledAndWernerStates() {
        for (int d = 2; d <= 4; d++) {
            DensityMatrix state = States.maximallyEntangled(d).density();
            Subsystems pair = Subsystems.of(d, d);
            assertThat(Entanglement.negativity(state, pair, 0)).isCloseTo((d - 1) / 2.0, EXACT);
            assertThat(Entanglement.logNegativity(state, pair, 1)).isCloseTo(Math.log(d), EXACT);
            assertThat(Entanglement.entropy(States.maximallyEntangled(d), pair, 0))
                    .isCloseTo(Math.log(d), EXACT);
        }
        for (double p : new double[] {-0.2, 0, 0.3, 1.0 / 3, 0.34, 0.5, 0.8, 1}) {
            DensityMatrix werner = States.werner(p);
            assertThat(Entanglement.negativity(werner, TWO_QUBITS, 0)).isCloseTo(Math.max(0, (3 * p - 1) / 4), EXACT);
            assertThat(Entanglement.concurrence(werner)).isCloseTo(Math.max(0, (3 * p - 1) / 2), EXACT);
        }
        assertThat(Entanglement.logNegativity(States.werner(0.8), TWO_QUBITS, 1) / LN2)
                .isCloseTo(0.765534746363, EXACT);
        assertThat(Entanglement.ofFormation(States.werner(0.8)))
                .isCloseTo(LN2 * h((1 + Math.sqrt(1 - 0.49)) / 2), EXACT);
    }

    @Test
    void concurrenceOfPureStatesIsTheSameByBothFormulas() {
        RandomStates random = new RandomStates(5);
        for (int trial = 0; trial < 50; trial++) {
            Ket ket = random.ket(4);
            double c = Entanglement.concurrence(ket);
            assertThat(Entanglement.concurrence(ket.density())).isCloseTo(c, within(1e-11));
            assertThat(Entanglement.negativity(ket.density(), TWO_QUBITS, 0)).isCloseTo(c / 2, within(1e-11));
            assertThat(Entanglement.ofFormation(ket.density()))
                    .isCloseTo(Entanglement.entropy(ket, TWO_QUBITS, 1), within(1e-10));
        }
    }

    @Test
    void entanglementDiesSuddenlyUnderAmplitudeDamping() {
        double a = Math.sqrt(1.0 / 3);
        double b = Math.sqrt(2.0 / 3);
        DensityMatrix start = Ket.of(a, 0, 0, b).density();
        for (double gamma : new double[] {0, 0.3, 0.6, 0.7, 0.72, 1}) {
            Channel damping = Kraus.of(new AmplitudeDamping(gamma));
            DensityMatrix once = Channels.applyToPart(damping, start, TWO_QUBITS, 0);
            DensityMatrix twice = Channels.applyToPart(damping, once, TWO_QUBITS, 1);
            assertThat(twice.matrix()
                            .minus(Channels.tensor(damping, damping).map(start.matrix()))
                            .maxAbs())
                    .isLessThan(1e-15);
            assertThat(Entanglement.concurrence(twice))
                    .isCloseTo(2 * (1 - gamma) * b * Math.max(0, a - gamma * b), EXACT);
            if (gamma == 0.3) {
                assertThat(Entanglement.concurrence(twice)).isCloseTo(0.379966329107, EXACT);
            }
        }
        assertThat(a / b).isCloseTo(1 / Math.sqrt(2), EXACT);
    }

    @Test
    void mutualInformationOfKnownStates() {
        DensityMatrix classical = DensityMatrix.diagonal(0.5, 0, 0, 0.5);

        assertThat(Information.mutual(States.Bell.PHI_PLUS.ket().density(), TWO_QUBITS, 0))
                .isCloseTo(2 * LN2, EXACT);
        assertThat(Information.mutual(classical, TWO_QUBITS, 0)).isCloseTo(LN2, EXACT);
        assertThat(Information.mutual(States.werner(0.5), TWO_QUBITS, 0) / LN2).isCloseTo(0.451205059305, EXACT);
    }
}

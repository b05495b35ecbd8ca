package org.ketwork.wavefunction.tomography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.quantum.operator.PauliString;
import org.ketwork.quantum.operator.PauliSum;
import org.ketwork.quantum.state.Ket;

class BornProbabilitiesTest {
    /** (Φ₀² + Φ₁²)/2 ± Φ₀ Φ₁ cos δ for Φ = (0.6, 0.3), δ = 0.7 rad, in numbers that were worked out apart. */
    @Test
    void oneSpinAlongX() {
        double[] re = {0.6, 0.3 * Math.cos(0.7)};
        double[] im = {0, 0.3 * Math.sin(0.7)};
        double[] p = BornProbabilities.of(re, im, MeasurementBasis.of("X"));
        assertThat(p[0]).isCloseTo(0.362672, within(5e-7));
        assertThat(p[1]).isCloseTo(0.087328, within(5e-7));
    }

    @Test
    void oneSpinAlongYTellsTheHandOfItsPhase() {
        double r = Math.sqrt(0.5);
        assertThat(BornProbabilities.of(new double[] {r, 0}, new double[] {0, r}, MeasurementBasis.of("Y")))
                .containsExactly(new double[] {1, 0}, within(1e-15));
    }

    /** Each product of eigenvalues over the rotated letters is the expectation of the Pauli string: another route. */
    @Test
    void parityOfOutcomesIsThePauliExpectation() {
        Ket ket = Ket.normalised(
                new double[] {0.3, -0.2, 0.7, 0.1, 0.05, -0.6, 0.2, 0.4},
                new double[] {0.1, 0.5, -0.3, 0.2, 0.0, 0.1, -0.7, 0.3});
        double[] re = new double[8];
        double[] im = new double[8];
        for (int i = 0; i < 8; i++) {
            re[i] = ket.re(i);
            im[i] = ket.im(i);
        }
        for (String letters : new String[] {"ZZZ", "XZZ", "XYZ", "YYX", "ZXY", "YZY"}) {
            double[] p = BornProbabilities.of(re, im, MeasurementBasis.of(letters));
            double parity = 0;
            double sum = 0;
            for (int s = 0; s < 8; s++) {
                parity += Integer.bitCount(s) % 2 == 0 ? p[s] : -p[s];
                sum += p[s];
            }
            assertThat(sum).as(letters).isCloseTo(1, within(1e-14));
            assertThat(parity)
                    .as(letters)
                    .isCloseTo(
                            PauliSum.of(1, PauliString.of(letters))
                                    .expectation(ket)
                                    .re(),
                            within(1e-14));
        }
    }
}

package org.ketwork.bridge.resonance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.optimum.Peak;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Estimate;

class WellTest {
    @Test
    void signalToNoisePeaksAtHalfTheBarrier() {
        Peak peak = Peak.of(d -> TwoStateResonance.signalToNoise(d, 0.1), 1e-2, 10);
        assertThat(peak.interior()).isTrue();
        assertThat(peak.position()).isCloseTo(TwoStateResonance.BARRIER / 2, within(1e-6));
    }

    @Test
    void amplificationPeaksWhereTheReferenceSays() {
        Peak peak = Peak.of(d -> TwoStateResonance.amplification(d, 0.1), 1e-2, 10);
        assertThat(peak.position()).isCloseTo(0.147931, within(6e-7));
        assertThat(peak.value()).isCloseTo(18.65673, within(6e-6));
    }

    /** In the parabola x^2/2 the response is 1 / (1 + i Omega), whatever the noise, and the ratio is pi A^2 / (2 D). */
    @Test
    void exactResponseOfTheParabola() {
        QuarticWell parabola = new QuarticWell(0, 1);
        for (double noise : new double[] {0.05, 0.5, 3}) {
            QuarticWell.Susceptibility chi = parabola.susceptibility(noise, 0.7);
            assertThat(chi.re()).isCloseTo(1 / 1.49, within(1e-7));
            assertThat(chi.im()).isCloseTo(0.7 / 1.49, within(1e-7));
            assertThat(parabola.signalToNoise(noise, 0.7, 0.2))
                    .isCloseTo(Math.PI * 0.04 / (2 * noise), Percentage.withPercentage(1e-4));
        }
    }

    /** The two-state formula is the limit of weak noise; its relative error is of the order D / Delta V. */
    @Test
    void twoStateFormulaIsTheLimitOfWeakNoise() {
        double previous = 1;
        for (double noise : new double[] {0.05, 0.025, 0.0125}) {
            double frequency = 2 * TwoStateResonance.hoppingRate(noise);
            double error = Math.abs(TwoStateResonance.amplification(noise, frequency)
                            / QuarticWell.bistable().amplification(noise, frequency)
                    - 1);
            assertThat(error).isLessThan(0.6 * previous);
            previous = error;
        }
        assertThat(previous).isLessThan(0.1);
    }

    @Test
    void exactDoubleWellHasABestNoiseToo() {
        Peak peak = Peak.of(d -> QuarticWell.bistable().amplification(d, 0.1), 2e-2, 5);
        assertThat(peak.interior()).isTrue();
        assertThat(peak.position()).isBetween(0.1, 0.25);
        Peak ratio = Peak.of(d -> QuarticWell.bistable().signalToNoise(d, 0.01, 0.1), 4e-2, 2);
        assertThat(ratio.interior()).isTrue();
    }

    @Test
    void wellWithoutABarrierHasNoBestNoise() {
        assertThat(Peak.of(d -> QuarticWell.monostable().amplification(d, 0.1), 2e-2, 5)
                        .interior())
                .isFalse();
        assertThat(Peak.of(d -> QuarticWell.monostable().signalToNoise(d, 0.1, 0.1), 2e-2, 5)
                        .interior())
                .isFalse();
    }

    /** 4.9 standard errors (false alarm 1e-6) plus the bias of the time step, of the order of the step 0.03. */
    @Test
    void simulatedResponseScattersAboutTheExactOne() {
        for (QuarticWell well : List.of(new QuarticWell(0, 1), QuarticWell.bistable())) {
            double[] runs = new double[40];
            for (int i = 0; i < runs.length; i++) {
                runs[i] = well.simulatedAmplification(
                                new double[] {0, 0.2},
                                0.5,
                                0.1,
                                40,
                                400,
                                RandomAddress.root(7).at("well").at(i))[1];
            }
            Estimate estimate = Estimate.of(runs);
            double exact = well.amplification(0.2, 0.5);
            assertThat(estimate.mean()).isCloseTo(exact, within(4.9 * estimate.standardError() + 0.03 * exact));
        }
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> new QuarticWell(0, -1)).hasMessageContaining("confine");
        assertThatThrownBy(() -> TwoStateResonance.hoppingRate(0)).hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> QuarticWell.bistable().susceptibility(1, 0)).hasMessageContaining("got 1.0 and 0.0");
    }
}

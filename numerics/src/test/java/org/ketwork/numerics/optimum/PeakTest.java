package org.ketwork.numerics.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PeakTest {
    @Test
    void findsTheTopOfAHillOnALogarithmicScale() {
        Peak peak = Peak.of(x -> 2 * x / (x * x + 9), 1e-4, 1e4);
        assertThat(peak.interior()).isTrue();
        assertThat(peak.position()).isCloseTo(3, within(1e-6));
        assertThat(peak.value()).isCloseTo(1.0 / 3, within(1e-14));
    }

    @Test
    void saysThatAMonotoneFunctionHasNoSummitInside() {
        assertThat(Peak.of(x -> 1 / (1 + x), 0.1, 10)).isEqualTo(new Peak(0.1, 1 / 1.1, false));
        Peak rising = Peak.of(x -> x, 0.1, 10);
        assertThat(rising.interior()).isFalse();
        assertThat(rising.position()).isEqualTo(10);
    }

    @Test
    void findsTheBottomOfAValley() {
        Peak valley = Peak.lowest(x -> (1 - x) * (1 - x) + x * x / 4, 0.01, 10);
        assertThat(valley.position()).isCloseTo(0.8, within(1e-6));
        assertThat(valley.value()).isCloseTo(0.2, within(1e-14));
    }

    @Test
    void refusesAnIntervalThatReachesZero() {
        assertThatThrownBy(() -> Peak.of(x -> x, 0, 1)).hasMessageContaining("got 0.0 and 1.0");
        assertThatThrownBy(() -> Peak.of(x -> Double.NaN, 1, 2)).hasMessageContaining("finite");
    }
}

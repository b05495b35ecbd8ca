package org.ketwork.lab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void labelsTellTicksApartAndTakePowersOfTenOnlyForWhatIsVeryLargeOrSmall() {
        assertThat(linear(0, 1)).containsExactly("0", "0.25", "0.5", "0.75", "1");
        assertThat(linear(-18.061785, -18.06174)).containsExactly("−18.06178", "−18.06176", "−18.06174");
        assertThat(linear(0, 4e-5)).containsExactly("0", "10⁻⁵", "2·10⁻⁵", "3·10⁻⁵", "4·10⁻⁵");
        assertThat(linear(0, 2e5)).containsExactly("0", "50000", "10⁵", "1.5·10⁵", "2·10⁵");
    }

    @Test
    void logarithmicAxesHaveDecades() {
        assertThat(labels(Ticks.logarithmic(1e-9, 1, 4))).containsExactly("10⁻⁹", "10⁻⁶", "10⁻³", "10⁰");
        assertThat(labels(Ticks.logarithmic(1, 20, 4))).containsExactly("1", "2", "5", "10", "20");
    }

    private static List<String> linear(double low, double high) {
        return labels(Ticks.linear(low, high, 4));
    }

    private static List<String> labels(Ticks ticks) {
        return ticks.all().stream().map(Ticks.Tick::label).toList();
    }
}

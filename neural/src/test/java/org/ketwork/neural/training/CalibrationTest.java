package org.ketwork.neural.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void expectedErrorWeighsTheBinsByTheirShare() {
        Calibration calibration = new Calibration();
        // Bin (14/15, 1]: confidences 1 and 0.95, one hit; bin (0.4, 0.4667]: confidence 0.45, one hit.
        calibration.add(1, true);
        calibration.add(0.95, false);
        calibration.add(0.45, true);
        assertThat(calibration.expectedError()).isCloseTo((0.95 + 0.55) / 3, within(1e-15));
        assertThat(calibration.accuracy()).isCloseTo(2.0 / 3, within(1e-15));
    }

    @Test
    void isZeroWhenConfidenceIsAccuracy() {
        Calibration calibration = new Calibration();
        for (int i = 0; i < 100; i++) {
            calibration.add(0.75, i % 4 != 0);
        }
        assertThat(calibration.expectedError()).isCloseTo(0, within(1e-13));
    }

    @Test
    void confidencesAreProbabilities() {
        assertThatThrownBy(() -> new Calibration().add(1.2, true)).hasMessageContaining("must be in [0, 1], got 1.2");
        assertThatThrownBy(() -> new Calibration().add(Double.NaN, true)).hasMessageContaining("got NaN");
    }
}

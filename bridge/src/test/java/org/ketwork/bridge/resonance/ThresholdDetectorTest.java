package org.ketwork.bridge.resonance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketwork.numerics.optimum.Peak;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Estimate;

class ThresholdDetectorTest {
    private static final double BIT = Math.log(2);

    @ParameterizedTest
    @CsvSource({"0.5, 0.670922, 0.0940709504, 1e-10", "0.8, 0.655897, 0.210890982451, 1e-12"})
    void bestNoiseOfASignalBelowTheThreshold(double amplitude, double noise, double bits, double tolerance) {
        Peak peak = new ThresholdDetector(amplitude, 1).bestNoise(0.05, 20);
        assertThat(peak.interior()).isTrue();
        assertThat(peak.position()).isCloseTo(noise, within(1e-6));
        assertThat(peak.value() / BIT).isCloseTo(bits, within(tolerance));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 1.4e-7, 5e-9", "0.2, 0.00311, 5e-6", "5, 0.0045, 5e-5"})
    void tooLittleAndTooMuchNoiseHideTheSignal(double sigma, double bits, double tolerance) {
        assertThat(new ThresholdDetector(0.5, 1).mutualInformation(sigma) / BIT).isCloseTo(bits, within(tolerance));
    }

    @Test
    void noiseOnlyHurtsASignalAboveTheThreshold() {
        ThresholdDetector detector = new ThresholdDetector(1.5, 1);
        assertThat(detector.bestNoise(0.02, 20).interior()).isFalse();
        assertThat(detector.mutualInformation(0.02)).isCloseTo(BIT, within(1e-12));
        double previous = BIT + 1e-12;
        for (double sigma = 0.02; sigma < 20; sigma *= 1.2) {
            double information = detector.mutualInformation(sigma);
            assertThat(information).isLessThanOrEqualTo(previous + 1e-14);
            previous = information;
        }
    }

    /** Independent route: relative entropy of the joint distribution to the product of its margins. */
    @Test
    void mutualInformationIsTheRelativeEntropyOfTheJointToItsMargins() {
        double sigma = 0.7;
        double plus = 1 - normal((1 - 0.6) / sigma);
        double minus = 1 - normal((1 + 0.6) / sigma);
        double fires = (plus + minus) / 2;
        double expected = 0;
        for (double p : new double[] {plus, minus}) {
            expected += 0.5 * p * Math.log(p / fires) + 0.5 * (1 - p) * Math.log((1 - p) / (1 - fires));
        }
        assertThat(new ThresholdDetector(0.6, 1).mutualInformation(sigma)).isCloseTo(expected, within(1e-9));
    }

    /** 4.9 standard errors: false alarm 1e-6 at each of three noises. */
    @Test
    void sampledInformationScattersAboutTheExactOne() {
        ThresholdDetector detector = new ThresholdDetector(0.8, 1);
        double[] sigmas = {0.3, 0.65, 2};
        List<Estimate> estimates = detector.sampledInformation(
                sigmas, 20_000, RandomAddress.root(5).at("threshold"));
        for (int i = 0; i < sigmas.length; i++) {
            assertThat(Math.abs(estimates.get(i).z(detector.mutualInformation(sigmas[i]))))
                    .isLessThan(4.9);
        }
        assertThat(detector.mutualInformation(0)).isZero();
        assertThat(new ThresholdDetector(1.2, 1).mutualInformation(0)).isEqualTo(BIT);
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> new ThresholdDetector(0, 1)).hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> new ThresholdDetector(1, 1).mutualInformation(-1))
                .hasMessageContaining("got -1.0");
    }

    /** The normal distribution function by Simpson's rule from -10. */
    private static double normal(double z) {
        int panels = 20000;
        double h = (z + 10) / panels;
        double sum = 0;
        for (int i = 0; i <= panels; i++) {
            double x = -10 + i * h;
            int factor = i == 0 || i == panels ? 1 : i % 2 == 1 ? 4 : 2;
            sum += factor * Math.exp(-x * x / 2);
        }
        return sum * h / 3 / Math.sqrt(2 * Math.PI);
    }
}

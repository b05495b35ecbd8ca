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

class SuprathresholdArrayTest {
    private static final double BIT = Math.log(2);

    @ParameterizedTest
    @CsvSource({
        "2, 0.08788, 1.057707514",
        "7, 0.29890, 1.502285781",
        "15, 0.38767, 1.884881876",
        "63, 0.50333, 2.740066024"
    })
    void everyUnitsOwnNoiseTellsMoreThanOneBit(int units, double noise, double bits) {
        Peak peak = new SuprathresholdArray(units).bestNoise(0.01, 10);
        assertThat(peak.interior()).isTrue();
        assertThat(peak.position()).isCloseTo(noise, within(6e-6));
        assertThat(peak.value() / BIT).isCloseTo(bits, within(6e-10));
    }

    @Test
    void noiseOnlyHurtsASingleUnit() {
        SuprathresholdArray single = new SuprathresholdArray(1);
        assertThat(single.bestNoise(0.001, 10).interior()).isFalse();
        assertThat(single.mutualInformation(1e-6) / BIT).isCloseTo(1, within(1e-5));
    }

    /** With one unit and unit noise Phi(x) is uniform, so I = ln 2 - E h(U) = ln 2 - 1/2 in nats. */
    @Test
    void singleUnitAtUnitNoiseInClosedForm() {
        assertThat(new SuprathresholdArray(1).mutualInformation(1)).isCloseTo(BIT - 0.5, within(1e-13));
    }

    /** With unit noise the count is uniform over 0..N: H(n) = ln(N + 1). The conditional entropy by the midpoint rule in u. */
    @Test
    void countIsUniformAtUnitNoise() {
        int units = 5;
        int cells = 200_000;
        double conditional = 0;
        long[] binomial = {1, 5, 10, 10, 5, 1};
        for (int c = 0; c < cells; c++) {
            double u = (c + 0.5) / cells;
            for (int n = 0; n <= units; n++) {
                double p = binomial[n] * Math.pow(u, n) * Math.pow(1 - u, units - n);
                conditional += BinaryEntropy.term(p) / cells;
            }
        }
        assertThat(new SuprathresholdArray(units).mutualInformation(1))
                .isCloseTo(Math.log(units + 1) - conditional, within(1e-8));
    }

    @Test
    void moreUnitsNeverTellLess() {
        for (double sigma : new double[] {0.05, 0.3, 1, 4}) {
            double previous = 0;
            for (int units = 1; units < 12; units++) {
                double information = new SuprathresholdArray(units).mutualInformation(sigma);
                assertThat(information).isGreaterThan(previous);
                previous = information;
            }
        }
    }

    /** 4.9 standard errors: false alarm 1e-6 at each of four noises. */
    @Test
    void sampledInformationScattersAboutTheExactOne() {
        SuprathresholdArray array = new SuprathresholdArray(7);
        double[] sigmas = {0.02, 0.3, 1, 5};
        List<Estimate> estimates =
                array.sampledInformation(sigmas, 20_000, RandomAddress.root(5).at("array"));
        for (int i = 0; i < sigmas.length; i++) {
            assertThat(Math.abs(estimates.get(i).z(array.mutualInformation(sigmas[i]))))
                    .isLessThan(4.9);
        }
        assertThat(array.mutualInformation(1e-9)).isCloseTo(array.mutualInformation(0), within(1e-7));
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> new SuprathresholdArray(0)).hasMessageContaining("got 0");
    }
}

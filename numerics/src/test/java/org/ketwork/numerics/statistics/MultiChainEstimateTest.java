package org.ketwork.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** The seed is fixed; comparisons with chance have a false-alarm rate of 1e-6 for a fresh one. */
class MultiChainEstimateTest {
    private static final long SEED = 3;

    /** Stationary chains x_t = φ x_{t−1} + noise of variance 1 and mean 0. */
    private static double[][] chains(int count, int length, double phi, RandomAddress address) {
        double[][] chains = new double[count][length];
        for (int c = 0; c < count; c++) {
            RandomStream stream = address.at(c).stream();
            double x = stream.nextNormal();
            for (int t = 0; t < length; t++) {
                chains[c][t] = x;
                x = phi * x + Math.sqrt(1 - phi * phi) * stream.nextNormal();
            }
        }
        return chains;
    }

    @ParameterizedTest
    @CsvSource({
        "1008, 1, 0",
        "1008, 1, 0.9",
        "500, 2, 0.8",
        "300, 3, 0.95",
        "250, 4, 0.9",
        "64, 16, 0.9",
        "16, 500, 0.8",
        "1, 6000, 0.5",
        "64, 16, -0.5"
    })
    void theIntervalCoversTheTruthAsOftenAsItSays(int count, int length, double phi) {
        int covered = 0;
        int repeats = 300;
        for (int i = 0; i < repeats; i++) {
            double[][] chains = chains(
                    count,
                    length,
                    phi,
                    RandomAddress.root(SEED).at(count, length, i).at("coverage"));
            covered += MultiChainEstimate.of(chains).interval(0.95).contains(0) ? 1 : 0;
        }
        double p = new Proportion(covered, repeats)
                .test(0.95, Alternative.TWO_SIDED)
                .p();
        assertThat(p).as("%d of %d, seed %d", covered, repeats, SEED).isGreaterThan(1e-6);
    }

    @Test
    void theAutocorrelationTimeIsThatOfTheProcess() {
        double phi = 0.8;
        MultiChainEstimate estimate = MultiChainEstimate.of(chains(50, 4000, phi, RandomAddress.root(SEED)));
        double tau = (1 + phi) / (1 - phi);
        assertThat(estimate.autocorrelationTime().orElseThrow()).isCloseTo(tau, within(0.08 * tau));
        assertThat(estimate.rHat().orElseThrow()).isBetween(1.0, 1.003);
    }

    @Test
    void chainsOfOneValueGiveThePlainStandardErrorAndNoTime() {
        double[][] chains = {{1}, {2}, {4}, {9}};
        MultiChainEstimate estimate = MultiChainEstimate.of(chains);
        Estimate plain = Estimate.of(1, 2, 4, 9);
        assertThat(estimate.mean()).isEqualTo(plain.mean());
        assertThat(estimate.standardError()).isCloseTo(plain.standardError(), within(1e-15));
        assertThat(estimate.autocorrelationTime()).isEmpty();
        assertThat(estimate.rHat()).isEmpty();
        assertThat(estimate.interval(0.9).low()).isCloseTo(plain.interval(0.9).low(), within(1e-12));
    }

    @Test
    void oneLongChainGivesGeyersEstimate() {
        double[] chain = chains(1, 5000, 0.7, RandomAddress.root(SEED).at("one"))[0];
        MultiChainEstimate many = MultiChainEstimate.of(new double[][] {chain});
        ChainEstimate one = ChainEstimate.of(chain);
        assertThat(many.autocorrelationTime().orElseThrow()).isCloseTo(one.autocorrelationTime(), within(1e-12));
        // Only the loss of one effective value of 900 tells them apart.
        assertThat(many.standardError()).isCloseTo(one.standardError(), within(1e-3 * one.standardError()));
    }

    @Test
    void frozenChainsAreWorthOneValueEach() {
        double[][] frozen = new double[40][25];
        for (int c = 0; c < 40; c++) {
            Arrays.fill(frozen[c], c % 2);
        }
        MultiChainEstimate estimate = MultiChainEstimate.of(frozen);
        assertThat(estimate.autocorrelationTime().orElseThrow()).isCloseTo(25, within(1.0));
        assertThat(estimate.standardError()).isCloseTo(0.5 / Math.sqrt(39), within(0.003));
        assertThat(estimate.rHat().orElseThrow()).isInfinite();
    }

    @Test
    void chainsThatHaveNotMetAreTold() {
        double[][] chains = chains(8, 200, 0.5, RandomAddress.root(SEED).at("apart"));
        for (int t = 0; t < 200; t++) {
            chains[0][t] += 3;
        }
        assertThat(MultiChainEstimate.of(chains).rHat().orElseThrow()).isGreaterThan(1.1);
    }

    @Test
    void splitRHatOfASmallTableByHand() {
        // Halves (1, 2), (4, 3), (2, 2), (5, 3): means 1.5, 3.5, 2, 4 of variance 17/12, variances 0.5, 0.5, 0, 2 of
        // mean 0.75.
        MultiChainEstimate estimate = MultiChainEstimate.of(new double[][] {{1, 2, 4, 3}, {2, 2, 5, 3}});
        assertThat(estimate.rHat().orElseThrow()).isCloseTo(Math.sqrt(0.5 + 17.0 / 12 / 0.75), within(1e-14));
    }

    @Test
    void constantChainsHaveNoErrorAndAgree() {
        MultiChainEstimate estimate = MultiChainEstimate.of(new double[][] {{2, 2, 2, 2}, {2, 2, 2, 2}});
        assertThat(estimate.standardError()).isZero();
        assertThat(estimate.rHat()).hasValue(1);
        assertThat(estimate.autocorrelationTime()).hasValue(1);
    }

    @Test
    void aSingleValueHasAnInfiniteError() {
        assertThat(MultiChainEstimate.of(new double[][] {{5}}).standardError()).isInfinite();
    }

    @Test
    void chainsOfDifferentLengthsAreRefused() {
        assertThatThrownBy(() -> MultiChainEstimate.of(new double[][] {{1, 2}, {1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 2 and 1");
    }
}

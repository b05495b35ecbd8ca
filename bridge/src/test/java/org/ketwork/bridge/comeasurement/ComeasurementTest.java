package org.ketwork.bridge.comeasurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.SymmetricEigen;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Estimate;

class ComeasurementTest {
    private static int value(int slot, int sample) {
        return RandomAddress.root(3).at(sample).uniform(slot) < 0.3 + 0.1 * slot ? 1 : -1;
    }

    @Test
    void valuesThatDoNotDependOnTheContextNeverViolateACycle() {
        PairReadings frozen = PairReadings.of(
                (i, j, sample) -> new int[] {value(i, sample), value(j, sample)}, 6, PairReadings.allPairs(6), 40);

        assertThat(frozen.signalling()).isZero();
        assertThat(frozen.largestOfFour()).isLessThanOrEqualTo(2 + 1e-12);
        assertThat(frozen.largestOfFive()).isLessThanOrEqualTo(3 + 1e-12);
    }

    @Test
    void valuesThatDependOnTheContextCanReachTheAlgebraicMaximumAndMaySignal() {
        // Slot 3 lies only when it is read with slot 0: then three products are +1 and one is −1.
        PairReadings liar = PairReadings.of(
                (i, j, sample) -> new int[] {1, i == 0 && j == 3 ? -1 : 1}, 4, PairReadings.allPairs(4), 5);

        assertThat(liar.cycle(0, 1, 2, 3)).isEqualTo(4);
        assertThat(liar.largestOfFour()).isEqualTo(4);
        assertThat(liar.signalling()).isEqualTo(2);
        assertThat(liar.correlation(3, 0)).isEqualTo(-1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairReadings.of((i, j, s) -> new int[] {0, 1}, 2, PairReadings.allPairs(2), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairReadings.of((i, j, s) -> new int[] {1, 1}, 3, new int[][] {{0, 1}}, 1)
                        .correlation(1, 2));
    }

    @Test
    void varianceOfTheMaskedProductIsThatOfAllMasksAndAllSamples() {
        Matrix covariance = Matrix.of(new double[] {1, 0.5}, new double[] {0.5, 2});
        MaskedCovariance masked = new MaskedCovariance(covariance, 0.6);
        MaskTable masks = MaskTable.bernoulli(2, 0.6);
        // E[(m_i m_j x_i x_j / E m_i m_j)²] by summation over masks, with the Gaussian fourth moments written out.
        double offDiagonal = masks.expectation(m -> Math.pow(m[0] * m[1] / 0.36, 2)) * (1 * 2 + 2 * 0.25) - 0.25;
        double diagonal = masks.expectation(m -> Math.pow(m[1] / 0.6, 2)) * 3 * 4 - 4;

        assertThat(masked.variance(0, 1, 1)).isCloseTo(offDiagonal, within(1e-14));
        assertThat(masked.variance(1, 1, 1)).isCloseTo(diagonal, within(1e-14));
        assertThat(masked.variance(0, 1, 10)).isCloseTo(offDiagonal / 10, within(1e-15));
    }

    @Test
    void theEstimateIsUnbiasedAndVariesAsStated() {
        Matrix covariance = Matrix.of(new double[] {1, 0.5}, new double[] {0.5, 2});
        MaskedCovariance masked = new MaskedCovariance(covariance, 0.6);
        RandomAddress address = RandomAddress.root(23);
        double[] entries = new double[20_000];
        double[] squares = new double[entries.length];
        for (int r = 0; r < entries.length; r++) {
            Matrix rows = Matrix.zeros(10, 2);
            for (int i = 0; i < 10; i++) {
                RandomAddress here = address.at(r, i);
                double a = here.normal(0);
                double b = 0.5 * a + Math.sqrt(1.75) * here.normal(1);
                rows.set(i, 0, here.bernoulli(2, 0.6) ? a : 0);
                rows.set(i, 1, here.bernoulli(3, 0.6) ? b : 0);
            }
            entries[r] = masked.estimate(rows).get(0, 1);
            squares[r] = Math.pow(entries[r] - 0.5, 2);
        }
        // Seed 23; |z| > 4.9 has probability 1e-6 each.
        assertThat(Math.abs(Estimate.of(entries).z(0.5))).isLessThan(4.9);
        assertThat(Math.abs(Estimate.of(squares).z(masked.variance(0, 1, 10)))).isLessThan(4.9);
    }

    @Test
    void anUnobservedCorrelationIsKnownUpToTheBoundaryOfPositiveMatrices() {
        MaskedCovariance.Range moderate = MaskedCovariance.unobservedCorrelation(0.6, 0.6);
        MaskedCovariance.Range strong = MaskedCovariance.unobservedCorrelation(0.9, 0.9);

        assertThat(moderate.low()).isCloseTo(-0.28, within(1e-15));
        assertThat(moderate.high()).isCloseTo(1, within(1e-15));
        assertThat(strong.low()).isCloseTo(0.62, within(1e-15));
        assertThat(strong.high()).isCloseTo(1, within(1e-15));
        for (double[] seen : new double[][] {{0.6, 0.6}, {0.3, -0.8}}) {
            MaskedCovariance.Range range = MaskedCovariance.unobservedCorrelation(seen[0], seen[1]);
            for (double end : new double[] {range.low(), range.high()}) {
                Matrix r = Matrix.of(new double[] {1, end, seen[0]}, new double[] {end, 1, seen[1]}, new double[] {
                    seen[0], seen[1], 1
                });
                assertThat(SymmetricEigen.values(r)[0]).isCloseTo(0, within(1e-15));
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> MaskedCovariance.unobservedCorrelation(1.1, 0));
    }
}

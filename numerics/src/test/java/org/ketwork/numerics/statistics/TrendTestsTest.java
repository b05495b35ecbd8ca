package org.ketwork.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The trend tests against the moments of their statistics over all arrangements. */
class TrendTestsTest {
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void pagesStatisticHasTheMomentsOfAllRankings() {
        // One block of four conditions: mean and variance of L over all 24 orders.
        int[][] orders = permutations(4);
        double sum = 0;
        double squares = 0;
        for (int[] order : orders) {
            double l = page(order).statistic();
            sum += l;
            squares += l * l;
        }
        double mean = sum / orders.length;
        double deviation = Math.sqrt(squares / orders.length - mean * mean);
        for (int[] order : orders) {
            TestResult result = page(order);
            assertThat(result.p()).isCloseTo(Normal.upperTail((result.statistic() - mean) / deviation), EXACT);
        }
        TestResult perfect = TrendTests.page(new double[][] {{1, 2, 3}, {0, 5, 9}});
        assertThat(perfect.effect()).isEqualTo(1);
        assertThat(perfect.statistic()).isEqualTo(28);
    }

    private static TestResult page(int[] order) {
        return TrendTests.page(
                new double[][] {Arrays.stream(order).asDoubleStream().toArray()});
    }

    private static int[][] permutations(int n) {
        if (n == 0) {
            return new int[][] {{}};
        }
        return Arrays.stream(permutations(n - 1))
                .flatMap(shorter -> IntStream.range(0, n).mapToObj(at -> {
                    int[] longer = new int[n];
                    for (int i = 0, j = 0; i < n; i++) {
                        longer[i] = i == at ? n - 1 : shorter[j++];
                    }
                    return longer;
                }))
                .toArray(int[][]::new);
    }

    @Test
    void jonckheeresStatisticHasTheMomentsOfAllArrangements() {
        // Six values with ties in groups of 1, 2 and 3: mean and variance of J over all arrangements.
        double[] values = {1, 1, 2, 3, 3, 3};
        double sum = 0;
        double squares = 0;
        int[][] orders = permutations(6);
        for (int[] order : orders) {
            double j = jonckheere(values, order).statistic();
            sum += j;
            squares += j * j;
        }
        double mean = sum / orders.length;
        double deviation = Math.sqrt(squares / orders.length - mean * mean);
        TestResult result = jonckheere(values, new int[] {0, 2, 1, 4, 3, 5});
        assertThat(mean).isCloseTo(5.5, within(1e-10));
        assertThat(result.p()).isCloseTo(Normal.upperTail((result.statistic() - mean) / deviation), within(1e-10));
    }

    private static TestResult jonckheere(double[] values, int[] order) {
        double[] placed = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        return TrendTests.jonckheere(
                new double[][] {{placed[0]}, {placed[1], placed[2]}, {placed[3], placed[4], placed[5]}});
    }
}

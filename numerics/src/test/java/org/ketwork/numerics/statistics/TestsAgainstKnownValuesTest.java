package org.ketwork.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every test against a value found another way: enumeration of all outcomes, a closed form, or a published example. */
class TestsAgainstKnownValuesTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private static double[] v(double... values) {
        return values;
    }

    @Test
    void studentsTIsTheClosedFormWithTwoDegreesOfFreedom() {
        // Differences 1, 2, 3: t = 2 / (1 / sqrt 3); with 2 degrees of freedom P(T > t) = 1/2 - t / (2 sqrt(2 + t^2)).
        double t = 2 * Math.sqrt(3);
        double tail = 0.5 - t / (2 * Math.sqrt(2 + t * t));
        TestResult greater = PairedTests.t(v(2, 4, 6), v(1, 2, 3), Alternative.GREATER);
        assertThat(greater.statistic()).isCloseTo(t, EXACT);
        assertThat(greater.p()).isCloseTo(tail, EXACT);
        assertThat(PairedTests.t(v(2, 4, 6), v(1, 2, 3), Alternative.TWO_SIDED).p())
                .isCloseTo(2 * tail, EXACT);
        assertThat(PairedTests.t(v(2, 4, 6), v(1, 2, 3), Alternative.LESS).p()).isCloseTo(1 - tail, EXACT);
        // Quantile of T with 2 degrees of freedom: (2 u - 1) / sqrt(2 u (1 - u)).
        double half = (2 * 0.975 - 1) / Math.sqrt(2 * 0.975 * 0.025) / Math.sqrt(3);
        assertThat(greater.interval().orElseThrow().low()).isCloseTo(2 - half, within(1e-11));
        assertThat(greater.interval().orElseThrow().high()).isCloseTo(2 + half, within(1e-11));
    }

    @Test
    void pairsThatDoNotDifferGiveP1AndPairsThatDifferWithoutSpreadGiveP0() {
        for (Alternative alternative : Alternative.values()) {
            assertThat(PairedTests.t(v(1, 2), v(1, 2), alternative).p()).isEqualTo(1);
            assertThat(PairedTests.wilcoxon(v(1, 2), v(1, 2), alternative).p()).isEqualTo(1);
            assertThat(PairedTests.sign(v(1, 2), v(1, 2), alternative).p()).isEqualTo(1);
        }
        assertThat(PairedTests.t(v(2, 3), v(1, 2), Alternative.GREATER).p()).isZero();
        assertThat(PairedTests.t(v(2, 4, 7), 3, Alternative.LESS))
                .isEqualTo(PairedTests.t(v(2, 4, 7), v(3, 3, 3), Alternative.LESS));
        assertThat(PairedTests.t(v(2, 3), v(1, 2), Alternative.LESS).p()).isEqualTo(1);
    }

    @Test
    void wilcoxonIsTheEnumerationOfAllSigns() {
        double[] differences = {1.5, -0.3, 2.2, 0.7, 3.1, -1.1, 2.6};
        double[] zero = new double[7];
        int[] rank = {4, 1, 5, 2, 7, 3, 6};
        int observed = 4 + 5 + 2 + 7 + 6;
        int atLeast = 0;
        for (int signs = 0; signs < 128; signs++) {
            int sum = 0;
            for (int i = 0; i < 7; i++) {
                sum += (signs >> i & 1) * rank[i];
            }
            atLeast += sum >= observed ? 1 : 0;
        }
        TestResult result = PairedTests.wilcoxon(differences, zero, Alternative.GREATER);
        assertThat(result.statistic()).isEqualTo(observed);
        assertThat(result.p()).isCloseTo(atLeast / 128.0, EXACT);
        assertThat(result.effect()).isCloseTo((24.0 - 4) / 28, EXACT);
    }

    @Test
    void wilcoxonAtTiesIsTheNormalLawWithBothCorrections() {
        // |d| = 1, 1, 1, 2, 3: ranks 2, 2, 2, 4, 5. Without the third one, W+ = 13 of mean 7.5.
        TestResult result = PairedTests.wilcoxon(v(1, 1, -1, 2, 3), new double[5], Alternative.GREATER);
        double variance = 5 * 6 * 11 / 24.0 - (27 - 3) / 48.0;
        assertThat(result.statistic()).isEqualTo(13);
        assertThat(result.p()).isCloseTo(Normal.upperTail((13 - 7.5 - 0.5) / Math.sqrt(variance)), EXACT);
    }

    @Test
    void mannWhitneyAtTiesIsTheNormalLawWithBothCorrections() {
        // Of the 12 pairs 8 are greater and 3 equal; the seven values are 0, 0, 1, 1, 2, 2, 2.
        TestResult result = TwoSampleTests.mannWhitney(v(1, 2, 2), v(2, 0, 1, 0), Alternative.GREATER);
        double variance = 12 / 12.0 * (8 - (6 + 6 + 24) / (7 * 6.0));
        assertThat(result.statistic()).isEqualTo(9.5);
        assertThat(result.p()).isCloseTo(Normal.upperTail((9.5 - 6 - 0.5) / Math.sqrt(variance)), EXACT);
    }

    @Test
    void testsOfTooFewValuesSaySo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoodnessOfFit.kolmogorovSmirnov(v(0.5), x -> x))
                .withMessage("the Kolmogorov-Smirnov test needs at least 2 values, got 1");
        assertThatIllegalArgumentException().isThrownBy(() -> PairedTests.t(v(1), v(2), Alternative.LESS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedTests.wilcoxon(v(1, Double.NaN), v(1, 2), Alternative.LESS))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holm.adjust(0.5, 1.5))
                .withMessageContaining("got 1.5");
    }

    @Test
    void theSignTestIsABinomialTail() {
        double[] a = {1, 2, 3, 4, 5, 6, 7, 0};
        double[] b = {0, 0, 0, 0, 0, 0, 8, 0};
        // 6 of 7 positive, the tie left out: (7 + 1) / 2^7.
        TestResult result = PairedTests.sign(a, b, Alternative.GREATER);
        assertThat(result.p()).isCloseTo(8 / 128.0, EXACT);
        assertThat(result.effect()).isCloseTo(6 / 7.0, EXACT);
    }

    @Test
    void mannWhitneyIsTheEnumerationOfAllOrders() {
        double[] a = {1, 4, 6};
        double[] b = {2, 3, 0, 5};
        int observed = 0;
        for (double x : a) {
            for (double y : b) {
                observed += x > y ? 1 : 0;
            }
        }
        int atLeast = 0;
        int orders = 0;
        for (int set = 0; set < 128; set++) {
            if (Integer.bitCount(set) == 3) {
                int u = 0;
                for (int i = 0; i < 7; i++) {
                    for (int j = 0; j < i; j++) {
                        u += (set >> i & 1) == 1 && (set >> j & 1) == 0 ? 1 : 0;
                    }
                }
                orders++;
                atLeast += u >= observed ? 1 : 0;
            }
        }
        TestResult result = TwoSampleTests.mannWhitney(a, b, Alternative.GREATER);
        assertThat(orders).isEqualTo(35);
        assertThat(result.statistic()).isEqualTo(observed);
        assertThat(result.p()).isCloseTo((double) atLeast / orders, EXACT);
        assertThat(result.effect()).isCloseTo(2.0 * observed / 12 - 1, EXACT);
        assertThat(TwoSampleTests.mannWhitney(v(1, 1), v(1, 1), Alternative.TWO_SIDED)
                        .p())
                .isEqualTo(1);
    }

    @Test
    void welchOnEqualSpreadsIsStudentsT() {
        // Variances 1 and 1, sizes 3 and 3: 4 degrees of freedom, t = 3 / sqrt(2/3);
        // P(T > t) = 1/2 - s/2 (1 + (1 - s^2) / 2) with s = t / sqrt(4 + t^2).
        double t = 3 / Math.sqrt(2.0 / 3);
        double s = t / Math.sqrt(4 + t * t);
        TestResult result = TwoSampleTests.welch(v(4, 5, 6), v(1, 2, 3), Alternative.GREATER);
        assertThat(result.statistic()).isCloseTo(t, EXACT);
        assertThat(result.p()).isCloseTo(0.5 - s / 2 * (1 + (1 - s * s) / 2), EXACT);
    }

    @Test
    void kolmogorovSmirnovIsExactForSmallSamples() {
        // n = 2: P(D >= d) = 2 (1 - d)^2 for d > 1/2 (Birnbaum and Tingey 1951).
        TestResult one = GoodnessOfFit.kolmogorovSmirnov(v(0.1, 0.15), x -> x);
        assertThat(one.statistic()).isCloseTo(0.85, EXACT);
        assertThat(one.p()).isCloseTo(2 * 0.15 * 0.15, EXACT);
        // Two samples of 3, all of one below all of the other: 2 of the 20 orders.
        TestResult two = TwoSampleTests.kolmogorovSmirnov(v(1, 2, 3), v(4, 5, 6));
        assertThat(two.statistic()).isEqualTo(1);
        assertThat(two.p()).isCloseTo(0.1, EXACT);
    }

    @Test
    void chiSquareAndGAreTheClosedFormsWithTwoDegreesOfFreedom() {
        // With 2 degrees of freedom the tail is exp(-x/2).
        long[] counts = {10, 20, 30};
        TestResult chi = GoodnessOfFit.chiSquare(v(1, 1, 1), counts);
        assertThat(chi.statistic()).isCloseTo(10, EXACT);
        assertThat(chi.p()).isCloseTo(Math.exp(-5), EXACT);
        assertThat(chi.effect()).isCloseTo(Math.sqrt(10 / 60.0), EXACT);
        double g = 2 * (10 * Math.log(0.5) + 30 * Math.log(1.5));
        TestResult likelihood = GoodnessOfFit.g(v(1, 1, 1), counts);
        assertThat(likelihood.statistic()).isCloseTo(g, within(1e-11));
        assertThat(likelihood.p()).isCloseTo(Math.exp(-g / 2), EXACT);
    }

    @Test
    void independenceInATableOfTwoRowsAndThreeColumns() {
        long[][] table = {{10, 20, 30}, {30, 20, 10}};
        TestResult chi = GoodnessOfFit.independenceChiSquare(table);
        assertThat(chi.statistic()).isCloseTo(20, EXACT);
        assertThat(chi.p()).isCloseTo(Math.exp(-10), EXACT);
        assertThat(chi.effect()).isCloseTo(Math.sqrt(20 / 120.0), EXACT);
        double g = 4 * (10 * Math.log(0.5) + 30 * Math.log(1.5));
        assertThat(GoodnessOfFit.independenceG(table).statistic()).isCloseTo(g, within(1e-11));
    }

    @Test
    void clopperPearsonHasItsClosedFormsAndItsDefiningTails() {
        assertThat(new Proportion(0, 20).interval(0.95).high()).isCloseTo(1 - Math.pow(0.025, 1 / 20.0), within(1e-14));
        assertThat(new Proportion(0, 20).interval(0.95).low()).isZero();
        assertThat(new Proportion(20, 20).interval(0.95).low()).isCloseTo(Math.pow(0.025, 1 / 20.0), within(1e-14));
        Interval interval = new Proportion(7, 25).interval(0.9);
        assertThat(binomialTail(7, 25, interval.low())).isCloseTo(0.05, within(1e-13));
        assertThat(1 - binomialTail(8, 25, interval.high())).isCloseTo(0.05, within(1e-13));
        Interval rare = new Proportion(1, 1_000_000).interval(0.95);
        assertThat(rare.low() / -Math.expm1(Math.log1p(-0.025) / 1e6)).isCloseTo(1, within(1e-10));
    }

    /** P(X >= k) by summing the terms. */
    private static double binomialTail(int k, int n, double p) {
        double sum = 0;
        for (int i = k; i <= n; i++) {
            double term = 1;
            for (int j = 0; j < i; j++) {
                term *= (n - j) / (j + 1.0) * p;
            }
            sum += term * Math.pow(1 - p, n - i);
        }
        return sum;
    }

    @Test
    void theBinomialTestIsTheSumOfTheTail() {
        assertThat(new Proportion(9, 12).test(0.4, Alternative.GREATER).p())
                .isCloseTo(binomialTail(9, 12, 0.4), within(1e-13));
    }

    @Test
    void equivalenceIsTheWorseOfTwoTTests() {
        double[] sample = {0.1, -0.2, 0.05, 0.3, -0.1};
        TestResult result = Equivalence.mean(sample, -0.5, 0.4);
        double[] low = new double[5];
        double[] high = new double[5];
        Arrays.fill(low, -0.5);
        Arrays.fill(high, 0.4);
        double worse = Math.max(
                PairedTests.t(sample, low, Alternative.GREATER).p(),
                PairedTests.t(sample, high, Alternative.LESS).p());
        assertThat(result.p()).isCloseTo(worse, EXACT);
        Interval interval = result.interval().orElseThrow();
        assertThat(interval.level()).isEqualTo(0.9);
        assertThat(Equivalence.paired(sample, new double[5], 0.01).p()).isGreaterThan(0.4);
        assertThat(Equivalence.mean(v(1, 1, 1), 0, 2).p()).isZero();
        // At the bounds of the 90 % interval the test has p = 0.05.
        assertThat(Equivalence.mean(sample, -100, interval.high()).p()).isCloseTo(0.05, within(1e-11));
    }

    @Test
    void holmsAdjustmentStepsDown() {
        assertThat(Holm.adjust(0.01, 0.04, 0.03, 0.005)).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, EXACT);
        assertThat(Holm.adjust(0.6, 0.7)).containsExactly(1, 1);
        assertThat(Holm.adjust()).isEmpty();
        assertThat(Holm.least(0.01, 0.04, 0.03, 0.005)).isEqualTo(0.02);
        assertThat(Holm.least()).isEqualTo(1);
    }

    @Test
    void effectSizesAreTheirDefinitions() {
        assertThat(EffectSize.cohenPaired(v(2, 4, 6), v(1, 2, 3))).isCloseTo(2, EXACT);
        Random random = new Random(5);
        double[] a = random.doubles(40).map(x -> Math.rint(10 * x)).toArray();
        double[] b = random.doubles(30).map(x -> Math.rint(8 * x)).toArray();
        double delta = 0;
        for (double x : a) {
            for (double y : b) {
                delta += Math.signum(x - y);
            }
        }
        assertThat(EffectSize.cliff(a, b)).isCloseTo(delta / 1200, EXACT);
    }

    @Test
    void anEstimateHasStudentsInterval() {
        Estimate estimate = Estimate.of(1e9 + 1, 1e9 + 2, 1e9 + 3);
        assertThat(estimate.mean()).isEqualTo(1e9 + 2);
        assertThat(estimate.standardError()).isCloseTo(1 / Math.sqrt(3), EXACT);
        double half = 0.95 / Math.sqrt(2 * 0.975 * 0.025) / Math.sqrt(3);
        assertThat(estimate.interval(0.95).width()).isCloseTo(2 * half, within(1e-6));
        assertThat(estimate.z(1e9)).isCloseTo(2 * Math.sqrt(3), EXACT);
    }
}

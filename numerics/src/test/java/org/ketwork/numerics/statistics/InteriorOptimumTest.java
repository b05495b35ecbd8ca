package org.ketwork.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.numerics.statistics.InteriorOptimum.Pairing;

/**
 * Power and false positives of the test, measured. The system with an optimum is least squares on an orthonormal design under
 * dropout: a data set gives w = w* + noise of covariance (V/d) 1, the dropout solution is p w, and its risk is
 * |p w - w*|^2 = (1-p)^2 S - 2 p (1-p) w*.noise + p^2 |noise|^2, least in the mean at p* = S/(S+V). Common random numbers: a data
 * set keeps its noise along the grid p = 0.10, 0.15, ..., 1.00. The systems without an optimum have independent normal noise of
 * deviation 1 at each level. These details reproduce the reference figures, which an independent program measured and rounded to
 * two digits; 19 levels from 0 or from 0.2 do not (power 0.46 or 0.63 instead of 0.55 at V = 0.05 and 40 data sets).
 *
 * <p>Seeds are fixed. Each comparison has a false-alarm rate of 1e-6: the exact binomial interval of the measured share at that
 * level, widened by 0.015 for the rounding and the unknown number of repeats of the reference.
 */
class InteriorOptimumTest {
    private static final RandomAddress ROOT = RandomAddress.root(20261120);
    private static final double ALPHA = 0.05;
    private static final double ALARM = 1e-6;
    private static final double REFERENCE_ERROR = 0.015;
    private static final int DIMENSION = 16;
    private static final int[] SIZES = {10, 20, 40, 80};
    private static final double[] POWER_QUARTER = {0.56, 0.90, 0.997, 1.0};
    private static final double[] POWER_TWENTIETH = {0.12, 0.29, 0.55, 0.85};
    private static final int QUICK = 2000;
    private static final int LONG = 40_000;

    private static double[] grid() {
        double[] levels = new double[19];
        for (int j = 0; j < levels.length; j++) {
            levels[j] = (j + 2) / 20.0;
        }
        return levels;
    }

    private static double[][] dropout(RandomAddress address, double v, int dataSets) {
        RandomStream random = address.stream();
        double[] levels = grid();
        double[][] risks = new double[dataSets][levels.length];
        for (double[] risk : risks) {
            double along = 0;
            double square = 0;
            for (int i = 0; i < DIMENSION; i++) {
                double noise = Math.sqrt(v / DIMENSION) * random.nextNormal();
                along = i == 0 ? noise : along;
                square += noise * noise;
            }
            for (int j = 0; j < levels.length; j++) {
                double p = levels[j];
                risk[j] = (1 - p) * (1 - p) - 2 * p * (1 - p) * along + p * p * square;
            }
        }
        return risks;
    }

    private static double[][] noisy(RandomAddress address, DoubleUnaryOperator truth, int replicates) {
        RandomStream random = address.stream();
        double[] levels = grid();
        double[][] risks = new double[replicates][levels.length];
        for (double[] risk : risks) {
            for (int j = 0; j < levels.length; j++) {
                risk[j] = truth.applyAsDouble(levels[j]) + random.nextNormal();
            }
        }
        return risks;
    }

    private static boolean accepts(double[][] risks) {
        return InteriorOptimum.decide(risks, Pairing.T).p() <= ALPHA;
    }

    @FunctionalInterface
    private interface Experiment {
        double[][] run(RandomAddress address);
    }

    private static Proportion share(String name, int repeats, Experiment experiment, Predicate<double[][]> event) {
        int hits = 0;
        for (int r = 0; r < repeats; r++) {
            hits += event.test(experiment.run(ROOT.at(name).at(r))) ? 1 : 0;
        }
        return new Proportion(hits, repeats);
    }

    private static void assertAgrees(String name, Proportion measured, double reference) {
        Interval interval = measured.interval(1 - ALARM);
        assertThat(reference)
                .as("%s, measured %s", name, measured)
                .isBetween(interval.low() - REFERENCE_ERROR, interval.high() + REFERENCE_ERROR);
    }

    private static void powerIsTheReference(int repeats) {
        for (int i = 0; i < SIZES.length; i++) {
            int size = SIZES[i];
            for (double v : new double[] {0.25, 0.05}) {
                String name = "power at V = " + v + ", N = " + size;
                Proportion power = share(name, repeats, a -> dropout(a, v, size), InteriorOptimumTest::accepts);
                assertAgrees(name, power, v == 0.25 ? POWER_QUARTER[i] : POWER_TWENTIETH[i]);
            }
        }
    }

    private static void falsePositivesAreTheReference(int repeats) {
        Experiment flat = a -> noisy(a, x -> 0, 40);
        Experiment monotone = a -> noisy(a, x -> -0.2 * x, 40);
        assertAgrees("flat truth", share("flat", repeats, flat, InteriorOptimumTest::accepts), 0.012);
        assertAgrees("monotone truth", share("monotone", repeats, monotone, InteriorOptimumTest::accepts), 0.015);
        assertAgrees("argmin on a flat truth", share("flat", repeats, flat, InteriorOptimumTest::naive), 0.89);
        assertAgrees(
                "argmin on a monotone truth", share("monotone", repeats, monotone, InteriorOptimumTest::naive), 0.86);
    }

    private static boolean naive(double[][] risks) {
        int k = InteriorOptimum.argmin(InteriorOptimum.means(risks));
        return k > 0 && k < risks[0].length - 1;
    }

    @Test
    void powerAgreesWithTheReference() {
        powerIsTheReference(QUICK);
    }

    @Test
    void falsePositivesAgreeWithTheReference() {
        falsePositivesAreTheReference(QUICK);
    }

    @Test
    @Tag("slow")
    void powerAgreesWithTheReferenceInManyRepeats() {
        powerIsTheReference(LONG);
    }

    @Test
    @Tag("slow")
    void falsePositivesAgreeWithTheReferenceInManyRepeats() {
        falsePositivesAreTheReference(LONG);
    }

    @Test
    void theHardestNullIsHeldAtAlpha() {
        // A steep fall and then a level plain: every interior level of the plain ties with the last one.
        Experiment plain = a -> noisy(a, x -> x < 0.3 ? 50 : 0, 40);
        for (Pairing pairing : Pairing.values()) {
            Proportion rejected = share(
                    "plain",
                    QUICK,
                    plain,
                    risks -> InteriorOptimum.decide(risks, pairing).p() <= ALPHA);
            assertThat(rejected.test(ALPHA, Alternative.GREATER).p()).isGreaterThan(ALARM);
        }
    }

    @Test
    void aQuadraticTermTakesALogarithmForAnOptimumAndThisTestDoesNot() {
        Experiment logarithm = a -> noisy(a, x -> -Math.log(x), 40);
        Proportion quadratic = share("logarithm", 500, logarithm, InteriorOptimumTest::quadraticTermIsSignificant);
        Proportion here = share("logarithm", 500, logarithm, InteriorOptimumTest::accepts);
        Proportion twoLines = share(
                "logarithm", 500, logarithm, risks -> TwoLines.of(grid(), risks).uShaped(ALPHA));
        assertThat(quadratic.value()).isEqualTo(1);
        assertThat(here.test(ALPHA, Alternative.GREATER).p()).isGreaterThan(ALARM);
        assertThat(twoLines.test(ALPHA, Alternative.GREATER).p()).isGreaterThan(ALARM);
    }

    /** Student's test on the coefficient of the quadratic polynomial that is orthogonal to line and constant on the even grid. */
    private static boolean quadraticTermIsSignificant(double[][] risks) {
        int levels = risks[0].length;
        double centre = (levels - 1) / 2.0;
        double offset = (levels * levels - 1) / 12.0;
        double[] contrasts = new double[risks.length];
        for (int r = 0; r < risks.length; r++) {
            for (int j = 0; j < levels; j++) {
                contrasts[r] += ((j - centre) * (j - centre) - offset) * risks[r][j];
            }
        }
        return PairedTests.t(contrasts, new double[risks.length], Alternative.GREATER)
                        .p()
                <= ALPHA;
    }

    @Test
    void theLocationIsTheVertexOfAParabola() {
        double[] levels = {0.1, 0.4, 0.5, 0.9, 1.0};
        double[] parabola = new double[5];
        for (int j = 0; j < 5; j++) {
            parabola[j] = (levels[j] - 0.62) * (levels[j] - 0.62);
        }
        assertThat(InteriorOptimum.minimum(levels, parabola)).isCloseTo(0.62, within(1e-14));
        assertThat(InteriorOptimum.minimum(levels, new double[] {0, 1, 2, 3, 4}))
                .isEqualTo(0.1);
        assertThat(InteriorOptimum.minimum(levels, new double[] {4, 3, 2, 1, 0}))
                .isEqualTo(1.0);
        assertThat(InteriorOptimum.minimum(levels, new double[5])).isEqualTo(0.1);
    }

    @Test
    void theBootstrapIntervalCoversTheOptimum() {
        // p* = 0.8 at V = 1/4. Percentile intervals of 40 data sets cover in 90 % to 99 %, up to a binomial interval.
        Proportion covered = share(
                "coverage",
                300,
                a -> dropout(a, 0.25, 40),
                risks -> InteriorOptimum.of(grid(), risks, ALPHA, ROOT.at("resample"))
                        .locationInterval()
                        .contains(0.8));
        Interval interval = covered.interval(1 - ALARM);
        assertThat(interval.high()).isGreaterThan(0.90);
        assertThat(interval.low()).isLessThan(0.99);
    }

    @Test
    void everythingIsInTheRecord() {
        InteriorOptimum found = InteriorOptimum.of(grid(), dropout(ROOT, 0.25, 80), ALPHA, ROOT);
        assertThat(found.interior()).isTrue();
        assertThat(found.p())
                .isEqualTo(
                        Math.max(found.againstFirst().p(), found.againstLast().p()));
        assertThat(found.location()).isBetween(0.7, 0.9);
        assertThat(found.locationInterval().contains(found.location())).isTrue();
        assertThat(found.chosenLevel()).isBetween(0.6, 0.95);
        assertThat(found.effect()).isPositive();
        assertThat(found.meanRisk()).hasSize(19);
        assertThat(found.twoLines().uShaped(ALPHA)).isTrue();
        InteriorOptimum again = InteriorOptimum.of(grid(), dropout(ROOT, 0.25, 80), ALPHA, ROOT);
        assertThat(again.locationInterval()).isEqualTo(found.locationInterval());
    }

    @Test
    void aMonotoneCurveWithoutNoiseHasNoInteriorOptimum() {
        double[][] risks = new double[8][];
        for (int r = 0; r < 8; r++) {
            risks[r] = new double[] {5 + r, 4 + r, 3 + r, 2 + r};
        }
        InteriorOptimum none = InteriorOptimum.of(new double[] {1, 2, 3, 4}, risks, ALPHA, ROOT);
        assertThat(none.interior()).isFalse();
        assertThat(none.p()).isEqualTo(1);
        assertThat(none.location()).isEqualTo(4);
    }

    @Test
    void unusableInputIsNamed() {
        double[] levels = {1, 2, 3};
        assertThatThrownBy(() -> InteriorOptimum.of(levels, new double[5][3], ALPHA, ROOT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 6 replicates, got 5");
        assertThatThrownBy(() -> InteriorOptimum.of(new double[] {1, 3, 2}, new double[6][3], ALPHA, ROOT))
                .hasMessageContaining("levels must ascend");
        assertThatThrownBy(() -> InteriorOptimum.of(levels, new double[6][2], ALPHA, ROOT))
                .hasMessageContaining("3 levels, got 2");
        assertThatThrownBy(() -> InteriorOptimum.of(levels, new double[6][3], 1, ROOT))
                .hasMessageContaining("alpha");
    }
}

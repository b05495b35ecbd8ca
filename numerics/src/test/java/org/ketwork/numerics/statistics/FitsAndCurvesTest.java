package org.ketwork.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** Seeds are fixed, so nothing here can fail by chance; unless another rate is stated, the bounds are those of 1e-6 false alarms. */
class FitsAndCurvesTest {
    private static final RandomAddress ROOT = RandomAddress.root(4711);
    private static final double ALARM = 1e-6;

    @Test
    void aLogisticCurveThroughTwoPointsIsExact() {
        // With two x the maximum reproduces both shares: logit(1/4) = -ln 3 and logit(3/4) = ln 3.
        LogisticFit fit = LogisticFit.of(new double[] {2, 6}, new double[] {5, 15}, new double[] {20, 20});
        assertThat(fit.slope()).isCloseTo(Math.log(3) / 2, within(1e-12));
        assertThat(fit.intercept()).isCloseTo(-2 * Math.log(3), within(1e-12));
        assertThat(fit.midpoint()).isCloseTo(4, within(1e-12));
        assertThat(fit.probability(6)).isCloseTo(0.75, within(1e-12));
        // Fisher information 20 * 3/16 at x = 2 and 6.
        assertThat(fit.slopeVariance()).isCloseTo(1 / (20 * 3 / 16.0 * 8), within(1e-12));
        assertThat(fit.logLikelihood()).isCloseTo(40 * (0.25 * Math.log(0.25) + 0.75 * Math.log(0.75)), within(1e-11));
        Interval interval = fit.midpointInterval(0.95);
        double z = 1.959963984540054;
        for (double m : new double[] {interval.low(), interval.high()}) {
            double error = Math.sqrt(fit.interceptVariance() + 2 * m * fit.covariance() + m * m * fit.slopeVariance());
            assertThat(Math.abs(fit.intercept() + fit.slope() * m) / error).isCloseTo(z, within(1e-10));
        }
        assertThat(interval.contains(4)).isTrue();
    }

    @Test
    void theGradientVanishesAtAFitOfManyPoints() {
        RandomStream random = ROOT.at("logistic").stream();
        int n = 500;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 1000 + 3 * random.nextNormal();
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(1001 - x[i])) ? 1 : 0;
        }
        LogisticFit fit = LogisticFit.of(x, y);
        double constant = 0;
        double linear = 0;
        for (int i = 0; i < n; i++) {
            constant += y[i] - fit.probability(x[i]);
            linear += (y[i] - fit.probability(x[i])) * (x[i] - 1000);
        }
        assertThat(constant).isCloseTo(0, within(1e-8));
        assertThat(linear).isCloseTo(0, within(1e-8));
        assertThat(fit.midpointInterval(1 - ALARM).contains(1001)).isTrue();
        assertThat(fit.slopeTest().p()).isLessThan(ALARM);
    }

    @Test
    void separatedPointsHaveNoFitAndAFlatCurveNoMidpoint() {
        double[] x = {1, 2, 3, 4};
        assertThatThrownBy(() -> LogisticFit.of(x, new double[] {0, 0, 1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("separates");
        assertThatThrownBy(() -> LogisticFit.of(x, new double[] {1, 1, 1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
        LogisticFit flat = LogisticFit.of(x, new double[] {0, 1, 1, 0});
        assertThat(flat.midpointInterval(0.95).width()).isInfinite();
    }

    @Test
    void theAreaAndItsVarianceAreTheSumsOverAllPairs() {
        RandomStream random = ROOT.at("auroc").stream();
        double[] positive = new double[37];
        double[] negative = new double[53];
        Arrays.setAll(positive, i -> Math.rint(4 * random.nextNormal() + 3));
        Arrays.setAll(negative, i -> Math.rint(4 * random.nextNormal()));
        double[] ofPositive = new double[37];
        double[] ofNegative = new double[53];
        for (int i = 0; i < 37; i++) {
            for (int j = 0; j < 53; j++) {
                double kernel = (1 + Math.signum(positive[i] - negative[j])) / 2;
                ofPositive[i] += kernel / 53;
                ofNegative[j] += kernel / 37;
            }
        }
        Auroc auroc = Auroc.of(positive, negative);
        assertThat(auroc.area()).isCloseTo(Samples.mean(ofPositive), within(1e-13));
        assertThat(auroc.standardError())
                .isCloseTo(
                        Math.sqrt(Samples.variance(ofPositive) / 37 + Samples.variance(ofNegative) / 53),
                        within(1e-13));
        assertThat(auroc.area()).isCloseTo((EffectSize.cliff(positive, negative) + 1) / 2, within(1e-13));
    }

    @Test
    void aScoreDoesNotDifferFromAMonotoneImageOfItself() {
        double[] positive = {1, 5, 3, 8};
        double[] negative = {0, 2, 4, 1};
        double[] positiveCubed = Arrays.stream(positive).map(x -> x * x * x).toArray();
        double[] negativeCubed = Arrays.stream(negative).map(x -> x * x * x).toArray();
        TestResult same = Auroc.pairedTest(positive, negative, positiveCubed, negativeCubed, Alternative.TWO_SIDED);
        assertThat(same.effect()).isZero();
        assertThat(same.p()).isEqualTo(1);
    }

    @Test
    void delongsPairedTestRejectsAsOftenAsItSays() {
        // Two equally good scores of correlation 0.6: rejections at 5 % in 2000 data sets, within a binomial interval.
        int rejected = 0;
        int sets = 2000;
        for (int set = 0; set < sets; set++) {
            RandomStream random = ROOT.at("delong").at(set).stream();
            double[][] a = {new double[60], new double[60]};
            double[][] b = {new double[60], new double[60]};
            for (int c = 0; c < 2; c++) {
                for (int i = 0; i < 60; i++) {
                    double common = random.nextNormal();
                    a[c][i] = (1 - c) + Math.sqrt(0.6) * common + Math.sqrt(0.4) * random.nextNormal();
                    b[c][i] = (1 - c) + Math.sqrt(0.6) * common + Math.sqrt(0.4) * random.nextNormal();
                }
            }
            if (Auroc.pairedTest(a[0], a[1], b[0], b[1], Alternative.TWO_SIDED).rejects(0.05)) {
                rejected++;
            }
        }
        assertThat(new Proportion(rejected, sets).interval(1 - ALARM).contains(0.05))
                .isTrue();
    }

    @Test
    void correlationsOfRanksAreTheirDefinitions() {
        double[] x = {1, 2, 2, 4, 5, 7, 7, 7};
        double[] y = {2, 1, 3, 3, 6, 5, 8, 3};
        double concordance = 0;
        double untiedX = 0;
        double untiedY = 0;
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < i; j++) {
                concordance += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
                untiedX += x[i] != x[j] ? 1 : 0;
                untiedY += y[i] != y[j] ? 1 : 0;
            }
        }
        assertThat(Correlation.kendall(x, y)).isCloseTo(concordance / Math.sqrt(untiedX * untiedY), within(1e-14));
        // Without ties: 1 - 6 sum d^2 / (n (n^2 - 1)), here with d = (1, -1, 1, -1, 0).
        assertThat(Correlation.spearman(new double[] {1, 2, 3, 4, 5}, new double[] {2, 1, 4, 3, 5}))
                .isCloseTo(1 - 6 * 4 / 120.0, within(1e-14));
        assertThat(Correlation.pearson(new double[] {1, 2, 3}, new double[] {5, 5, 5}))
                .isZero();
    }

    @Test
    void permutationTestsAgreeWithAllPermutations() {
        // Four pairs in perfect order: 1 of 24 permutations is as extreme upwards, 2 on both sides.
        double[] x = {1, 2, 3, 4};
        double[] y = {10, 20, 40, 80};
        int n = 20_000;
        TestResult spearman = Correlation.spearmanTest(x, y, Alternative.GREATER, n, ROOT.at("spearman"));
        TestResult kendall = Correlation.kendallTest(x, y, Alternative.TWO_SIDED, n, ROOT.at("kendall"));
        assertThat(share(spearman, n).interval(1 - ALARM).contains(1 / 24.0)).isTrue();
        assertThat(share(kendall, n).interval(1 - ALARM).contains(2 / 24.0)).isTrue();
        assertThat(spearman.effect()).isCloseTo(1, within(1e-15));
    }

    private static Proportion share(TestResult result, int permutations) {
        return new Proportion((int) Math.round(result.p() * (permutations + 1)) - 1, permutations);
    }

    @Test
    void bootstrapIntervalsCoverTheMeanAsOftenAsTheySay() {
        // Exponential samples of 40, mean 1: percentile and BCa at 90 %. Both undercover a little at this size; about a
        // coverage of 88 % the bounds lie 5 and 4.3 binomial deviations away: 1e-5 false alarms for a fresh seed.
        int percentile = 0;
        int bca = 0;
        int sets = 400;
        for (int set = 0; set < sets; set++) {
            RandomStream random = ROOT.at("bootstrap").at(set).stream();
            double[] sample = new double[40];
            Arrays.setAll(sample, i -> -Math.log(1 - random.nextDouble()));
            RandomAddress address = ROOT.at("resample").at(set);
            percentile += Bootstrap.percentile(sample, Samples::mean, 400, 0.9, address)
                            .contains(1)
                    ? 1
                    : 0;
            bca += Bootstrap.bca(sample, Samples::mean, 400, 0.9, address).contains(1) ? 1 : 0;
        }
        assertThat(percentile / (double) sets).isBetween(0.8, 0.95);
        assertThat(bca / (double) sets).isBetween(0.8, 0.95);
    }

    @Test
    void bcaIsPercentileWithoutBiasAndSkewness() {
        double[] symmetric = {-3, -2, -1, 0, 1, 2, 3};
        Interval plain = Bootstrap.percentile(symmetric, Samples::mean, 20_001, 0.9, ROOT);
        Interval corrected = Bootstrap.bca(symmetric, Samples::mean, 20_001, 0.9, ROOT);
        assertThat(corrected.low()).isCloseTo(plain.low(), within(0.05));
        assertThat(corrected.high()).isCloseTo(plain.high(), within(0.05));
        assertThat(Bootstrap.bca(symmetric, Samples::mean, 200, 0.9, ROOT))
                .isEqualTo(Bootstrap.bca(symmetric, Samples::mean, 200, 0.9, ROOT));
    }

    @Test
    void aChainsErrorIsThatOfItsCorrelation() {
        // x' = rho x + noise has tau = (1 + rho) / (1 - rho): 19, 1, and 1/3.
        for (double rho : new double[] {0.9, 0, -0.5}) {
            RandomStream random = ROOT.at("chain").at(Math.round(10 * rho)).stream();
            double[] chain = new double[200_000];
            double x = random.nextNormal();
            for (int i = 0; i < chain.length; i++) {
                x = rho * x + Math.sqrt(1 - rho * rho) * random.nextNormal();
                chain[i] = 5 + x;
            }
            double tau = (1 + rho) / (1 - rho);
            ChainEstimate sequence = ChainEstimate.of(chain);
            ChainEstimate batches = ChainEstimate.byBatches(chain, 100);
            // At tau = 19 the sum runs over some 100 lags, and its relative deviation is about sqrt(4 * 100 / 200 000),
            // or
            // 4.5 % (Madras and Sokal, J. Stat. Phys. 50, 109, 1988): a fresh seed fails about once in a thousand.
            assertThat(sequence.autocorrelationTime() / tau).isBetween(0.85, 1.15);
            // 99 degrees of freedom: a chi-square within its 1e-6 tails.
            assertThat(batches.autocorrelationTime() / tau).isBetween(0.45, 1.9);
            assertThat(sequence.test(5).p()).isGreaterThan(ALARM);
            assertThat(batches.test(5).p()).isGreaterThan(ALARM);
            assertThat(sequence.test(5 + 8 * sequence.standardError()).p()).isLessThan(ALARM);
            assertThat(sequence.effectiveCount())
                    .isCloseTo(chain.length / sequence.autocorrelationTime(), within(1e-6));
        }
        assertThat(ChainEstimate.of(new double[] {2, 2, 2, 2}).test(2).p()).isEqualTo(1);
    }
}

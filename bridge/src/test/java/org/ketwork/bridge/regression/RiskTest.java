package org.ketwork.bridge.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

class RiskTest {
    @Test
    void orthonormalDesignHasItsOptimumAtFourFifths() {
        OrthonormalRisk risk = new OrthonormalRisk(1, 0.25);
        assertThat(risk.optimalKeep()).isEqualTo(0.8);
        assertThat(risk.optimalRisk()).isEqualTo(0.2, within(1e-16));
        assertThat(risk.risk(1)).isEqualTo(0.25);
        assertThat(risk.hasInteriorOptimum()).isTrue();
        assertThat(new OrthonormalRisk(1, 0).hasInteriorOptimum()).isFalse();
        assertThat(new OrthonormalRisk(0, 1).hasInteriorOptimum()).isFalse();
    }

    @Test
    void onAnOrthonormalDesignDropoutScalesLeastSquaresByP() {
        Matrix x = Matrix.of(
                new double[] {1, 1, 1},
                new double[] {1, -1, 1},
                new double[] {1, 1, -1},
                new double[] {1, -1, -1},
                new double[] {-1, 1, 1},
                new double[] {-1, -1, 1},
                new double[] {-1, 1, -1},
                new double[] {-1, -1, -1});
        double[] y = {3, 1, -2, 0.5, 1, 2, -1, 4};
        double[] ols = DropoutRegression.of(x, y, MaskMoments.bernoulli(3, 1)).minimiser();
        double[] dropped =
                DropoutRegression.of(x, y, MaskMoments.bernoulli(3, 0.37)).minimiser();
        for (int j = 0; j < 3; j++) {
            assertThat(dropped[j]).isEqualTo(0.37 * ols[j], within(1e-14));
        }
    }

    @Test
    void covariateShiftMovesTheOptimum() {
        double[] w = {1 / Math.sqrt(6), 2 / Math.sqrt(6), -1 / Math.sqrt(6)};
        OrthonormalRisk shifted = OrthonormalRisk.shifted(w, Matrix.diagonal(4, 1, 0.25), 0.25);
        assertThat(shifted.optimalKeep()).isEqualTo(22.0 / 29, within(1e-15));
        assertThat(OrthonormalRisk.shifted(w, Matrix.identity(3), 0.25).optimalKeep())
                .isEqualTo(0.8, within(1e-15));
    }

    @Test
    void minimumNormRiskAtFiniteSize() {
        int[] units = {50, 95, 98, 102, 105, 150, 200};
        double[] risk = {
            0.25510204081632655,
            5.9375,
            24.5,
            25.019607843137255,
            6.297619047619048,
            0.8435374149659864,
            0.7525252525252525
        };
        for (int k = 0; k < units.length; k++) {
            assertThat(MinimumNormRisk.excess(100, units[k], 1, 0.25)).isEqualTo(risk[k], within(1e-14 * risk[k]));
        }
        assertThat(MinimumNormRisk.excess(100, 100, 1, 0.25)).isInfinite();
        assertThat(MinimumNormRisk.excess(100, 100, 1, 0)).isZero();
        assertThat(MinimumNormRisk.excess(1_000_000, 500_000, 1, 0.25))
                .isEqualTo(MinimumNormRisk.asymptotic(0.5, 1, 0.25), within(1e-5));
    }

    @Test
    void optimalDropoutInTheProportionalLimit() {
        double[][] rows = {
            {0.5, 8.0 / 9, 0.1753905296791061}, {1, 0.8, 0.3903882032022076}, {2, 2.0 / 3, 0.6403882032022076}
        };
        for (double[] row : rows) {
            MarchenkoPastur limit = new MarchenkoPastur(row[0], 1, 0.25);
            assertThat(limit.optimalKeep()).isEqualTo(row[1], within(1e-15));
            assertThat(limit.optimalRisk()).isEqualTo(row[2], within(1e-14));
            assertThat(limit.risk(limit.optimalKeep())).isEqualTo(row[2], within(1e-14));
            assertThat(limit.risk(limit.optimalKeep() + 0.01)).isGreaterThan(row[2]);
            assertThat(limit.risk(limit.optimalKeep() - 0.01)).isGreaterThan(row[2]);
        }
    }

    @Test
    void stieltjesTransformMatchesItsEquationItsDerivativeAndItsRidgelessLimit() {
        for (double aspect : new double[] {0.2, 1, 3}) {
            MarchenkoPastur limit = new MarchenkoPastur(aspect, 1, 0.25);
            for (double ridge : new double[] {0.01, 0.5, 7}) {
                double m = limit.stieltjes(ridge);
                assertThat(aspect * ridge * m * m + (1 - aspect + ridge) * m).isEqualTo(1, within(1e-13));
                double h = 1e-4 * ridge;
                double slope = (limit.stieltjes(ridge - h) - limit.stieltjes(ridge + h)) / (2 * h);
                assertThat(limit.stieltjesSquared(ridge)).isEqualTo(slope, within(1e-7 * slope));
            }
            if (aspect != 1) {
                double ridgeless = MinimumNormRisk.asymptotic(aspect, 1, 0.25);
                assertThat(limit.riskAtRidge(1e-9)).isEqualTo(ridgeless, within(1e-6 * ridgeless));
            }
        }
    }

    @Test
    void jamesSteinChoiceAndItsIntervalFollowTheSignal() {
        RandomStream random = RandomAddress.root(2).at("james-stein").stream();
        int n = 64;
        int d = 16;
        Matrix x = Matrix.zeros(n, d);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                x.set(i, j, (Integer.bitCount(i & (2 * j + 1)) & 1) == 0 ? 1 : -1);
            }
        }
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = x.get(i, 0) + random.nextNormal();
        }
        KeepProbability choice = KeepProbability.of(x, y);
        assertThat(choice.errorTrace()).isEqualTo((double) d / n, within(1e-13));
        assertThat(choice.fStatistic())
                .isEqualTo(n * choice.squaredNorm() / (d * choice.noiseVariance()), within(1e-10));
        assertThat(choice.plugIn()).isEqualTo(1 - choice.variance() / choice.squaredNorm(), within(1e-13));
        assertThat(choice.jamesStein())
                .isEqualTo(1 - 14.0 / 16 * 48 / 50 * choice.variance() / choice.squaredNorm(), within(1e-13));
        assertThat(choice.confidenceBound(0.975)).isLessThan(0.8).isLessThan(choice.confidenceBound(0.5));
        assertThat(choice.confidenceBound(0.025)).isGreaterThan(0.8);
        assertThat(choice.advise(0.01)).isInstanceOf(KeepProbability.Use.class);
    }

    @Test
    void theConfidenceBoundInvertsTheNonCentralLaw() {
        // Reference values of the non-central F distribution: SciPy, scipy.stats.ncf.cdf(f, 16, 48, delta).
        KeepProbability choice = new KeepProbability(16, 64, 1.25, 1, 0.25, 5);
        assertThat(choice.confidenceBound(0.49953595409831947)).isEqualTo(0.8, within(1e-10));
        assertThat(choice.confidenceBound(0.9959220020822847)).isEqualTo(0.5, within(1e-10));
        assertThat(choice.pValueOfNoSignal()).isEqualTo(6.995685259306833e-06, within(1e-16));
    }

    @Test
    void withoutVarianceDropoutIsUselessAndWithoutSignalThereIsNoAdvice() {
        RandomStream random = RandomAddress.root(4).at("advice").stream();
        Matrix x = Matrix.zeros(200, 3);
        double[] clean = new double[200];
        double[] noise = new double[200];
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < 3; j++) {
                x.set(i, j, random.nextNormal());
            }
            noise[i] = random.nextNormal();
            clean[i] = x.get(i, 0) - x.get(i, 2) + 0.01 * noise[i];
        }
        assertThat(KeepProbability.of(x, clean).advise(0.01)).isInstanceOf(KeepProbability.Useless.class);
        assertThat(KeepProbability.of(x, clean).advise(0.01).sentence()).startsWith("dropout is useless here");
        assertThat(KeepProbability.of(x, noise).advise(0.01)).isInstanceOf(KeepProbability.NoSignal.class);
    }
}

package org.ketwork.bridge.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.numerics.statistics.Estimate;

class SubspaceEnsembleTest {
    private static final Matrix X =
            Matrix.of(new double[] {1, 2, 0}, new double[] {0, 1, 1}, new double[] {2, 0, 1}, new double[] {1, -1, 3});
    private static final double[] Y = {1, 2, 0, 3};

    @Test
    void theBestShareOfFeaturesHasTheRiskOfTheBestRidge() {
        for (double aspect : new double[] {0.01, 0.3, 0.5, 1, 2, 7, 40}) {
            for (double noise : new double[] {0.02, 0.25, 3}) {
                for (double signal : new double[] {0.5, 1, 4}) {
                    SubspaceRisk risk = new SubspaceRisk(aspect, signal, noise);
                    double ridge = new MarchenkoPastur(aspect, signal, noise).optimalRisk();
                    assertThat(risk.optimalRisk()).isEqualTo(ridge, within(1e-13 * signal));
                    double share = risk.optimalShare();
                    assertThat(risk.risk(0.999 * share)).isGreaterThan(risk.optimalRisk());
                    assertThat(risk.risk(Math.min(1, 1.001 * share))).isGreaterThan(risk.optimalRisk());
                }
            }
        }
    }

    @Test
    void allFeaturesInEveryMemberIsLeastSquaresAndNoneIsZero() {
        assertThat(new SubspaceRisk(0.5, 1, 0.25).risk(1))
                .isEqualTo(MinimumNormRisk.asymptotic(0.5, 1, 0.25), within(1e-15));
        assertThat(new SubspaceRisk(3, 2, 0.25).risk(0)).isEqualTo(2);
        assertThat(new SubspaceRisk(0.5, 1, 0).optimalShare()).isEqualTo(1, within(1e-15));
        assertThatThrownBy(() -> new SubspaceRisk(2, 1, 0.25).risk(0.5)).hasMessageContaining("got 0.5");
        assertThat(new SubspaceEnsemble(X, Y, 3).mean())
                .containsExactly(LinearSystem.leastSquares(X, Y), within(1e-13));
    }

    @Test
    void singleFeaturesGiveMarginalRegressionOverTheirNumber() {
        double[] mean = new SubspaceEnsemble(X, Y, 1).mean();
        assertThat(mean).containsExactly(new double[] {2.0 / 9, 1.0 / 18, 1.0 / 3}, within(1e-15));
    }

    @Test
    void pairsOfMembersEstimateTheDistanceOfTheMeanOverAllSubsetsWithoutBias() {
        // Seed 5; a false alarm at 5 standard errors about once in two million.
        RandomStream random = RandomAddress.root(5).at("data").stream();
        Matrix x = Matrix.zeros(12, 8);
        for (int i = 0; i < x.data().length; i++) {
            x.data()[i] = random.nextNormal();
        }
        double[] y = random.doubles(12).toArray();
        double[] w = random.doubles(8).toArray();
        SubspaceEnsemble ensemble = new SubspaceEnsemble(x, y, 5);
        double exact = 0;
        double[] mean = ensemble.mean();
        for (int j = 0; j < 8; j++) {
            exact += (mean[j] - w[j]) * (mean[j] - w[j]);
        }
        double[] estimates = new double[2000];
        for (int r = 0; r < estimates.length; r++) {
            estimates[r] = ensemble.squaredDistance(
                    w, 3, RandomAddress.root(5).at("members").at(r));
        }
        Estimate estimate = Estimate.of(estimates);
        assertThat(Math.abs(estimate.z(exact)))
                .as("%s against %s", estimate, exact)
                .isLessThan(5);
        assertThat(estimate.standardError()).isLessThan(0.05 * exact);
    }
}

package org.ketwork.bridge.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.ChainEstimate;

class RandomAffineRecursionTest {
    private static final Matrix X = Matrix.of(new double[] {1, 2}, new double[] {0, 1}, new double[] {2, 1});
    private static final double[] Y = {1, 2, 0};
    private static final MaskTable LAW = MaskTable.bernoulli(2, 0.8);

    @Test
    void stationaryMomentsAreTheReferenceNumbers() {
        RandomAffineRecursion.Stationary s =
                DropoutDescent.fullBatch(X, Y, LAW, 0.02).stationary();
        assertThat(s.mean()).containsExactly(new double[] {-6.8 / 19.76, 16.8 / 19.76}, within(1e-13));
        assertThat(s.covariance().get(0, 0)).isEqualTo(0.00532608, within(5e-9));
        assertThat(s.covariance().get(0, 1)).isEqualTo(-0.00227921, within(5e-9));
        assertThat(s.covariance().get(1, 1)).isEqualTo(0.00179639, within(5e-9));
        assertThat(s.covariance().trace()).isEqualTo(0.007122469943300, within(1e-14));
        assertThat(DropoutDescent.fullBatch(X, Y, LAW, 0.0025)
                                .stationary()
                                .covariance()
                                .trace()
                        / 0.0025)
                .isEqualTo(0.34504956, within(5e-9));
    }

    @Test
    void theMeanIsTheMinimiserForBothWaysOfSampling() {
        double[] plain =
                DropoutRegression.of(X, Y, MaskMoments.bernoulli(2, 0.8)).plainMinimiser();
        assertThat(DropoutDescent.fullBatch(X, Y, LAW, 0.02).stationary().mean())
                .containsExactly(plain, within(1e-13));
        assertThat(DropoutDescent.singleSample(X, Y, LAW, 0.01).stationary().mean())
                .containsExactly(plain, within(1e-12));
        double[] inverted =
                DropoutRegression.of(X, Y, MaskMoments.bernoulli(2, 0.8)).minimiser();
        assertThat(DropoutDescent.fullBatch(X, Y, LAW.inverted(), 0.02)
                        .stationary()
                        .mean())
                .containsExactly(inverted, within(1e-13));
    }

    @Test
    void withoutRandomnessThereIsNoCovariance() {
        RandomAffineRecursion.Stationary s =
                DropoutDescent.fullBatch(X, Y, MaskTable.bernoulli(2, 1), 0.02).stationary();
        assertThat(s.covariance().maxAbs()).isLessThan(1e-20);
    }

    @Test
    void simulationReachesTheStationaryMoments() {
        // Three z-tests at |z| < 5: false alarm 2e-6. Seed 5.
        RandomAffineRecursion chain = DropoutDescent.fullBatch(X, Y, LAW, 0.02);
        double[][] path = chain.simulate(new double[2], 2000, 200_000, RandomAddress.root(5).stream());
        RandomAffineRecursion.Stationary s = chain.stationary();
        double[] square = new double[path[0].length];
        for (int k = 0; k < square.length; k++) {
            double a = path[0][k] - s.mean()[0];
            double b = path[1][k] - s.mean()[1];
            square[k] = a * a + b * b;
        }
        assertThat(z(path[0], s.mean()[0])).isBetween(-5.0, 5.0);
        assertThat(z(path[1], s.mean()[1])).isBetween(-5.0, 5.0);
        assertThat(z(square, s.covariance().trace())).isBetween(-5.0, 5.0);
    }

    @Test
    void tooLargeAStepIsRefused() {
        assertThatThrownBy(() -> DropoutDescent.fullBatch(X, Y, LAW, 0.5).stationary())
                .hasMessageContaining("no stationary covariance");
    }

    private static double z(double[] chain, double expected) {
        ChainEstimate estimate = ChainEstimate.of(chain);
        return (estimate.mean() - expected) / estimate.standardError();
    }
}

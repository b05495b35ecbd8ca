package org.ketwork.bridge.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.neural.mask.GaussianMask;
import org.ketwork.numerics.matrix.Matrix;

class DropoutRegressionTest {
    static final Matrix X =
            Matrix.of(new double[] {1, 2, 0}, new double[] {0, 1, 1}, new double[] {2, 0, 1}, new double[] {1, -1, 3});
    static final double[] Y = {1, 2, 0, 3};
    private static final DropoutRegression BERNOULLI = DropoutRegression.of(X, Y, MaskMoments.bernoulli(3, 0.8));

    @Test
    void minimiserLossAndDegreesOfFreedomAreTheRationalNumbers() {
        assertThat(BERNOULLI.minimiser())
                .containsExactly(new double[] {-988.0 / 8355, 650.0 / 1671, 7516.0 / 8355}, within(1e-14));
        assertThat(BERNOULLI.minimumLoss()).isEqualTo(34996.0 / 8355, within(1e-13));
        assertThat(BERNOULLI.effectiveDegreesOfFreedom()).isEqualTo(3676.0 / 1671, within(1e-13));
        assertThat(BERNOULLI.plainMinimiser())
                .containsExactly(new double[] {-988.0 / 6684, 3250.0 / 6684, 7516.0 / 6684}, within(1e-14));
    }

    @Test
    void withoutMasksItIsOrdinaryLeastSquares() {
        DropoutRegression ols = DropoutRegression.of(X, Y, MaskMoments.bernoulli(3, 1));
        assertThat(ols.minimiser())
                .containsExactly(new double[] {-125.0 / 191, 144.0 / 191, 274.0 / 191}, within(1e-13));
        assertThat(ols.residual(ols.minimiser())).isEqualTo(16.0 / 191, within(1e-13));
        assertThat(ols.effectiveDegreesOfFreedom()).isEqualTo(3, within(1e-13));
    }

    @Test
    void all4096MasksGiveTheClosedFormLoss() {
        MaskTable masks = MaskTable.bernoulli(3, 0.8).inverted();
        double[] w = BERNOULLI.minimiser();
        assertThat(MaskedLoss.perSample(X, Y, w, masks)).isEqualTo(34996.0 / 8355, within(1e-12));
        assertThat(MaskedLoss.perBatch(X, Y, w, masks)).isEqualTo(34996.0 / 8355, within(1e-12));
        double[] other = {0.3, -1.1, 0.7};
        assertThat(MaskedLoss.perSample(X, Y, other, masks)).isEqualTo(BERNOULLI.expectedLoss(other), within(1e-11));
    }

    @Test
    void blocksOfUnitsTiedTogetherStayCoherent() {
        MaskTable tied = MaskTable.blocks(0.8, 0, 0, 1);
        DropoutRegression regression = DropoutRegression.of(X, Y, tied.moments());
        assertThat(regression.minimiser())
                .containsExactly(
                        new double[] {-0.138751725195522, 0.398711854010121, 0.908449624290753}, within(1e-14));
        assertThat(MaskedLoss.perBatch(X, Y, regression.minimiser(), tied.inverted()))
                .isEqualTo(regression.minimumLoss(), within(1e-12));
    }

    @Test
    void closedFormEqualsEnumerationForEveryLawAndAnyWeights() {
        MaskTable uneven = new MaskTable(
                Matrix.of(new double[] {1, 0.5, -1}, new double[] {0, 1, 2}, new double[] {1.5, 1, 1}, new double[] {
                    1, 1, 0.25
                }),
                new double[] {0.1, 0.2, 0.3, 0.4});
        for (MaskTable law : List.of(
                MaskTable.bernoulli(3, 0.35),
                MaskTable.blocks(0.6, 0, 1, 0),
                MaskTable.kOfD(3, 1),
                MaskTable.kOfD(3, 2),
                uneven)) {
            DropoutRegression regression = DropoutRegression.of(X, Y, law.moments());
            double[] best = regression.minimiser();
            for (double[] w : new double[][] {{0.3, -1.1, 0.7}, {2, 0, -1}, best}) {
                double enumerated = MaskedLoss.perBatch(X, Y, w, law.inverted());
                assertThat(regression.expectedLoss(w)).isEqualTo(enumerated, within(1e-11));
                assertThat(regression.residual(w) + regression.penalty(w)).isEqualTo(enumerated, within(1e-11));
                assertThat(enumerated).isGreaterThanOrEqualTo(regression.minimumLoss() - 1e-11);
            }
        }
    }

    @Test
    void asMasksDropEverythingWeightsOverPGoToMarginalRegression() {
        assertThat(BERNOULLI.marginalRegression()).containsExactly(new double[] {2.0 / 3, 1.0 / 6, 1}, within(1e-15));
        for (double p : new double[] {1e-3, 1e-6}) {
            double[] w = DropoutRegression.of(X, Y, MaskMoments.bernoulli(3, p)).minimiser();
            for (int j = 0; j < 3; j++) {
                assertThat(w[j] / p).isEqualTo(BERNOULLI.marginalRegression()[j], within(2 * p));
            }
        }
    }

    @Test
    void gaussianFactorsOfTheSameVarianceGiveTheSamePenalty() {
        DropoutRegression gaussian = DropoutRegression.of(X, Y, MaskMoments.multiplicativeNoise(3, 0.25));
        assertThat(gaussian.decoheredGram().minus(BERNOULLI.decoheredGram()).maxAbs())
                .isLessThan(1e-13);
        DropoutRegression law = DropoutRegression.of(X, Y, MaskMoments.of(new GaussianMask(0.8), 3));
        assertThat(law.minimiser()).containsExactly(BERNOULLI.minimiser(), within(1e-13));
    }

    @Test
    void additiveNoiseIsRidgeRegression() {
        InputNoise noise = new InputNoise(X, Y, 0.7);
        double[] w = {0.3, -1.1, 0.7};
        // A squared loss sees two moments of the noise, so the 2^12 corners ±σ average to the Gaussian value.
        double sum = 0;
        for (int s = 0; s < 1 << 12; s++) {
            Matrix moved = X.copy();
            for (int k = 0; k < 12; k++) {
                moved.data()[k] += ((s >> k) & 1) == 0 ? 0.7 : -0.7;
            }
            double[] prediction = moved.times(w);
            for (int i = 0; i < 4; i++) {
                sum += (Y[i] - prediction[i]) * (Y[i] - prediction[i]) / (1 << 12);
            }
        }
        assertThat(noise.expectedLoss(w)).isEqualTo(sum, within(1e-11));
        double least = noise.expectedLoss(noise.minimiser());
        for (int j = 0; j < 3; j++) {
            double[] up = noise.minimiser();
            double[] down = noise.minimiser();
            up[j] += 1e-3;
            down[j] -= 1e-3;
            assertThat(noise.expectedLoss(up)).isEqualTo(noise.expectedLoss(down), within(1e-12));
            assertThat(noise.expectedLoss(up)).isGreaterThan(least);
        }
    }

    @Test
    void masksThatDoNotFitAreNamed() {
        assertThatThrownBy(() -> DropoutRegression.of(X, Y, MaskMoments.bernoulli(2, 0.5)))
                .hasMessageContaining("masks of 2 units do not fit a Gram matrix of 3");
    }
}

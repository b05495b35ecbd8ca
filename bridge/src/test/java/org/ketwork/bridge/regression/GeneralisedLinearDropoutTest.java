package org.ketwork.bridge.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.numerics.matrix.Matrix;

class GeneralisedLinearDropoutTest {
    private static final Matrix X = DropoutRegressionTest.X;
    private static final double[] W = {0.4, -0.3, 0.5};
    private static final GeneralisedLinearDropout LOGISTIC =
            new GeneralisedLinearDropout(X, ExponentialFamily.BERNOULLI);

    @Test
    void forSquaredLossThePenaltyIsExact() {
        GeneralisedLinearDropout squared = new GeneralisedLinearDropout(X, ExponentialFamily.GAUSSIAN);
        MaskTable law = MaskTable.blocks(0.6, 0, 1, 0);
        assertThat(squared.quadraticPenalty(W, law.moments())).isEqualTo(squared.exactPenalty(W, law), within(1e-13));
        assertThat(2 * squared.quadraticPenalty(W, MaskMoments.bernoulli(3, 0.8)))
                .isEqualTo(
                        DropoutRegression.of(X, DropoutRegressionTest.Y, MaskMoments.bernoulli(3, 0.8))
                                .penalty(W),
                        within(1e-13));
    }

    @Test
    void theErrorIsThirdOrderInTheWeightsUnlessTheMaskOrTheModelIsSymmetric() {
        assertThat(slopeInWeights(ExponentialFamily.POISSON, 0.8)).isEqualTo(3, within(0.05));
        assertThat(slopeInWeights(ExponentialFamily.POISSON, 0.5)).isEqualTo(4, within(0.05));
        assertThat(slopeInWeights(ExponentialFamily.BERNOULLI, 0.8)).isEqualTo(4, within(0.05));
    }

    @Test
    void forGaussianMasksTheErrorIsSecondOrderInTheirVariance() {
        double[] error = new double[2];
        for (int k = 0; k < 2; k++) {
            double variance = k == 0 ? 1e-2 : 1e-3;
            error[k] = Math.abs(LOGISTIC.gaussianPenalty(W, variance)
                    - LOGISTIC.quadraticPenalty(W, MaskMoments.multiplicativeNoise(3, variance)));
        }
        assertThat(Math.log10(error[0] / error[1])).isEqualTo(2, within(0.02));
    }

    @Test
    void forBernoulliMasksTheErrorStaysInProportionAsPGoesToOne() {
        double[] ratio = new double[2];
        for (int k = 0; k < 2; k++) {
            double p = k == 0 ? 1 - 1e-3 : 1 - 1e-5;
            double exact = LOGISTIC.exactPenalty(W, MaskTable.bernoulli(3, p));
            ratio[k] = LOGISTIC.quadraticPenalty(W, MaskMoments.bernoulli(3, p)) / exact;
        }
        assertThat(ratio[1]).isEqualTo(ratio[0], within(2e-3));
        assertThat(Math.abs(ratio[1] - 1)).isGreaterThan(0.01);
    }

    @Test
    void gaussianMasksOnAPoissonModelHaveAClosedForm() {
        double variance = 0.3;
        double expected = 0;
        double[] z = X.times(W);
        for (int i = 0; i < 4; i++) {
            double square = 0;
            for (int j = 0; j < 3; j++) {
                square += X.get(i, j) * W[j] * X.get(i, j) * W[j];
            }
            expected += Math.exp(z[i]) * Math.expm1(variance * square / 2);
        }
        assertThat(new GeneralisedLinearDropout(X, ExponentialFamily.POISSON).gaussianPenalty(W, variance))
                .isEqualTo(expected, within(1e-12));
    }

    private static double slopeInWeights(ExponentialFamily family, double keep) {
        GeneralisedLinearDropout model = new GeneralisedLinearDropout(X, family);
        double[] error = new double[2];
        for (int k = 0; k < 2; k++) {
            double scale = k == 0 ? 0.02 : 0.01;
            double[] w = {scale * W[0], scale * W[1], scale * W[2]};
            error[k] = Math.abs(model.exactPenalty(w, MaskTable.bernoulli(3, keep))
                    - model.quadraticPenalty(w, MaskMoments.bernoulli(3, keep)));
        }
        return Math.log(error[0] / error[1]) / Math.log(2);
    }
}

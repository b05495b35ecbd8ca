package org.ketwork.claims.decoherence;

import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.bridge.decoherence.SpectralOrder;
import org.ketwork.bridge.regression.DropoutRegression;
import org.ketwork.bridge.regression.ExponentialFamily;
import org.ketwork.bridge.regression.GeneralisedLinearDropout;
import org.ketwork.bridge.regression.InputNoise;
import org.ketwork.bridge.regression.MaskedLoss;
import org.ketwork.bridge.regression.OrthonormalRisk;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.neural.mask.GaussianMask;
import org.ketwork.numerics.matrix.Matrix;

/** The small problem whose dropout regression is rational, and the reference numbers of regression with noise. */
final class RegressionGoldens {
    static final Matrix X =
            Matrix.of(new double[] {1, 2, 0}, new double[] {0, 1, 1}, new double[] {2, 0, 1}, new double[] {1, -1, 3});
    static final double[] Y = {1, 2, 0, 3};
    static final double KEEP = 0.8;

    private static final double GOLDEN = 1e-12;

    private RegressionGoldens() {}

    static void enter(Evidence.Builder evidence, SpectralOrder order) {
        DropoutRegression dropout = DropoutRegression.of(X, Y, MaskMoments.bernoulli(3, KEEP));
        DropoutRegression ols = DropoutRegression.of(X, Y, MaskMoments.bernoulli(3, 1));
        DropoutRegression tied =
                DropoutRegression.of(X, Y, MaskTable.blocks(KEEP, 0, 0, 1).moments());
        vector(evidence, "w, p = 4/5", dropout.minimiser(), -988.0 / 8355, 650.0 / 1671, 7516.0 / 8355);
        vector(evidence, "w, ordinary", ols.minimiser(), -125.0 / 191, 144.0 / 191, 274.0 / 191);
        vector(evidence, "w, plain masks", dropout.plainMinimiser(), -988.0 / 6684, 3250.0 / 6684, 7516.0 / 6684);
        vector(evidence, "w, tied", tied.minimiser(), -0.138751725195522, 0.398711854010121, 0.908449624290753);
        vector(evidence, "w/p as p -> 0", dropout.marginalRegression(), 2.0 / 3, 1.0 / 6, 1);
        double[] faint =
                DropoutRegression.of(X, Y, MaskMoments.bernoulli(3, 1e-12)).minimiser();
        for (int j = 0; j < 3; j++) {
            double limit = dropout.marginalRegression()[j];
            evidence.number("w/p at p = 1e-12, unit " + (j + 1), faint[j] / 1e-12, limit, 1e-11);
        }
        evidence.number("least expected loss", dropout.minimumLoss(), 34996.0 / 8355, GOLDEN);
        double all = MaskedLoss.perSample(
                X, Y, dropout.minimiser(), MaskTable.bernoulli(3, KEEP).inverted());
        evidence.number("the same by all 4096 masks", all, 34996.0 / 8355, GOLDEN);
        evidence.number("residual, ordinary", ols.residual(ols.minimiser()), 16.0 / 191, GOLDEN);
        evidence.number("effective degrees of freedom", dropout.effectiveDegreesOfFreedom(), 3676.0 / 1671, GOLDEN);
        vector(evidence, "eigenvalues of G", order.before(), 1.982844966664, 6.753053386101, 14.264101647235);
        vector(evidence, "eigenvalues of Φ(G)", order.after(), 3.025639861893, 6.613904808812, 13.360455329296);
        evidence.number("entropy of G", order.entropyBefore(), 0.867408220421, GOLDEN);
        evidence.number("entropy of Φ(G)", order.entropyAfter(), 0.940760692413, GOLDEN);
        evidence.number("condition number of G", order.conditionBefore(), 7.193755380297, GOLDEN);
        evidence.number("condition number of Φ(G)", order.conditionAfter(), 4.415745408952, GOLDEN);
        OrthonormalRisk risk = new OrthonormalRisk(1, 0.25);
        evidence.number("orthonormal design, S = 1, V = 1/4: p*", risk.optimalKeep(), 0.8, GOLDEN);
        evidence.number("R*", risk.optimalRisk(), 0.2, GOLDEN);
        evidence.number("R(1)", risk.risk(1), 0.25, GOLDEN);
        DropoutRegression gaussian = DropoutRegression.of(X, Y, MaskMoments.of(new GaussianMask(KEEP), 3));
        vector(evidence, "w, Gaussian masks", gaussian.minimiser(), -988.0 / 8355, 650.0 / 1671, 7516.0 / 8355);
        // Independent ±σ have the second moments of N(0, σ²), which is all that a squared loss sees.
        double[] w = {0.3, -1.1, 0.7};
        evidence.number(
                "loss under additive input noise of variance 1/4",
                new InputNoise(X, Y, 0.5).expectedLoss(w),
                lossUnderTwoPointNoise(w, 0.5),
                GOLDEN);
        evidence.number("order of the logistic penalty's error in the variance of Gaussian masks", glmOrder(), 2, 0.02);
    }

    private static void vector(Evidence.Builder evidence, String name, double[] values, double... expected) {
        for (int i = 0; i < values.length; i++) {
            evidence.number(name + " [" + (i + 1) + "]", values[i], expected[i], GOLDEN);
        }
    }

    /** The mean over all signs of independent ±σ added to the inputs of each sample. */
    private static double lossUnderTwoPointNoise(double[] w, double sigma) {
        double sum = 0;
        for (int i = 0; i < X.rows(); i++) {
            for (int signs = 0; signs < 8; signs++) {
                double residual = Y[i];
                for (int j = 0; j < 3; j++) {
                    residual -= w[j] * (X.get(i, j) + ((signs >> j & 1) == 1 ? sigma : -sigma));
                }
                sum += residual * residual / 8;
            }
        }
        return sum;
    }

    private static double glmOrder() {
        GeneralisedLinearDropout logistic = new GeneralisedLinearDropout(X, ExponentialFamily.BERNOULLI);
        double[] w = {0.4, -0.3, 0.5};
        double[] error = new double[2];
        for (int k = 0; k < 2; k++) {
            double variance = k == 0 ? 1e-2 : 1e-3;
            error[k] = Math.abs(logistic.gaussianPenalty(w, variance)
                    - logistic.quadraticPenalty(w, MaskMoments.multiplicativeNoise(3, variance)));
        }
        return Math.log10(error[0] / error[1]);
    }
}

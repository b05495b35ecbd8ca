package org.ketwork.claims.loss;

import org.ketwork.bridge.kernel.DataEncoding;
import org.ketwork.bridge.kernel.FeatureDropout;
import org.ketwork.bridge.kernel.KernelRidge;
import org.ketwork.bridge.kernel.PauliFeatures;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/**
 * A regression on two qubits with a known best ridge. The target of a point is Tr(W rho(x)) / 2 plus normal noise, with the
 * coefficients of W on the fifteen Pauli strings standard normal. For such targets the ridge predictor with
 * lambda = (deviation of the noise)^2 is the posterior mean under the law that drew W, so no predictor has a lower mean risk.
 *
 * @param train features of the training points
 * @param test features of the test points
 * @param targets noisy values at the training points
 * @param truth values without noise at the test points
 */
record KernelProblem(PauliFeatures train, PauliFeatures test, double[] targets, double[] truth) {
    static final double NOISE = 0.6;
    static final double BEST_RIDGE = NOISE * NOISE;

    private static final int QUBITS = 2;
    private static final int TRAINING_POINTS = 30;
    private static final int TEST_POINTS = 100;

    static KernelProblem draw(RandomAddress random) {
        PauliFeatures train = features(random.at("train"), TRAINING_POINTS);
        PauliFeatures test = features(random.at("test"), TEST_POINTS);
        double[] coefficients = new double[train.values().columns() - 1];
        for (int j = 0; j < coefficients.length; j++) {
            coefficients[j] = random.at("coefficients").normal(j);
        }
        double[] targets = train.withoutIdentity().times(coefficients);
        for (int i = 0; i < targets.length; i++) {
            targets[i] += NOISE * random.at("noise").normal(i);
        }
        return new KernelProblem(train, test, targets, test.withoutIdentity().times(coefficients));
    }

    private static PauliFeatures features(RandomAddress random, int count) {
        Matrix points = Matrix.zeros(count, QUBITS);
        random.fillUniform(points.data());
        return PauliFeatures.of(new DataEncoding(QUBITS).states(points.scale(2 * Math.PI)));
    }

    /** Kernel ridge regression on states that went through rho -> (1 - q) rho + q I/d. */
    double[] depolarised(double q, double ridge) {
        return kernelRidge(train.depolarised(q), test.depolarised(q), ridge);
    }

    /** Kernel ridge regression on states each qubit of which decayed with probability gamma. */
    double[] amplitudeDamped(double gamma, double ridge) {
        return kernelRidge(train.amplitudeDamped(gamma), test.amplitudeDamped(gamma), ridge);
    }

    private double[] kernelRidge(PauliFeatures noisyTrain, PauliFeatures noisyTest, double ridge) {
        return KernelRidge.fit(noisyTrain.kernel(noisyTrain), targets, ridge).predict(noisyTest.kernel(noisyTrain));
    }

    double[] keepProbabilities(double lambda) {
        return FeatureDropout.keepProbabilities(train.withoutIdentity(), lambda);
    }

    /** Regression with exact dropout of the Pauli features, of the strength lambda. */
    double[] dropout(double lambda) {
        return FeatureDropout.fit(train.withoutIdentity(), targets, keepProbabilities(lambda))
                .predict(test.withoutIdentity());
    }

    /** The same from finitely many masks. */
    double[] sampledDropout(double lambda, int masks, RandomAddress random) {
        return FeatureDropout.fitSampled(train.withoutIdentity(), targets, keepProbabilities(lambda), masks, random)
                .predict(test.withoutIdentity());
    }

    /** Mean squared distance of a prediction from the truth at the test points. */
    double risk(double[] prediction) {
        return squaredDistance(prediction, truth);
    }

    static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum / a.length;
    }
}

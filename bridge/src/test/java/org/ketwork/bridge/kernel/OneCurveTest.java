package org.ketwork.bridge.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

class OneCurveTest {
    private static final RandomAddress RANDOM = RandomAddress.root(1).at("one curve");
    private static final DataEncoding ENCODING = new DataEncoding(2);

    private static Matrix points(String name, int count) {
        Matrix points = Matrix.zeros(count, 2);
        for (int i = 0; i < points.data().length; i++) {
            points.data()[i] = 2 * RANDOM.at(name).uniform(i) - 1;
        }
        return points;
    }

    private static double[] targets(int count) {
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            y[i] = RANDOM.at("targets").normal(i);
        }
        return y;
    }

    @Test
    void dropoutOfPauliFeaturesAndDepolarisedKernelAreTheSamePredictor() {
        Matrix train = points("train", 30);
        Matrix test = points("test", 50);
        double[] y = targets(30);
        double ridge = 0.05;
        double q = 0.3;
        Matrix kernel =
                FidelityKernel.depolarised(FidelityKernel.of(ENCODING.states(train), ENCODING.states(train)), q, 4);
        Matrix cross =
                FidelityKernel.depolarised(FidelityKernel.of(ENCODING.states(test), ENCODING.states(train)), q, 4);
        double[] quantum = KernelRidge.fit(kernel, y, ridge).predict(cross);

        Matrix features = PauliFeatures.of(ENCODING.states(train)).withoutIdentity();
        double[] keep = FeatureDropout.keepProbabilities(features, ridge / ((1 - q) * (1 - q)));
        double[] classical = FeatureDropout.fit(features, y, keep)
                .predict(PauliFeatures.of(ENCODING.states(test)).withoutIdentity());
        for (double p : keep) {
            assertThat(p).isStrictlyBetween(0.0, 1.0);
        }
        for (int i = 0; i < quantum.length; i++) {
            assertThat(classical[i]).isCloseTo(quantum[i], within(1e-11));
        }
    }

    /** Independent route: the loss under all 2^4 masks, summed one by one, is stationary at the solution of the linear system. */
    @Test
    void featureDropoutMinimisesTheLossSummedOverAllMasks() {
        Matrix features = Matrix.zeros(9, 4);
        for (int i = 0; i < features.data().length; i++) {
            features.data()[i] = RANDOM.at("features").normal(i);
        }
        double[] y = targets(9);
        double[] keep = {0.3, 0.9, 0.55, 1};
        FeatureDropout fit = FeatureDropout.fit(features, y, keep);
        double least = enumeratedLoss(features, y, keep, fit.weights(), fit.intercept());
        for (int j = 0; j < 5; j++) {
            for (double step : new double[] {-1e-4, 1e-4}) {
                double[] w = fit.weights().clone();
                double b = fit.intercept() + (j == 4 ? step : 0);
                if (j < 4) {
                    w[j] += step;
                }
                double rise = enumeratedLoss(features, y, keep, w, b) - least;
                double opposite =
                        enumeratedLoss(features, y, keep, mirrored(w, fit.weights()), 2 * fit.intercept() - b) - least;
                assertThat(rise).isPositive();
                // A quadratic function rises alike on both sides of its minimum.
                assertThat(rise).isCloseTo(opposite, within(1e-12));
            }
        }
    }

    private static double[] mirrored(double[] w, double[] centre) {
        double[] result = new double[w.length];
        for (int j = 0; j < w.length; j++) {
            result[j] = 2 * centre[j] - w[j];
        }
        return result;
    }

    private static double enumeratedLoss(Matrix x, double[] y, double[] keep, double[] w, double b) {
        double loss = 0;
        for (int mask = 0; mask < 1 << w.length; mask++) {
            double probability = 1;
            double[] masked = new double[w.length];
            for (int j = 0; j < w.length; j++) {
                boolean kept = (mask >> j & 1) == 1;
                probability *= kept ? keep[j] : 1 - keep[j];
                masked[j] = kept ? w[j] / keep[j] : 0;
            }
            double[] prediction = x.times(masked);
            for (int i = 0; i < y.length; i++) {
                double residual = y[i] - b - prediction[i];
                loss += probability * residual * residual;
            }
        }
        return loss;
    }

    /** The sampled solution approaches the exact one as one over the square root of the number of masks. */
    @Test
    void manySampledMasksComeCloseToTheirExpectation() {
        Matrix features = PauliFeatures.of(ENCODING.states(points("train", 30))).withoutIdentity();
        double[] y = targets(30);
        double[] keep = FeatureDropout.keepProbabilities(features, 0.2);
        double[] exact = FeatureDropout.fit(features, y, keep).predict(features);
        double few = gap(
                exact,
                FeatureDropout.fitSampled(features, y, keep, 400, RANDOM.at("masks"))
                        .predict(features));
        double many = gap(
                exact,
                FeatureDropout.fitSampled(features, y, keep, 40_000, RANDOM.at("masks"))
                        .predict(features));
        assertThat(many).isLessThan(0.02);
        assertThat(few / many).isBetween(4.0, 25.0);
    }

    private static double gap(double[] a, double[] b) {
        double square = 0;
        for (int i = 0; i < a.length; i++) {
            square += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(square / a.length);
    }

    @Test
    void kernelRidgeIsRidgeRegressionOnTheFeaturesOfTheKernel() {
        Matrix features = PauliFeatures.of(ENCODING.states(points("train", 12))).withoutIdentity();
        double[] y = targets(12);
        double lambda = 0.2;
        KernelRidge dual = KernelRidge.fit(features.timesTranspose(features), y, lambda);
        double[] keep = FeatureDropout.keepProbabilities(features, lambda);
        FeatureDropout primal = FeatureDropout.fit(features, y, keep);
        double[] weights = features.transposeTimes(dual.coefficients());
        for (int j = 0; j < weights.length; j++) {
            assertThat(primal.weights()[j]).isCloseTo(weights[j], within(1e-11));
        }
        assertThat(primal.intercept()).isCloseTo(dual.intercept(), within(1e-11));
        double sum = 0;
        for (double a : dual.coefficients()) {
            sum += a;
        }
        assertThat(sum).isCloseTo(0, within(1e-12));
    }

    @Test
    void aFeatureThatIsAlwaysZeroGetsNoWeight() {
        Matrix features = Matrix.of(new double[] {1, 0}, new double[] {2, 0}, new double[] {4, 0});
        double[] keep = FeatureDropout.keepProbabilities(features, 3);
        assertThat(keep).containsExactly(21.0 / 24, 1);
        assertThat(FeatureDropout.fit(features, new double[] {1, 2, 3}, keep).weights()[1])
                .isZero();
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> KernelRidge.fit(Matrix.identity(2), new double[2], 0))
                .hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> FeatureDropout.fit(Matrix.identity(2), new double[2], new double[] {0.5, 1.2}))
                .hasMessageContaining("keep probability must be in (0, 1], got 1.2");
        assertThatThrownBy(() -> FidelityKernel.depolarised(Matrix.identity(2), 1, 2))
                .hasMessageContaining("got 1.0");
        assertThatThrownBy(() -> new DataEncoding(0)).hasMessageContaining("got 0");
    }
}

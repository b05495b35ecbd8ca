package org.ketwork.neural.derivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.ActivationLayer;
import org.ketwork.neural.layer.Complex;
import org.ketwork.neural.layer.Dense;
import org.ketwork.neural.layer.ImageShape;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.loss.SoftmaxCrossEntropy;
import org.ketwork.neural.loss.SquaredError;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

class DerivativesTest {
    private static final double H = 1e-5;
    private static final RandomAddress RANDOM = RandomAddress.root(11);
    private static final int SAMPLES = 5;

    /** Every kind of layer in one network. */
    private final Network network = Network.ofImages(new ImageShape(1, 6, 6))
            .convolution(3, 3, 1, 1)
            .activation(Activation.GELU)
            .maxPool(2, 2)
            .flatten()
            .masked(Masking.inverted(new Bernoulli(0.8)))
            .dense(7)
            .layerNorm()
            .residual(new Dense(7, 7), new ActivationLayer(7, Activation.TANH))
            .dense(3)
            .build();

    private final Parameters parameters = network.initialise(RANDOM.at("weights"));
    private final Matrix inputs = normals(SAMPLES, 36, "inputs");
    private final double[] labels = {0, 2, 1, 1, 0};
    private final Pass pass = Pass.masked(RANDOM.at("masks"), 3);
    private final Loss loss = new SoftmaxCrossEntropy();
    private final Derivatives derivatives = new Derivatives(parameters, inputs, pass);
    private final double[] direction =
            normals(1, network.parameterCount(), "direction").data();

    @Test
    void gradientIsTheCentralDifferenceOfTheLoss() {
        double[] gradient = derivatives.gradient(loss, labels);
        for (int trial = 0; trial < 5; trial++) {
            double[] v = unit(
                    normals(1, network.parameterCount(), "direction" + trial).data());
            double difference = centralDifference(v, d -> d.loss(loss, labels));
            assertThat(dot(gradient, v)).isCloseTo(difference, within(1e-6 * Math.abs(difference)));
        }
    }

    @Test
    void perSampleGradientsAverageToTheGradient() {
        Matrix each = derivatives.perSampleGradients(loss, labels);
        double[] mean = each.transposeTimes(new double[] {0.2, 0.2, 0.2, 0.2, 0.2});
        assertThat(mean).containsExactly(derivatives.gradient(loss, labels), within(1e-13));
        Matrix second = Matrix.wrap(1, 36, inputs.row(1));
        double[] alone = new Derivatives(parameters, second, Pass.unmasked()).gradient(loss, new double[] {2});
        Matrix eachUnmasked = new Derivatives(parameters, inputs, Pass.unmasked()).perSampleGradients(loss, labels);
        assertThat(eachUnmasked.row(1)).containsExactly(alone, within(1e-13));
    }

    @Test
    void jacobianAndItsProductsAgree() {
        Matrix jacobian = derivatives.jacobian();
        Matrix signal = normals(SAMPLES, 3, "signal");
        assertThat(derivatives.jacobianVector(direction).data())
                .containsExactly(jacobian.times(direction), within(1e-12));
        assertThat(derivatives.vectorJacobian(signal))
                .containsExactly(jacobian.transposeTimes(signal.data()), within(1e-12));
    }

    @Test
    void productsWithTheInputJacobianAreAdjoint() {
        Matrix signal = normals(SAMPLES, 3, "signal");
        Matrix change = normals(SAMPLES, 36, "change");
        double forward = dot(derivatives.inputJacobianVector(change).data(), signal.data());
        double backward =
                dot(change.data(), derivatives.inputVectorJacobian(signal).data());
        assertThat(backward).isCloseTo(forward, within(1e-12 * Math.abs(forward)));
    }

    @Test
    void hessianProductIsTheCentralDifferenceOfTheGradient() {
        double[] product = derivatives.hessianVector(loss, labels, direction);
        double[] up = moved(direction, H).gradient(loss, labels);
        double[] down = moved(direction, -H).gradient(loss, labels);
        double scale = Arrays.stream(product).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < product.length; i++) {
            assertThat(product[i]).isCloseTo((up[i] - down[i]) / (2 * H), within(1e-6 * scale));
        }
    }

    @Test
    void hessianIsSymmetric() {
        double[] other = normals(1, network.parameterCount(), "other").data();
        double uHv = dot(other, derivatives.hessianVector(loss, labels, direction));
        double vHu = dot(direction, derivatives.hessianVector(loss, labels, other));
        assertThat(uHv).isCloseTo(vHu, within(1e-11 * Math.abs(uHv)));
    }

    @ParameterizedTest
    @EnumSource(names = {"TANH", "SIGMOID", "SOFTPLUS", "SIN", "SQUARE", "IDENTITY"})
    void gradientOfAnalyticNetworksIsThatOfTheComplexStep(Activation activation) {
        Network small = Network.dense(activation, 3, 4, 4, 1);
        Parameters theta = small.initialise(RANDOM.at("small"));
        Matrix x = Matrix.of(new double[] {0.4, -0.9, 0.2});
        double[] gradient = new Derivatives(theta, x, Pass.unmasked()).gradient(new SquaredError(), new double[] {0.3});
        double scale = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < gradient.length; i++) {
            double step = complexLoss(activation, theta.values(), x.data(), i, 1e-20) / 1e-20;
            assertThat(gradient[i]).isCloseTo(step, within(1e-13 * scale));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12})
    void aChainOfSigmoidsShrinksByAQuarterPerLayer(int length) {
        var builder = Network.ofInputs(1);
        for (int i = 0; i < length; i++) {
            builder.denseWithoutBias(1).activation(Activation.SIGMOID);
        }
        Network chain = builder.build();
        RandomStream stream = RANDOM.at("chain").at(length).stream();
        for (int trial = 0; trial < 100; trial++) {
            double[] weights = new double[length];
            for (int i = 0; i < length; i++) {
                weights[i] = 2 * stream.nextDouble() - 1;
            }
            Matrix x = Matrix.of(new double[] {stream.nextNormal()});
            double slope = new Derivatives(new Parameters(chain, weights), x, Pass.unmasked())
                    .inputVectorJacobian(Matrix.of(new double[] {1}))
                    .get(0, 0);
            assertThat(Math.abs(slope)).isLessThanOrEqualTo(Math.pow(4, -length));
        }
    }

    @Test
    void wrongShapesAreNamed() {
        assertThatThrownBy(() -> derivatives.gradient(loss, new double[2]))
                .hasMessageContaining("needs 5 targets, got 2");
        assertThatThrownBy(() -> derivatives.jacobianVector(new double[1])).hasMessageContaining("got 1");
        assertThatThrownBy(() -> new Derivatives(parameters, Matrix.zeros(1, 35), pass))
                .hasMessageContaining("takes 36 numbers per sample, got 35");
    }

    /** Im of the loss when parameter i has an imaginary part; an evaluation apart from the layers' maps. */
    private static double complexLoss(Activation activation, double[] theta, double[] x, int perturbed, double h) {
        Complex[] values = Arrays.stream(x).mapToObj(v -> Complex.of(v, 0)).toArray(Complex[]::new);
        int[] sizes = {3, 4, 4, 1};
        int offset = 0;
        for (int l = 1; l < sizes.length; l++) {
            Complex[] next = new Complex[sizes[l]];
            int bias = offset + sizes[l] * sizes[l - 1];
            for (int o = 0; o < sizes[l]; o++) {
                Complex sum = parameter(theta, bias + o, perturbed, h);
                for (int i = 0; i < sizes[l - 1]; i++) {
                    sum = sum.plus(parameter(theta, offset + o * sizes[l - 1] + i, perturbed, h)
                            .times(values[i]));
                }
                next[o] = l < sizes.length - 1 ? sum.apply(activation) : sum;
            }
            values = next;
            offset = bias + sizes[l];
        }
        Complex residual = values[0].plus(Complex.of(-0.3, 0));
        return residual.times(residual).im() / 2;
    }

    private static Complex parameter(double[] theta, int index, int perturbed, double h) {
        return Complex.of(theta[index], index == perturbed ? h : 0);
    }

    private double centralDifference(double[] v, ToDoubleFunction<Derivatives> value) {
        return (value.applyAsDouble(moved(v, H)) - value.applyAsDouble(moved(v, -H))) / (2 * H);
    }

    private Derivatives moved(double[] v, double h) {
        Parameters shifted = parameters.copy();
        for (int i = 0; i < v.length; i++) {
            shifted.values()[i] += h * v[i];
        }
        return new Derivatives(shifted, inputs, pass);
    }

    private static Matrix normals(int rows, int columns, String purpose) {
        RandomStream stream = RANDOM.at(purpose).stream();
        Matrix result = Matrix.zeros(rows, columns);
        for (int i = 0; i < result.data().length; i++) {
            result.data()[i] = stream.nextNormal();
        }
        return result;
    }

    private static double[] unit(double[] v) {
        double length = Math.sqrt(dot(v, v));
        return Arrays.stream(v).map(x -> x / length).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

package org.ketwork.neural.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ketwork.neural.mask.Masking.inverted;
import static org.ketwork.neural.mask.Masking.plain;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.loss.SoftmaxCrossEntropy;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.GaussianMask;
import org.ketwork.neural.mask.KOfD;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.mask.Standout;
import org.ketwork.neural.mask.WhenAllDropped;
import org.ketwork.neural.network.DenseStack;
import org.ketwork.neural.network.Network;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** The quick way to a gradient against the plain way through the layers. */
class StackGradientTest {
    private static final RandomAddress RANDOM = RandomAddress.root(8);
    private static final int SAMPLES = 40;
    private static final int INPUTS = 13;
    private static final int CLASSES = 4;

    /** A mask on the inputs, a mask between, and the activation. */
    record Case(Masking first, Masking second, Activation activation) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(inverted(new Bernoulli(0.8)), inverted(new Bernoulli(0.5)), Activation.RELU),
                new Case(plain(new Bernoulli(0.3)), inverted(new Bernoulli(1)), Activation.TANH),
                new Case(
                        inverted(new Bernoulli(0.8)).with(Sharing.PER_BATCH),
                        inverted(new Bernoulli(0.5)).with(Sharing.PER_BATCH),
                        Activation.RELU),
                new Case(
                        inverted(new Bernoulli(0.9)),
                        plain(new Bernoulli(0.4)).with(Sharing.PER_BATCH),
                        Activation.GELU),
                new Case(
                        plain(new KOfD(3, INPUTS)).with(Sharing.PER_BATCH),
                        inverted(new GaussianMask(0.6)),
                        Activation.SIGMOID),
                new Case(
                        inverted(new GaussianMask(0.6)).with(Sharing.PER_BATCH),
                        plain(new Standout(0.7, 0.1)),
                        Activation.SOFTPLUS),
                // Everything dropped for the whole batch, as a named choice.
                new Case(
                        plain(new Bernoulli(1)),
                        plain(new Bernoulli(1e-9)).with(Sharing.PER_BATCH).with(WhenAllDropped.KEEP_NONE),
                        Activation.RELU),
                new Case(
                        plain(new Bernoulli(1e-9)).with(Sharing.PER_BATCH).with(WhenAllDropped.KEEP_ONE),
                        plain(new Bernoulli(1e-9)).with(WhenAllDropped.KEEP_ONE),
                        Activation.SQUARE));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsTheGradientThroughTheLayers(Case c) {
        Network network = Network.ofInputs(INPUTS)
                .masked(c.first)
                .dense(19)
                .activation(c.activation)
                .masked(c.second)
                .denseWithoutBias(11)
                .dense(17)
                .activation(c.activation)
                .masked(inverted(new Bernoulli(0.5)).with(c.second.sharing()))
                .dense(CLASSES)
                .build();
        double[] theta = network.initialise(RANDOM.at("weights")).values();
        Examples examples = examples();
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
        try (Workers workers = Workers.of(2)) {
            BatchGradient quick =
                    new StackGradient(DenseStack.of(network).orElseThrow(), loss, examples, SAMPLES, workers);
            BatchGradient plain = new LayeredGradient(network, loss, examples, SAMPLES, workers);
            for (int step = 0; step < 3; step++) {
                int[] batch = IntStream.range(step, SAMPLES - 7 * step).toArray();
                for (Pass pass : new Pass[] {Pass.masked(RANDOM.at("masks"), step), Pass.unmasked()}) {
                    quick.compute(theta, batch, pass);
                    plain.compute(theta, batch, pass);
                    assertThat(quick.loss()).isCloseTo(plain.loss(), within(1e-12 * plain.loss()));
                    double[] expected = plain.gradient(0, theta.length);
                    double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
                    assertThat(quick.gradient(0, theta.length)).containsExactly(expected, within(1e-12 * scale));
                }
            }
        }
    }

    /** Wide enough that a batch is cut into two parts; odd batches, and one of a single sample. */
    @Test
    void equalsTheGradientThroughTheLayersInPartsAndForOneSample() {
        Network network = Network.ofInputs(INPUTS)
                .dense(131)
                .activation(Activation.RELU)
                .masked(inverted(new Bernoulli(0.5)))
                .dense(67)
                .activation(Activation.TANH)
                .masked(inverted(new Bernoulli(0.5)).with(Sharing.PER_BATCH))
                .dense(CLASSES)
                .build();
        double[] theta = network.initialise(RANDOM.at("weights")).values();
        assertThat((long) SAMPLES * theta.length).isGreaterThan(2 * 200_000L);
        Examples examples = examples();
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
        try (Workers workers = Workers.of(2)) {
            BatchGradient quick =
                    new StackGradient(DenseStack.of(network).orElseThrow(), loss, examples, SAMPLES, workers);
            BatchGradient plain = new LayeredGradient(network, loss, examples, 1, workers);
            for (int size : new int[] {SAMPLES, SAMPLES - 1, 3, 1}) {
                int[] batch = IntStream.range(0, size).map(i -> SAMPLES - 1 - i).toArray();
                Pass pass = Pass.masked(RANDOM.at("masks"), size);
                quick.compute(theta, batch, pass);
                double[] actual = quick.gradient(0, theta.length).clone();
                double[] expected = new double[theta.length];
                for (int sample : batch) {
                    plain.compute(theta, new int[] {sample}, pass);
                    double[] one = plain.gradient(0, theta.length);
                    for (int i = 0; i < expected.length; i++) {
                        expected[i] += one[i] / size;
                    }
                }
                double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
                assertThat(actual).containsExactly(expected, within(1e-12 * scale));
            }
        }
    }

    @Test
    void networksOfAnotherFormAreLeftToTheLayers() {
        assertThat(DenseStack.of(Network.ofInputs(3).dense(2).layerNorm().build()))
                .isEmpty();
        assertThat(DenseStack.of(Network.ofInputs(3).activation(Activation.RELU).build()))
                .isEmpty();
        assertThat(DenseStack.of(Network.ofInputs(3)
                        .dense(2)
                        .masked(inverted(new Bernoulli(0.5)))
                        .build()))
                .isEmpty();
        assertThat(DenseStack.of(Network.dense(Activation.SIN, 3, 4, 2))).isPresent();
    }

    private static Examples examples() {
        RandomStream stream = RANDOM.at("data").stream();
        Matrix inputs = Matrix.zeros(SAMPLES, INPUTS);
        double[] targets = new double[SAMPLES];
        for (int i = 0; i < inputs.data().length; i++) {
            inputs.data()[i] = stream.nextNormal();
        }
        for (int i = 0; i < SAMPLES; i++) {
            targets[i] = stream.nextInt(CLASSES);
        }
        return new Examples(inputs, targets, 1);
    }
}

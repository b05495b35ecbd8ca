package org.ketwork.neural.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Dense;
import org.ketwork.neural.layer.LayerNorm;
import org.ketwork.neural.layer.MaskedLayer;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.KOfD;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

class MonteCarloTest {
    private static Matrix inputs(int samples, int width) {
        RandomStream random = RandomAddress.root(samples).stream();
        Matrix inputs = Matrix.zeros(samples, width);
        for (int i = 0; i < inputs.data().length; i++) {
            inputs.data()[i] = random.nextNormal();
        }
        return inputs;
    }

    private static Parameters initialise(Network network) {
        Parameters parameters = network.initialise(RandomAddress.root(1));
        // Fresh biases are zero; others show whether they are used.
        RandomStream random = RandomAddress.root(2).stream();
        for (int i = 0; i < parameters.values().length; i++) {
            parameters.values()[i] += 0.05 * random.nextNormal();
        }
        return parameters;
    }

    @Test
    void lookedUpSumsEqualPassesThroughAllLayers() {
        Masking half = Masking.inverted(new Bernoulli(0.5));
        Masking most = Masking.plain(new Bernoulli(0.8));
        Network[] networks = {
            Network.ofInputs(7)
                    .dense(70)
                    .activation(Activation.RELU)
                    .masked(half)
                    .dense(5)
                    .build(),
            Network.ofInputs(7)
                    .dense(130)
                    .activation(Activation.RELU)
                    .masked(half)
                    .dense(67)
                    .activation(Activation.RELU)
                    .masked(most)
                    .dense(5)
                    .build(),
            Network.ofInputs(7)
                    .dense(9)
                    .activation(Activation.TANH)
                    .masked(most)
                    .dense(12)
                    .masked(half)
                    .dense(3)
                    .activation(Activation.SIN)
                    .masked(half)
                    .dense(4)
                    .build(),
            // The inputs themselves masked, and more than one position in a layer before the first mask.
            Network.ofInputs(7).masked(half).dense(3).build(),
            Network.ofInputs(7)
                    .residual(new Dense(7, 7), new LayerNorm(7))
                    .dense(66)
                    .activation(Activation.SIGMOID)
                    .masked(half)
                    .denseWithoutBias(5)
                    .build(),
        };
        try (Workers workers = Workers.of(2)) {
            for (Network network : networks) {
                MonteCarlo prediction = new MonteCarlo(
                        initialise(network), 150, RandomAddress.root(5).at("mask"));
                assertThat(DropoutStack.of(prediction)).isPresent();
                Matrix inputs = inputs(19, 7);
                double[] plain = new double[150 * 19 * network.outputs()];
                prediction.passByPass(inputs, workers, plain);
                assertThat(largestDifference(
                                prediction.probabilities(inputs, workers).data(), plain))
                        .isLessThan(1e-13);
            }
        }
    }

    private static double largestDifference(double[] a, double[] b) {
        assertThat(a).hasSameSizeAs(b);
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    @Test
    void otherNetworksGoThroughAllLayers() {
        Network masksInside = Network.ofInputs(7)
                .residual(new Dense(7, 7), new MaskedLayer(7, Masking.inverted(new Bernoulli(0.5))))
                .dense(3)
                .build();
        Network kOfD = Network.ofInputs(7)
                .dense(8)
                .masked(Masking.inverted(new KOfD(3, 8)))
                .dense(3)
                .build();
        for (Network network : new Network[] {masksInside, kOfD}) {
            MonteCarlo prediction = new MonteCarlo(initialise(network), 4, RandomAddress.root(5));
            assertThat(DropoutStack.of(prediction)).isEmpty();
            try (Workers workers = Workers.of(1)) {
                NdArray all = prediction.probabilities(inputs(2, 7), workers);
                assertThat(all.shape()).containsExactly(4, 2, 3);
                Matrix second =
                        network.apply(prediction.parameters(), inputs(2, 7), Pass.masked(RandomAddress.root(5), 1));
                double sum = Math.exp(second.get(1, 0)) + Math.exp(second.get(1, 1)) + Math.exp(second.get(1, 2));
                assertThat(all.data()[9]).isCloseTo(Math.exp(second.get(1, 0)) / sum, within(1e-15));
            }
        }
    }

    @Test
    void morePassesContinueFewerAndThreadsDoNotMatter() {
        Network network = Network.ofInputs(4)
                .dense(20)
                .activation(Activation.RELU)
                .masked(Masking.inverted(new Bernoulli(0.5)))
                .dense(3)
                .build();
        Parameters parameters = initialise(network);
        Matrix inputs = inputs(30, 4);
        try (Workers one = Workers.of(1);
                Workers two = Workers.of(2)) {
            double[] few = new MonteCarlo(parameters, 10, RandomAddress.root(1))
                    .probabilities(inputs, one)
                    .data();
            double[] many = new MonteCarlo(parameters, 200, RandomAddress.root(1))
                    .probabilities(inputs, two)
                    .data();
            assertThat(Arrays.equals(Arrays.copyOf(many, few.length), few)).isTrue();
        }
    }

    @Test
    void aPassWithASharedMaskIsOneSubNetwork() {
        Network network = Network.ofInputs(4)
                .dense(6)
                .activation(Activation.RELU)
                .masked(Masking.inverted(new Bernoulli(0.5)))
                .dense(3)
                .build();
        Parameters parameters = initialise(network);
        Matrix twice = Matrix.of(inputs(1, 4).row(0), inputs(1, 4).row(0));
        try (Workers workers = Workers.of(1)) {
            MonteCarlo shared = new MonteCarlo(parameters, 20, RandomAddress.root(1), Optional.of(Sharing.PER_BATCH));
            double[] p = shared.probabilities(twice, workers).data();
            double[] own = new MonteCarlo(parameters, 20, RandomAddress.root(1))
                    .probabilities(twice, workers)
                    .data();
            boolean differs = false;
            for (int t = 0; t < 20; t++) {
                assertThat(p[t * 6]).isEqualTo(p[t * 6 + 3]);
                differs |= own[t * 6] != own[t * 6 + 3];
            }
            assertThat(differs).isTrue();
        }
    }

    /** One softmax layer on masked inputs: weight scaling is the normalised geometric mean over all masks. */
    @Test
    void weightScalingIsTheGeometricMeanOfOneSoftmaxLayer() {
        Network network = Network.ofInputs(5)
                .masked(Masking.plain(new Bernoulli(0.7)))
                .dense(3)
                .build();
        Parameters parameters = initialise(network);
        Matrix x = inputs(1, 5);
        double[] weight = parameters.block("1.weight");
        double[] bias = parameters.block("1.bias");
        double[] logarithm = new double[3];
        for (int mask = 0; mask < 32; mask++) {
            double probability = Math.pow(0.7, Integer.bitCount(mask)) * Math.pow(0.3, 5 - Integer.bitCount(mask));
            double[] z = bias.clone();
            for (int c = 0; c < 3; c++) {
                for (int i = 0; i < 5; i++) {
                    z[c] += (mask >>> i & 1) * weight[c * 5 + i] * x.get(0, i);
                }
            }
            Kernels.best().softmaxRows(z, 0, 1, 3);
            for (int c = 0; c < 3; c++) {
                logarithm[c] += probability * Math.log(z[c]);
            }
        }
        Kernels.best().softmaxRows(logarithm, 0, 1, 3);
        assertThat(WeightScaling.probabilities(parameters, x).row(0)).containsExactly(logarithm, within(1e-14));
    }
}

package org.ketwork.neural.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ketwork.neural.mask.Masking.inverted;
import static org.ketwork.neural.mask.Masking.plain;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Dense;
import org.ketwork.neural.layer.LayerNorm;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.GaussianMask;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.network.Network;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** Sub-networks of kept units against passes through all layers. */
class SharedPassesTest {
    private static final RandomAddress RANDOM = RandomAddress.root(21);
    private static final int SAMPLES = 300;

    private final Matrix inputs = inputs();

    @Test
    void equalThePassesThroughAllLayers() {
        Network[] networks = {
            Network.ofInputs(7)
                    .dense(40)
                    .activation(Activation.RELU)
                    .masked(inverted(new Bernoulli(0.5)))
                    .dense(30)
                    .activation(Activation.TANH)
                    .masked(plain(new Bernoulli(0.4)))
                    .dense(4)
                    .build(),
            Network.ofInputs(7)
                    .masked(inverted(new Bernoulli(0.7)))
                    .dense(5)
                    .activation(Activation.GELU)
                    .dense(6)
                    .masked(inverted(new GaussianMask(0.8)))
                    .dense(3)
                    .build(),
            Network.ofInputs(7)
                    .dense(9)
                    .masked(plain(new Bernoulli(1e-9)))
                    .dense(2)
                    .build(),
            // Layers of another form before the first mask, one of them with more than one position.
            Network.ofInputs(7)
                    .residual(new Dense(7, 7), new LayerNorm(7))
                    .masked(inverted(new Bernoulli(0.5)))
                    .dense(2)
                    .build()
        };
        for (Network network : networks) {
            MonteCarlo prediction = new MonteCarlo(
                    network.initialise(RANDOM.at("weights")), 19, RANDOM.at("masks"), Optional.of(Sharing.PER_BATCH));
            assertThat(SharedPasses.of(prediction)).isPresent();
            double[] plain = new double[19 * SAMPLES * network.outputs()];
            try (Workers one = Workers.of(1);
                    Workers two = Workers.of(2)) {
                prediction.passByPass(inputs, one, plain);
                double[] quick = prediction.probabilities(inputs, one).data();
                assertThat(quick).containsExactly(plain, within(1e-13));
                assertThat(prediction.probabilities(inputs, two).data()).containsExactly(quick);
            }
        }
    }

    @Test
    void masksOfTheirOwnAreLeftToOthers() {
        Network network = Network.ofInputs(7)
                .dense(9)
                .masked(inverted(new Bernoulli(0.5)))
                .dense(2)
                .build();
        MonteCarlo prediction = new MonteCarlo(network.initialise(RANDOM), 3, RANDOM);
        assertThat(SharedPasses.of(prediction)).isEmpty();
        Network unmasked = Network.dense(Activation.RELU, 7, 3, 2);
        assertThat(SharedPasses.of(new MonteCarlo(unmasked.initialise(RANDOM), 3, RANDOM)))
                .isEmpty();
    }

    private static Matrix inputs() {
        RandomStream stream = RANDOM.at("inputs").stream();
        Matrix result = Matrix.zeros(SAMPLES, 7);
        for (int i = 0; i < result.data().length; i++) {
            result.data()[i] = stream.nextNormal();
        }
        return result;
    }
}

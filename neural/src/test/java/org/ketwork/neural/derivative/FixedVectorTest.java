package org.ketwork.neural.derivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.loss.SquaredError;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.neural.optimiser.Sgd;
import org.ketwork.numerics.matrix.Matrix;

/**
 * The smallest deep network, o = s(w2 s(w1 x)) with s the sigmoid, at w1 = w2 = x = 1, y = 0, against numbers computed with 40 digits
 * (mpmath 1.3.0).
 */
class FixedVectorTest {
    private static final double TO_15_DIGITS = 1e-15;

    private final Network network = Network.ofInputs(1)
            .denseWithoutBias(1)
            .activation(Activation.SIGMOID)
            .denseWithoutBias(1)
            .activation(Activation.SIGMOID)
            .build();
    private final Parameters ones = new Parameters(network, new double[] {1, 1});
    private final Matrix x = Matrix.of(new double[] {1});
    private final double[] y = {0};
    private final Loss loss = new SquaredError();
    private final Derivatives derivatives = new Derivatives(ones, x, Pass.unmasked());

    @Test
    void valuesOfTheForwardLayers() {
        Network first =
                new Network(List.of(network.layers().get(0), network.layers().get(1)));
        Matrix hidden = first.apply(new Parameters(first, new double[] {1}), x, Pass.unmasked());
        assertThat(hidden.get(0, 0)).isCloseTo(0.7310585786300049, within(TO_15_DIGITS));
        assertThat(derivatives.outputs().get(0, 0)).isCloseTo(0.6750375273768237, within(TO_15_DIGITS));
    }

    @Test
    void jacobianOfTheBackwardLayers() {
        assertThat(derivatives.jacobian().data())
                .containsExactly(new double[] {0.04312916016242333, 0.16036637250863844}, within(TO_15_DIGITS));
    }

    @Test
    void lossAndItsGradient() {
        assertThat(derivatives.loss(loss, y)).isCloseTo(0.22783783168350796, within(TO_15_DIGITS));
        assertThat(derivatives.gradient(loss, y))
                .containsExactly(new double[] {0.02911380163388125, 0.10825331957262192}, within(TO_15_DIGITS));
    }

    @Test
    void oneStepOfGradientDescent() {
        double[] w = {1, 1};
        new Sgd().step(1, 1, derivatives.gradient(loss, y), new double[0][], w, 0, 2);
        assertThat(w).containsExactly(new double[] {0.9708861983661188, 0.891746680427378}, within(TO_15_DIGITS));
        Derivatives after = new Derivatives(new Parameters(network, w), x, Pass.unmasked());
        assertThat(after.loss(loss, y)).isCloseTo(0.2153547148783308, within(TO_15_DIGITS));
    }

    @Test
    void hessian() {
        assertThat(derivatives.hessian(loss, y).data())
                .containsExactly(
                        new double[] {
                            -0.013597734702379547, 0.02857930808667584, 0.02857930808667584, -0.0019873976440025153
                        },
                        within(TO_15_DIGITS));
    }
}

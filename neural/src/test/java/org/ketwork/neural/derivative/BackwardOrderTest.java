package org.ketwork.neural.derivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/** Backward layers compose from the last to the first; in the other order they do not give the gradient. */
class BackwardOrderTest {
    private static final int[] LAST_TO_FIRST = {4, 3, 2, 1, 0};
    private static final int[] FIRST_TO_LAST = {0, 1, 2, 3, 4};

    private final Network network = Network.dense(Activation.TANH, 4, 4, 4, 4);
    private final Parameters parameters =
            network.initialise(RandomAddress.root(5).at("weights"));
    private final Matrix x = Matrix.of(new double[] {0.3, -1.2, 0.8, 0.1}, new double[] {1, 0.2, -0.4, 2});
    private final Matrix signal = Matrix.of(new double[] {1, -2, 0.5, 0.7}, new double[] {0, 1, 0.3, -1});
    private final BackwardLayers backward = new BackwardLayers(parameters, x, Pass.unmasked());
    private final Derivatives derivatives = new Derivatives(parameters, x, Pass.unmasked());

    @Test
    void backwardLayersFromLastToFirstGiveTheGradient() {
        assertThat(backward.compose(signal, LAST_TO_FIRST).data())
                .containsExactly(derivatives.inputVectorJacobian(signal).data(), within(1e-14));
        assertThat(backward.gradient(signal)).containsExactly(derivatives.vectorJacobian(signal), within(1e-14));
    }

    @Test
    void backwardLayersFromFirstToLastDoNot() {
        Matrix expected = derivatives.inputVectorJacobian(signal);
        Matrix mutated = backward.compose(signal, FIRST_TO_LAST);
        assertThat(mutated.minus(expected).frobeniusNorm()).isGreaterThan(0.1 * expected.frobeniusNorm());
    }

    @Test
    void aSignalOfTheWrongShapeIsNamed() {
        assertThatThrownBy(() -> backward.apply(2, Matrix.zeros(2, 3)))
                .hasMessageContaining("backward layer 2 takes 2 x 4, got 2 x 3");
    }
}

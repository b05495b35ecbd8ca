package org.ketwork.neural.derivative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.layer.LayerMaps;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.layer.Point;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/** Backward layers compose from the last to the first; in the other order they do not give the gradient. */
class BackwardOrderTest {
    private static final int WIDTH = 4;

    private final Network network = Network.dense(Activation.TANH, WIDTH, WIDTH, WIDTH, WIDTH);
    private final Parameters parameters =
            network.initialise(RandomAddress.root(5).at("weights"));
    private final Matrix x = Matrix.of(new double[] {0.3, -1.2, 0.8, 0.1});
    private final Matrix signal = Matrix.of(new double[] {1, -2, 0.5, 0.7});

    @Test
    void backwardLayersFromLastToFirstGiveTheGradient() {
        double[] expected = new Derivatives(parameters, x, Pass.unmasked())
                .inputVectorJacobian(signal)
                .data();
        assertThat(pulledBack(true)).containsExactly(expected, within(1e-14));
    }

    @Test
    void backwardLayersFromFirstToLastDoNot() {
        double[] expected = new Derivatives(parameters, x, Pass.unmasked())
                .inputVectorJacobian(signal)
                .data();
        double[] mutated = pulledBack(false);
        double distance = 0;
        double norm = 0;
        for (int i = 0; i < WIDTH; i++) {
            distance += Math.pow(mutated[i] - expected[i], 2);
            norm += Math.pow(expected[i], 2);
        }
        assertThat(Math.sqrt(distance / norm)).isGreaterThan(0.1);
    }

    /** Applies the adjoint map of each layer, at its own point, in one order or the other. */
    private double[] pulledBack(boolean lastToFirst) {
        List<LayerMaps> maps = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        double[] values = x.data();
        int offset = 0;
        for (Layer layer : network.layers()) {
            LayerMaps map = layer.maps(new Layer.Place(0, offset), 1);
            Point at = new Point(Pass.unmasked(), new long[1], parameters.values(), values, new double[WIDTH]);
            map.forward(at);
            maps.add(map);
            points.add(at);
            values = at.y();
            offset += layer.parameterCount();
        }
        if (lastToFirst) {
            Collections.reverse(maps);
            Collections.reverse(points);
        }
        double[] pulled = signal.data();
        for (int i = 0; i < maps.size(); i++) {
            double[] next = new double[WIDTH];
            maps.get(i).adjoint(points.get(i), pulled, next, new double[parameters.values().length]);
            pulled = next;
        }
        return pulled;
    }
}

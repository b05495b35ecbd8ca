package org.ketwork.neural.training;

import java.util.Arrays;
import org.ketwork.neural.layer.Chain;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.layer.Point;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.network.Network;
import org.ketwork.numerics.parallel.Workers;

/** Gradients of any network, by the forward and adjoint maps of its layers. */
final class LayeredGradient extends PartedGradient<LayeredGradient.Part> {
    private final Network network;
    private final Loss loss;
    private final Examples data;

    LayeredGradient(Network network, Loss loss, Examples data, int batchSize, Workers workers) {
        super(loss, network.outputs(), workers);
        this.network = network;
        this.loss = loss;
        this.data = data;
        divide(batchSize, network.parameterCount(), Part::new);
    }

    @Override
    public void compute(double[] theta, int[] examples, Pass pass) {
        computeParts(examples, (part, own) -> part.compute(theta, own, pass, 1.0 / examples.length));
    }

    /** The buffers of one part of a batch. */
    final class Part extends PartedGradient.Part {
        private final Chain maps;
        private final double[] x;
        private final double[] xBar;
        private final double[] y;
        private final double[] yBar;

        Part(int maxRows) {
            super(network.parameterCount(), maxRows * data.targetWidth());
            maps = network.maps(maxRows);
            x = new double[maxRows * network.inputs()];
            xBar = new double[x.length];
            y = new double[maxRows * network.outputs()];
            yBar = new double[y.length];
        }

        @Override
        double[] output() {
            return y;
        }

        void compute(double[] theta, int[] examples, Pass pass, double share) {
            rows = examples.length;
            gather(examples, data.inputs().data(), network.inputs(), x);
            gather(examples, data.targets(), data.targetWidth(), target);
            Point at = new Point(pass, Arrays.stream(examples).asLongStream().toArray(), theta, x, y);
            maps.forward(at);
            loss.gradient(rows, network.outputs(), share, y, target, yBar);
            Arrays.fill(gradient, 0);
            maps.adjoint(at, yBar, xBar, gradient);
        }
    }

    private static void gather(int[] rows, double[] source, int width, double[] target) {
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(source, rows[r] * width, target, r * width, width);
        }
    }
}

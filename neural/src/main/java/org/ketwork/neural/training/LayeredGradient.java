package org.ketwork.neural.training;

import java.util.Arrays;
import org.ketwork.neural.layer.Chain;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.layer.Point;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.network.Network;
import org.ketwork.numerics.parallel.Workers;

/** Gradients of any network, by the forward and adjoint maps of its layers. */
final class LayeredGradient implements BatchGradient {
    /** A part of a batch with less work than this, in multiplications, is not worth a thread. */
    private static final long WORTH_A_PART = 200_000;

    private final Network network;
    private final Loss loss;
    private final Examples data;
    private final Workers workers;
    private final Part[] parts;
    private int partsUsed;

    LayeredGradient(Network network, Loss loss, Examples data, int batchSize, Workers workers) {
        this.network = network;
        this.loss = loss;
        this.data = data;
        this.workers = workers;
        long work = (long) batchSize * network.parameterCount();
        parts = new Part[(int) Math.clamp(work / WORTH_A_PART, 1, Math.min(2, batchSize))];
        int rows = (batchSize + parts.length - 1) / parts.length;
        for (int p = 0; p < parts.length; p++) {
            parts[p] = new Part(rows);
        }
    }

    @Override
    public void compute(double[] theta, int[] examples, Pass pass) {
        partsUsed = Math.min(parts.length, examples.length);
        workers.forEach(partsUsed, p -> {
            int first = p * examples.length / partsUsed;
            int last = (p + 1) * examples.length / partsUsed;
            parts[p].compute(theta, Arrays.copyOfRange(examples, first, last), pass, 1.0 / examples.length);
        });
    }

    @Override
    public double[] gradient(int from, int to) {
        double[] sum = parts[0].gradient;
        for (int p = 1; p < partsUsed; p++) {
            double[] other = parts[p].gradient;
            for (int i = from; i < to; i++) {
                sum[i] += other[i];
            }
        }
        return sum;
    }

    @Override
    public double loss() {
        double sum = 0;
        int rows = 0;
        for (int p = 0; p < partsUsed; p++) {
            sum += loss.value(parts[p].rows, network.outputs(), parts[p].y, parts[p].target);
            rows += parts[p].rows;
        }
        return sum / rows;
    }

    @Override
    public void score(Scorer scorer) {
        for (int p = 0; p < partsUsed; p++) {
            scorer.add(parts[p].rows, parts[p].y, parts[p].target);
        }
    }

    /** The buffers of one part of a batch. */
    private final class Part {
        private final Chain maps;
        private final double[] x;
        private final double[] xBar;
        private final double[] y;
        private final double[] yBar;
        private final double[] target;
        private final double[] gradient = new double[network.parameterCount()];
        private int rows;

        Part(int maxRows) {
            maps = network.maps(maxRows);
            x = new double[maxRows * network.inputs()];
            xBar = new double[x.length];
            y = new double[maxRows * network.outputs()];
            yBar = new double[y.length];
            target = new double[maxRows * data.targetWidth()];
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

package org.ketwork.neural.derivative;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ketwork.neural.layer.Chain;
import org.ketwork.neural.layer.Dense;
import org.ketwork.neural.layer.Direction;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.layer.Point;
import org.ketwork.neural.layer.SampleGradients;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.parallel.Workers;

/**
 * The Jacobian of the outputs of a network by its parameters at many samples, as a linear map that is not stored: products with it are
 * tangent passes, products with its transpose adjoint passes, in blocks of samples of a fixed size. Safe for several threads.
 *
 * <p>Letters: n samples, o outputs, P parameters.
 */
public final class NetworkJacobian {
    /** Samples of one pass; part of what a result is, to the last bit. */
    static final int BLOCK = 64;
    /** Into how many sums at most a sum over samples is cut. */
    private static final int PARTS = 16;

    private final Parameters parameters;
    private final Pass pass;
    private final long[] samples;
    private final Inputs inputs;
    private final ConcurrentLinkedQueue<Bench> idle = new ConcurrentLinkedQueue<>();

    /** The inputs of the samples, written when they are needed; called from several threads. */
    @FunctionalInterface
    public interface Inputs {
        /** Writes the inputs of samples first, ..., first + count - 1, row-major, to target[0 ...]. */
        void write(int first, int count, double[] target);
    }

    /** @param samples the number of each sample, for masks, which makes n numbers */
    public NetworkJacobian(Parameters parameters, Inputs inputs, long[] samples, Pass pass) {
        this.parameters = parameters;
        this.inputs = inputs;
        this.samples = samples.clone();
        this.pass = pass;
    }

    /** n. */
    public int rows() {
        return samples.length;
    }

    /** o. */
    public int outputs() {
        return network().outputs();
    }

    /** P. */
    public int columns() {
        return parameters.values().length;
    }

    Network network() {
        return parameters.network();
    }

    int blocks() {
        return Math.ceilDiv(rows(), BLOCK);
    }

    /** The outputs, (n, o). */
    public void values(double[] y, Workers workers) {
        int o = outputs();
        workers.forEach(blocks(), block -> {
            Bench bench = take(block);
            System.arraycopy(bench.at.y(), 0, y, bench.first * o, bench.count * o);
            idle.add(bench);
        });
    }

    /** Writes the gradients of samples first, ..., first + count - 1: those of output a to targets[a], row-major (count, P). */
    public void rows(int first, int count, double[][] targets) {
        int columns = columns();
        for (int done = 0; done < count; done += BLOCK) {
            Bench bench = take(first + done, Math.min(BLOCK, count - done));
            for (int a = 0; a < outputs(); a++) {
                bench.adjointRows(a, new Rows(targets[a], done * columns, columns));
            }
            idle.add(bench);
        }
    }

    /** out = J x, (n, o). */
    public void product(double[] x, double[] out, Workers workers) {
        int o = outputs();
        workers.forEach(blocks(), block -> {
            Bench bench = take(block);
            Arrays.fill(bench.xBar, 0);
            bench.maps.tangent(bench.at, new Direction(x, bench.xBar, bench.yBar));
            System.arraycopy(bench.yBar, 0, out, bench.first * o, bench.count * o);
            idle.add(bench);
        });
    }

    /** out = Jᵀ y of y (n, o). */
    public void adjoint(double[] y, double[] out, Workers workers) {
        int o = outputs();
        int columns = columns();
        int parts = Math.min(PARTS, blocks());
        double[][] sums = new double[parts][];
        workers.forEach(parts, part -> {
            sums[part] = new double[columns];
            int end = (int) ((long) blocks() * (part + 1) / parts);
            for (int block = (int) ((long) blocks() * part / parts); block < end; block++) {
                Bench bench = take(block);
                System.arraycopy(y, bench.first * o, bench.yBar, 0, bench.count * o);
                bench.maps.adjoint(bench.at, bench.yBar, bench.xBar, sums[part]);
                idle.add(bench);
            }
        });
        Arrays.fill(out, 0, columns, 0);
        for (double[] sum : sums) {
            for (int k = 0; k < columns; k++) {
                out[k] += sum[k];
            }
        }
    }

    /** How many numbers {@link #adjoint} needs besides its result; those of a few samples are not counted. */
    public long adjointNumbers() {
        return (long) Math.min(PARTS, blocks()) * columns();
    }

    /** What is needed for one block, at which the forward pass has been run. */
    Bench take(int block) {
        return take(block * BLOCK, Math.min(BLOCK, rows() - block * BLOCK));
    }

    private Bench take(int first, int count) {
        Bench bench = Optional.ofNullable(idle.poll()).orElseGet(Bench::new);
        bench.forward(first, count);
        return bench;
    }

    void give(Bench bench) {
        idle.add(bench);
    }

    /** Buffers for one block. */
    final class Bench {
        private final Chain maps = network().maps(BLOCK);
        private final double[] x = new double[BLOCK * network().inputs()];
        private final double[] xBar = new double[x.length];
        private final double[] y = new double[BLOCK * outputs()];
        private final double[] yBar = new double[y.length];
        private Point at = new Point(pass, new long[0], parameters.values(), x, y);
        private int first;
        private int count;

        int first() {
            return first;
        }

        private void forward(int from, int rows) {
            first = from;
            count = rows;
            inputs.write(from, rows, x);
            at = new Point(pass, Arrays.copyOfRange(samples, from, from + rows), parameters.values(), x, y);
            maps.forward(at);
        }

        /** The gradients of output a of every sample. */
        void adjointRows(int a, SampleGradients into) {
            Arrays.fill(yBar, 0);
            for (int r = 0; r < count; r++) {
                yBar[r * outputs() + a] = 1;
            }
            maps.adjointRows(at, yBar, xBar, into);
        }
    }

    /** Whole rows of the Jacobian. */
    private record Rows(double[] target, int start, int columns) implements SampleGradients {
        @Override
        public Optional<Room> room(int offset, int count) {
            return Optional.of(new Room(target, start + offset, columns));
        }

        @Override
        public void outer(int offset, Dense layer, int rows, double[] x, double[] yBar) {
            for (int r = 0; r < rows; r++) {
                layer.gradient(x, r, yBar, target, start + offset + r * columns);
            }
        }
    }
}

package org.ketwork.neural.derivative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.neural.layer.Conditionals;
import org.ketwork.neural.layer.Dense;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.layer.Residual;
import org.ketwork.neural.layer.SampleGradients;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.parallel.Workers;

/**
 * The neural tangent kernel J Jᵀ of the outputs of a network (Jacot, Gabriel, Hongler, NeurIPS 2018), added up layer by layer without
 * the matrix J of all gradients. The gradient of a dense layer is an outer product, so that its part is (X Xᵀ + 1) ∘ (Ȳ Ȳᵀ) with what goes
 * in and the signals that come back: (inputs + outputs) steps for each pair of samples in place of inputs · outputs. Layers that share
 * their weights among positions form their own gradients.
 *
 * <p>Letters: n samples, o outputs. Memory besides the result: 2^25 numbers, or those of the largest layer if it needs more: n o times
 * its parameters, or n (inputs + o outputs) if it is dense.
 */
public final class TangentKernel {
    private static final long BUDGET = 1 << 25;
    /** Samples along the side of a tile. */
    private static final int SIDE = 128;

    private final NetworkJacobian jacobian;
    private final int n;
    private final int o;
    private final double[] kernel;

    private TangentKernel(NetworkJacobian jacobian, double[] kernel) {
        this.jacobian = jacobian;
        this.n = jacobian.rows();
        this.o = jacobian.outputs();
        this.kernel = kernel;
    }

    /** Writes the kernel, (o n, o n): output a of sample s is row a n + s. */
    public static void write(NetworkJacobian jacobian, double[] kernel, Workers workers) {
        new TangentKernel(jacobian, kernel).run(workers);
    }

    /** How many multiplications {@link #write} makes for the products of samples, about; the pass through the network is not counted. */
    public static double multiplications(NetworkJacobian jacobian) {
        TangentKernel kernel = new TangentKernel(jacobian, new double[0]);
        List<Part> parts = new ArrayList<>();
        kernel.collect(jacobian.network().layers(), 0, parts);
        double pairs = 0.5 * kernel.n * kernel.n;
        return pairs * parts.stream().mapToDouble(Part::width).sum();
    }

    /** How many numbers {@link #write} needs at a time besides the kernel, about; those of a few samples are not counted. */
    public static long numbers(NetworkJacobian jacobian) {
        return new TangentKernel(jacobian, new double[0])
                .groups().stream()
                        .mapToLong(group -> group.stream().mapToLong(Part::size).sum())
                        .max()
                        .orElse(0);
    }

    private void run(Workers workers) {
        Arrays.fill(kernel, 0, o * n * o * n, 0);
        groups().forEach(group -> add(group, workers));
        mirror(workers);
    }

    /** The layers with parameters, as many together as the budget allows. */
    private List<List<Part>> groups() {
        List<Part> parts = new ArrayList<>();
        collect(jacobian.network().layers(), 0, parts);
        List<List<Part>> groups = new ArrayList<>();
        long size = 0;
        for (Part part : parts) {
            if (groups.isEmpty() || size + part.size() > BUDGET) {
                groups.add(new ArrayList<>());
                size = 0;
            }
            groups.getLast().add(part);
            size += part.size();
        }
        return groups;
    }

    /** The layers with parameters, also those inside residual blocks and conditional probabilities; returns where the next layer's parameters begin. */
    private int collect(List<Layer> layers, int offset, List<Part> parts) {
        int next = offset;
        for (Layer layer : layers) {
            if (layer instanceof Residual block) {
                next = collect(block.layers(), next, parts);
                continue;
            }
            if (layer instanceof Conditionals conditionals) {
                next = collect(conditionals.body(), next, parts);
                continue;
            }
            if (layer instanceof Dense dense) {
                parts.add(new Outer(next, dense));
            } else if (layer.parameterCount() > 0) {
                parts.add(new Plain(next, layer.parameterCount()));
            }
            next += layer.parameterCount();
        }
        return next;
    }

    /** One pass through all samples, and what it says of a few layers. */
    private void add(List<Part> group, Workers workers) {
        group.forEach(Part::open);
        workers.forEach(jacobian.blocks(), block -> {
            NetworkJacobian.Bench bench = jacobian.take(block);
            for (int a = 0; a < o; a++) {
                bench.adjointRows(a, new Collector(group, a, bench.first()));
            }
            jacobian.give(bench);
        });
        int tiles = Math.ceilDiv(n, SIDE);
        workers.forEach(tiles * (tiles + 1) / 2, number -> {
            int across = (int) ((Math.sqrt(8.0 * number + 1) - 1) / 2);
            int along = number - across * (across + 1) / 2;
            Tile tile = new Tile(
                    across * SIDE, Math.min(SIDE, n - across * SIDE), along * SIDE, Math.min(SIDE, n - along * SIDE));
            group.forEach(part -> part.addTo(tile));
        });
        group.forEach(Part::close);
    }

    /** Tiles below the diagonal of samples hold all pairs of outputs; what is above is the transpose. */
    private void mirror(Workers workers) {
        int width = o * n;
        workers.forEach(width, row -> {
            for (int column = 0; column < width; column++) {
                int s = row % n;
                int t = column % n;
                if (s / SIDE < t / SIDE || (s / SIDE == t / SIDE && row < column)) {
                    kernel[row * width + column] = kernel[column * width + row];
                }
            }
        });
    }

    /** Pairs of samples: row, ..., row + rows - 1 with column, ..., column + columns - 1. */
    private record Tile(int row, int rows, int column, int columns) {}

    /** What is kept of one layer during a pass. */
    private abstract sealed class Part {
        final int offset;

        Part(int offset) {
            this.offset = offset;
        }

        /** Numbers that are kept. */
        abstract long size();

        /** Multiplications for one pair of samples, all pairs of outputs together. */
        abstract double width();

        abstract void open();

        abstract void close();

        abstract void addTo(Tile tile);

        final int place(int a, int b, Tile tile) {
            return (a * n + tile.row) * o * n + b * n + tile.column;
        }
    }

    /** A layer whose gradients are kept as they are. */
    private final class Plain extends Part {
        private final int count;
        private double[] gradients = new double[0];

        Plain(int offset, int count) {
            super(offset);
            this.count = count;
        }

        @Override
        long size() {
            return (long) o * n * count;
        }

        @Override
        double width() {
            return (double) o * o * count;
        }

        @Override
        void open() {
            gradients = new double[Math.toIntExact(size())];
        }

        @Override
        void close() {
            gradients = new double[0];
        }

        @Override
        void addTo(Tile tile) {
            for (int a = 0; a < o; a++) {
                for (int b = 0; b < o; b++) {
                    Blas.gemm(
                            false,
                            true,
                            tile.rows,
                            tile.columns,
                            count,
                            1,
                            gradients,
                            (a * n + tile.row) * count,
                            count,
                            gradients,
                            (b * n + tile.column) * count,
                            count,
                            1,
                            kernel,
                            place(a, b, tile),
                            o * n);
                }
            }
        }
    }

    /** A dense layer. */
    private final class Outer extends Part {
        private final Dense layer;
        private double[] values = new double[0];
        private double[] signals = new double[0];

        Outer(int offset, Dense layer) {
            super(offset);
            this.layer = layer;
        }

        @Override
        long size() {
            return (long) n * (layer.inputs() + o * layer.outputs());
        }

        @Override
        double width() {
            return layer.inputs() + (double) o * o * layer.outputs();
        }

        @Override
        void open() {
            values = new double[Math.multiplyExact(n, layer.inputs())];
            signals = new double[Math.multiplyExact(o * n, layer.outputs())];
        }

        @Override
        void close() {
            values = new double[0];
            signals = new double[0];
        }

        @Override
        void addTo(Tile tile) {
            double[] overlap = new double[tile.rows * tile.columns];
            double[] other = new double[overlap.length];
            outer(values, layer.inputs(), tile.row, tile.column, tile, overlap);
            double one = layer.bias() ? 1 : 0;
            for (int i = 0; i < overlap.length; i++) {
                overlap[i] += one;
            }
            for (int a = 0; a < o; a++) {
                for (int b = 0; b < o; b++) {
                    outer(signals, layer.outputs(), a * n + tile.row, b * n + tile.column, tile, other);
                    int to = place(a, b, tile);
                    for (int i = 0; i < tile.rows; i++) {
                        for (int j = 0; j < tile.columns; j++) {
                            kernel[to + i * o * n + j] += overlap[i * tile.columns + j] * other[i * tile.columns + j];
                        }
                    }
                }
            }
        }

        private static void outer(double[] x, int width, int row, int column, Tile tile, double[] target) {
            Blas.gemm(
                    false,
                    true,
                    tile.rows,
                    tile.columns,
                    width,
                    1,
                    x,
                    row * width,
                    width,
                    x,
                    column * width,
                    width,
                    0,
                    target,
                    0,
                    tile.columns);
        }
    }

    /** Hands the gradients of one block and one output to the parts that want them. */
    private final class Collector implements SampleGradients {
        private final List<Part> group;
        private final int output;
        private final int first;

        Collector(List<Part> group, int output, int first) {
            this.group = group;
            this.output = output;
            this.first = first;
        }

        @Override
        public Optional<Room> room(int offset, int count) {
            for (Part part : group) {
                if (part instanceof Plain plain && plain.offset == offset) {
                    return Optional.of(new Room(plain.gradients, (output * n + first) * count, count));
                }
            }
            return Optional.empty();
        }

        @Override
        public void outer(int offset, Dense layer, int rows, double[] x, double[] yBar) {
            for (Part part : group) {
                if (part instanceof Outer outer && outer.offset == offset) {
                    System.arraycopy(x, 0, outer.values, first * layer.inputs(), rows * layer.inputs());
                    System.arraycopy(
                            yBar, 0, outer.signals, (output * n + first) * layer.outputs(), rows * layer.outputs());
                }
            }
        }
    }
}

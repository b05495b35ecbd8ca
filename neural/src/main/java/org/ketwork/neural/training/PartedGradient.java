package org.ketwork.neural.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.ketwork.neural.loss.Loss;
import org.ketwork.numerics.parallel.Workers;

/**
 * What the ways to gradients share: a batch is cut into parts, which are computed side by side and put together in their order.
 *
 * @param <P> the buffers of one part
 */
abstract class PartedGradient<P extends PartedGradient.Part> implements BatchGradient {
    /** A part of a batch with less work than this, in multiplications, is not worth a thread. */
    private static final long WORTH_A_PART = 200_000;

    private static final int MOST_PARTS = 2;

    private final Loss loss;
    private final int outputs;
    private final Workers workers;
    private final List<P> parts = new ArrayList<>();
    private int used;

    /** The buffers of one part of a batch, and what is left in them after it was computed. */
    abstract static class Part {
        final double[] gradient;
        final double[] target;
        int rows;

        /** @param targets numbers in the targets of the largest batch */
        Part(int parameters, int targets) {
            this.gradient = new double[parameters];
            this.target = new double[targets];
        }

        /** Outputs of the network, (rows, outputs); the array may be longer. */
        abstract double[] output();
    }

    PartedGradient(Loss loss, int outputs, Workers workers) {
        this.loss = loss;
        this.outputs = outputs;
        this.workers = workers;
    }

    /**
     * Makes the parts for batches of at most this size; their number is a function of the sizes alone.
     *
     * @param part makes the buffers for so many rows
     */
    final void divide(int batchSize, int parameters, IntFunction<P> part) {
        long work = (long) batchSize * parameters;
        int count = Math.clamp(work / WORTH_A_PART, 1, Math.min(MOST_PARTS, batchSize));
        for (int p = 0; p < count; p++) {
            parts.add(part.apply(Math.ceilDiv(batchSize, count)));
        }
    }

    /** Computes each part with its examples. */
    final void computeParts(int[] examples, BiConsumer<P, int[]> compute) {
        used = Math.min(parts.size(), examples.length);
        workers.forEach(used, p -> {
            int first = p * examples.length / used;
            int last = (p + 1) * examples.length / used;
            compute.accept(parts.get(p), Arrays.copyOfRange(examples, first, last));
        });
    }

    @Override
    public final double[] gradient(int from, int to) {
        double[] sum = parts.getFirst().gradient;
        for (int p = 1; p < used; p++) {
            double[] other = parts.get(p).gradient;
            for (int i = from; i < to; i++) {
                sum[i] += other[i];
            }
        }
        return sum;
    }

    @Override
    public final double loss() {
        double sum = 0;
        int rows = 0;
        for (P part : parts.subList(0, used)) {
            sum += loss.value(part.rows, outputs, part.output(), part.target);
            rows += part.rows;
        }
        return sum / rows;
    }

    @Override
    public final void score(Scorer scorer) {
        for (P part : parts.subList(0, used)) {
            scorer.add(part.rows, part.output(), part.target);
        }
    }
}

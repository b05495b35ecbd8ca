package org.ketwork.neural.training;

import java.util.Arrays;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.network.DenseStack;
import org.ketwork.neural.network.SharedMask;
import org.ketwork.neural.network.StackWeights;
import org.ketwork.neural.network.StageWeights;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.parallel.Workers;

/**
 * Gradients of dense stacks: the same as {@link LayeredGradient} up to rounding, with bias, activation and mask in one sweep, and with
 * smaller matrices when all samples of a batch share a mask.
 */
final class StackGradient extends PartedGradient<StackGradient.Part> {
    private final DenseStack stack;
    private final Loss loss;
    private final Examples data;
    private final int outputs;
    private final StackWeights weights;

    StackGradient(DenseStack stack, Loss loss, Examples data, int batchSize, Workers workers) {
        super(loss, stack.stages().getLast().outputs(), workers);
        this.stack = stack;
        this.loss = loss;
        this.data = data;
        this.outputs = stack.stages().getLast().outputs();
        this.weights = new StackWeights(stack.stages());
        divide(batchSize, parameterCount(), Part::new);
    }

    private int parameterCount() {
        DenseStack.Stage last = stack.stages().getLast();
        return last.offset() + last.dense().parameterCount();
    }

    @Override
    public void compute(double[] theta, int[] examples, Pass pass) {
        weights.prepare(theta, pass);
        computeParts(
                examples,
                (part, own) -> part.compute(Arrays.stream(own).asLongStream().toArray(), pass, 1.0 / examples.length));
    }

    /** The buffers of one part of a batch. All batches in them hold only the units that take part. */
    final class Part extends PartedGradient.Part {
        /** Entry s is what enters stage s, masks applied; the last entry is the output. */
        private final double[][] values = new double[weights.count() + 1][];
        /** Entry s is the derivative of values[s + 1] by what the dense layer of stage s gives. */
        private final double[][] slopes = new double[weights.count()][];

        private final double[][] signals = new double[weights.count() + 1][];

        Part(int maxRows) {
            super(parameterCount(), maxRows * data.targetWidth());
            values[0] = new double[maxRows * data.inputs().columns()];
            for (int s = 0; s < weights.count(); s++) {
                int size = maxRows * stack.stages().get(s).outputs();
                values[s + 1] = new double[size];
                slopes[s] = new double[size];
                signals[s + 1] = new double[size];
            }
        }

        @Override
        double[] output() {
            return values[weights.count()];
        }

        void compute(long[] samples, Pass pass, double share) {
            rows = samples.length;
            gather(samples);
            mask(0, samples, pass);
            for (int s = 0; s < weights.count(); s++) {
                StageWeights w = weights.stage(s);
                Blas.gemm(
                        false,
                        true,
                        rows,
                        w.outputs(),
                        w.inputs(),
                        1,
                        values[s],
                        0,
                        w.inputs(),
                        w.array(),
                        w.offset(),
                        w.inputs(),
                        0,
                        values[s + 1],
                        0,
                        w.outputs());
                w.activate(rows, values[s + 1], slopes[s]);
                if (s + 1 < weights.count()) {
                    mask(s + 1, samples, pass);
                }
            }
            loss.gradient(rows, outputs, share, output(), target, signals[weights.count()]);
            pullBack();
        }

        private void pullBack() {
            for (int s = weights.count() - 1; s >= 0; s--) {
                StageWeights w = weights.stage(s);
                double[] signal = signals[s + 1];
                double[] slope = slopes[s];
                for (int i = 0; i < rows * w.outputs(); i++) {
                    signal[i] *= slope[i];
                }
                w.gradient(rows, signal, values[s], gradient);
                if (s > 0) {
                    Blas.gemm(
                            false,
                            false,
                            rows,
                            w.inputs(),
                            w.outputs(),
                            1,
                            signal,
                            0,
                            w.outputs(),
                            w.array(),
                            w.offset(),
                            w.inputs(),
                            0,
                            signals[s],
                            0,
                            w.inputs());
                }
            }
        }

        private void gather(long[] samples) {
            int width = data.inputs().columns();
            int[] kept = weights.stage(0).before().kept();
            for (int r = 0; r < rows; r++) {
                int row = (int) samples[r];
                if (kept.length == width) {
                    System.arraycopy(data.inputs().data(), row * width, values[0], r * width, width);
                } else {
                    for (int i = 0; i < kept.length; i++) {
                        values[0][r * kept.length + i] = data.inputs().data()[row * width + kept[i]];
                    }
                }
                System.arraycopy(
                        data.targets(), row * data.targetWidth(), target, r * data.targetWidth(), data.targetWidth());
            }
        }

        /** Multiplies what enters stage s, and the slopes behind it, by the mask before the stage. */
        private void mask(int s, long[] samples, Pass pass) {
            DenseStack.Stage stage = stack.stages().get(s);
            if (stage.mask().isEmpty()) {
                return;
            }
            double[] slope = s == 0 ? new double[rows * weights.stage(0).inputs()] : slopes[s - 1];
            SharedMask shared = weights.stage(s).before();
            if (shared.shared()) {
                for (int r = 0; r < rows; r++) {
                    multiply(shared.factors(), shared.count(), values[s], slope, r * shared.count());
                }
            } else {
                double[] factors = stage.mask().get().factors(pass, stage.maskPosition(), samples, values[s]);
                multiply(factors, rows * stage.inputs(), values[s], slope, 0);
            }
        }

        private static void multiply(double[] factors, int count, double[] values, double[] slopes, int offset) {
            for (int i = 0; i < count; i++) {
                values[offset + i] *= factors[i];
                slopes[offset + i] *= factors[i];
            }
        }
    }
}

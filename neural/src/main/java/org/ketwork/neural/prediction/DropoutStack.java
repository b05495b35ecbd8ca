package org.ketwork.neural.prediction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.BernoulliBits;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.Scaling;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.mask.WhenAllDropped;
import org.ketwork.neural.network.DenseStack;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Many passes over the same sample, for networks with a {@link MaskedTail} in which every stage has Bernoulli masks of its own for
 * each sample. The masks are those of the plain way, bit by bit.
 *
 * <p>At the first mask the values of a sample are the same in all passes,
 * so the dense layer behind it sums subsets of fixed rows: {@link SubsetSums} looks them up instead of multiplying. Later stages
 * are matrix products over a block of passes.
 */
final class DropoutStack {
    /** Passes that go through the stages together: their values stay in the nearest caches. */
    private static final int BLOCK = 128;

    /** Samples a task takes on. */
    private static final int SAMPLES = 8;

    private final int passes;
    private final MaskedTail tail;
    private final List<Stage> stages;

    private DropoutStack(MonteCarlo prediction, MaskedTail tail) {
        this.passes = prediction.passes();
        this.tail = tail;
        this.stages =
                tail.stages().stream().map(stage -> stage(prediction, stage)).toList();
    }

    /**
     * Masks, a dense layer, an activation.
     *
     * @param steps the address of the masks of each pass
     * @param weights W transposed, of shape (inputs, outputs)
     */
    private record Stage(
            double keep, double scale, RandomAddress[] steps, Matrix weights, double[] bias, Activation activation) {
        int inputs() {
            return weights.rows();
        }

        int outputs() {
            return weights.columns();
        }

        /** The kept units as bits; which number decides a unit depends on the number of words, so that it must be just enough. */
        long[] keptBits(int pass, int sample) {
            long[] kept = new long[(inputs() + 63) >>> 6];
            BernoulliBits.fill(steps[pass].at(sample), keep, kept);
            return kept;
        }
    }

    /** The passes, if this way is open to the network. */
    static Optional<DropoutStack> of(MonteCarlo prediction) {
        Pass.Masked pass = (Pass.Masked) prediction.pass(0);
        return MaskedTail.of(prediction.parameters())
                .filter(tail -> tail.stages().stream()
                        .allMatch(stage -> stage.mask()
                                .filter(mask -> isPlain(mask.masking(pass)))
                                .isPresent()))
                .map(tail -> new DropoutStack(prediction, tail));
    }

    private static boolean isPlain(Masking masking) {
        return masking.law() instanceof Bernoulli
                && masking.sharing() == Sharing.PER_SAMPLE
                && masking.whenAllDropped() == WhenAllDropped.KEEP_NONE;
    }

    private static Stage stage(MonteCarlo prediction, DenseStack.Stage stage) {
        Masking masking = stage.mask().orElseThrow().masking();
        double keep = ((Bernoulli) masking.law()).keepProbability();
        RandomAddress[] steps = new RandomAddress[prediction.passes()];
        for (int t = 0; t < steps.length; t++) {
            steps[t] = ((Pass.Masked) prediction.pass(t)).layer(stage.maskPosition());
        }
        double[] theta = prediction.parameters().values();
        double[] weight = Arrays.copyOfRange(theta, stage.offset(), stage.offsetOfBias());
        int end = stage.offsetOfBias() + stage.outputs();
        return new Stage(
                keep,
                masking.scaling() == Scaling.INVERTED ? 1 / keep : 1,
                steps,
                Matrix.wrap(stage.outputs(), stage.inputs(), weight).transpose(),
                stage.dense().bias()
                        ? Arrays.copyOfRange(theta, stage.offsetOfBias(), end)
                        : new double[stage.outputs()],
                stage.activation());
    }

    /** Writes the class probabilities of shape (passes, samples, classes). */
    void fill(Matrix inputs, Workers workers, double[] result) {
        Matrix hidden = tail.enter(inputs);
        int samples = inputs.rows();
        workers.forEach(Math.ceilDiv(samples, SAMPLES), task -> {
            Buffers buffers = new Buffers(stages);
            for (int n = task * SAMPLES; n < Math.min(samples, (task + 1) * SAMPLES); n++) {
                fillSample(n, hidden.row(n), samples, buffers, result);
            }
        });
    }

    /** Values of a block of passes after each stage. */
    private static final class Buffers {
        private final double[][] values;
        private final double[] masked;

        Buffers(List<Stage> stages) {
            values = new double[stages.size()][];
            int widest = 1;
            for (int i = 0; i < values.length; i++) {
                values[i] = new double[BLOCK * stages.get(i).outputs()];
                widest = Math.max(widest, stages.get(i).inputs());
            }
            masked = new double[BLOCK * widest];
        }
    }

    private void fillSample(int sample, double[] hidden, int samples, Buffers buffers, double[] result) {
        Stage first = stages.getFirst();
        SubsetSums sums = new SubsetSums(hidden, first.scale(), first.weights(), first.bias());
        int classes = stages.getLast().outputs();
        for (int pass = 0; pass < passes; pass += BLOCK) {
            int rows = Math.min(BLOCK, passes - pass);
            sumFirst(first, sums, sample, pass, rows, buffers);
            for (int i = 1; i < stages.size(); i++) {
                multiply(stages.get(i), buffers.values[i - 1], sample, pass, rows, buffers, buffers.values[i]);
            }
            double[] logits = buffers.values[stages.size() - 1];
            Kernels.best().softmaxRows(logits, 0, rows, classes);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(logits, row * classes, result, ((pass + row) * samples + sample) * classes, classes);
            }
        }
    }

    private static void sumFirst(Stage stage, SubsetSums sums, int sample, int pass, int rows, Buffers buffers) {
        sums.begin(rows);
        for (int row = 0; row < rows; row++) {
            sums.choose(row, stage.keptBits(pass + row, sample));
        }
        sums.sum(buffers.values[0]);
        activate(stage.activation(), buffers.values[0], rows * stage.outputs());
    }

    private static void multiply(
            Stage stage, double[] values, int sample, int pass, int rows, Buffers buffers, double[] target) {
        int units = stage.inputs();
        int outputs = stage.outputs();
        for (int row = 0; row < rows; row++) {
            long[] kept = stage.keptBits(pass + row, sample);
            for (int i = 0; i < units; i++) {
                double factor = (kept[i >>> 6] >>> i & 1) * stage.scale();
                buffers.masked[row * units + i] = factor * values[row * units + i];
            }
            System.arraycopy(stage.bias(), 0, target, row * outputs, outputs);
        }
        Blas.gemm(
                false,
                false,
                rows,
                outputs,
                units,
                1,
                buffers.masked,
                0,
                units,
                stage.weights().data(),
                0,
                outputs,
                1,
                target,
                0,
                outputs);
        activate(stage.activation(), target, rows * outputs);
    }

    private static void activate(Activation activation, double[] values, int length) {
        if (activation == Activation.RELU) {
            // Exact for finite values, and unlike a maximum without a branch that random signs mispredict.
            for (int i = 0; i < length; i++) {
                values[i] = 0.5 * (values[i] + Math.abs(values[i]));
            }
        } else {
            activation.values(values, values, length);
        }
    }
}

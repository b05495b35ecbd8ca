package org.ketwork.neural.prediction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.ActivationLayer;
import org.ketwork.neural.layer.Dense;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.layer.MaskedLayer;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.layer.Residual;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.BernoulliBits;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.Scaling;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.mask.WhenAllDropped;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Many passes over the same sample, for networks that from their first masked layer on are stages of Bernoulli masks, a dense
 * layer and perhaps an activation. The masks are those of the plain way, bit by bit.
 *
 * <p>What stands before the first mask is computed once. At the first mask the values of a sample are the same in all passes,
 * so the dense layer behind it sums subsets of fixed rows: {@link SubsetSums} looks them up instead of multiplying. Later stages
 * are matrix products over a block of passes.
 */
final class DropoutStack {
    /** Passes that go through the stages together: their values stay in the nearest caches. */
    private static final int BLOCK = 128;

    /** Samples a task takes on. */
    private static final int SAMPLES = 8;

    private final int passes;
    private final Parameters head;
    private final List<Stage> stages;

    private DropoutStack(int passes, Parameters head, List<Stage> stages) {
        this.passes = passes;
        this.head = head;
        this.stages = stages;
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

    /** The stack of a network, if it has this form. */
    static Optional<DropoutStack> of(MonteCarlo prediction) {
        List<Layer> layers = prediction.parameters().network().layers();
        int first = 0;
        int position = 0;
        while (first < layers.size() && isDeterministic(layers.get(first))) {
            position += layers.get(first).positions();
            first++;
        }
        if (first == 0 || first == layers.size()) {
            return Optional.empty();
        }
        List<Stage> stages = new ArrayList<>();
        for (int i = first; i < layers.size(); ) {
            boolean fits = i + 1 < layers.size()
                    && layers.get(i) instanceof MaskedLayer masked
                    && isPlain(masked, prediction)
                    && layers.get(i + 1) instanceof Dense;
            if (!fits) {
                return Optional.empty();
            }
            boolean active = i + 2 < layers.size() && layers.get(i + 2) instanceof ActivationLayer;
            stages.add(stage(prediction, i, position, active));
            position += active ? 3 : 2;
            i += active ? 3 : 2;
        }
        Network body = new Network(layers.subList(0, first));
        double[] theta = Arrays.copyOf(prediction.parameters().values(), body.parameterCount());
        return Optional.of(new DropoutStack(prediction.passes(), new Parameters(body, theta), stages));
    }

    private static boolean isDeterministic(Layer layer) {
        return switch (layer) {
            case MaskedLayer _ -> false;
            case Residual _ -> false;
            default -> true;
        };
    }

    private static boolean isPlain(MaskedLayer layer, MonteCarlo prediction) {
        Masking masking = layer.masking();
        return masking.law() instanceof Bernoulli
                && prediction.sharing().orElse(masking.sharing()) == Sharing.PER_SAMPLE
                && masking.whenAllDropped() == WhenAllDropped.KEEP_NONE;
    }

    private static Stage stage(MonteCarlo prediction, int index, int position, boolean active) {
        List<Layer> layers = prediction.parameters().network().layers();
        Masking masking = ((MaskedLayer) layers.get(index)).masking();
        double keep = ((Bernoulli) masking.law()).keepProbability();
        RandomAddress[] steps = new RandomAddress[prediction.passes()];
        for (int t = 0; t < steps.length; t++) {
            steps[t] = ((Pass.Masked) prediction.pass(t)).layer(position);
        }
        Dense dense = (Dense) layers.get(index + 1);
        double[] weight = prediction.parameters().block(index + 1 + ".weight");
        return new Stage(
                keep,
                masking.scaling() == Scaling.INVERTED ? 1 / keep : 1,
                steps,
                Matrix.wrap(dense.outputs(), dense.inputs(), weight).transpose(),
                dense.bias() ? prediction.parameters().block(index + 1 + ".bias") : new double[dense.outputs()],
                active ? ((ActivationLayer) layers.get(index + 2)).activation() : Activation.IDENTITY);
    }

    /** Writes the class probabilities of shape (passes, samples, classes). */
    void fill(Matrix inputs, Workers workers, double[] result) {
        Matrix hidden = head.network().apply(head, inputs, Pass.unmasked());
        int samples = inputs.rows();
        workers.map((samples + SAMPLES - 1) / SAMPLES, task -> {
            Buffers buffers = new Buffers(stages);
            for (int n = task * SAMPLES; n < Math.min(samples, (task + 1) * SAMPLES); n++) {
                fillSample(n, hidden.row(n), samples, buffers, result);
            }
            return task;
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
        } else if (activation != Activation.IDENTITY) {
            for (int i = 0; i < length; i++) {
                values[i] = activation.value(values[i]);
            }
        }
    }
}

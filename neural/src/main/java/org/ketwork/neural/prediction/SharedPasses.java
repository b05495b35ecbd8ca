package org.ketwork.neural.prediction;

import java.util.List;
import java.util.Optional;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.loss.SoftmaxCrossEntropy;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.network.DenseStack;
import org.ketwork.neural.network.SharedMask;
import org.ketwork.neural.network.StackWeights;
import org.ketwork.neural.network.StageWeights;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;

/**
 * Passes in which all samples share a mask, for networks with a {@link MaskedTail}: each pass is one sub-network, and only the units
 * it keeps are computed. What enters the first mask is kept unit by unit, so that a sub-network picks whole rows.
 */
final class SharedPasses {
    /** Samples that go through the stages together: their values stay in the nearest caches. */
    private static final int CHUNK = 256;

    /** Passes a task takes on. */
    private static final int BLOCK = 8;

    private final MonteCarlo prediction;
    private final MaskedTail tail;
    private final List<DenseStack.Stage> stages;

    private SharedPasses(MonteCarlo prediction, MaskedTail tail) {
        this.prediction = prediction;
        this.tail = tail;
        this.stages = tail.stages();
    }

    /** The passes, if this way is open to the network: a dense stack from its first mask on, and all its masks shared. */
    static Optional<SharedPasses> of(MonteCarlo prediction) {
        Pass.Masked pass = (Pass.Masked) prediction.pass(0);
        return MaskedTail.of(prediction.parameters())
                .filter(tail -> tail.stages().stream()
                        .flatMap(stage -> stage.mask().stream())
                        .allMatch(mask -> mask.masking(pass).sharing() == Sharing.PER_BATCH))
                .map(tail -> new SharedPasses(prediction, tail));
    }

    /** Writes the class probabilities of shape (passes, samples, classes). */
    void fill(Matrix inputs, Workers workers, double[] result) {
        Matrix units = tail.enter(inputs).transpose();
        workers.forEach(Math.ceilDiv(prediction.passes(), BLOCK), task -> {
            SubNetwork network = new SubNetwork();
            for (int t = task * BLOCK; t < Math.min(prediction.passes(), (task + 1) * BLOCK); t++) {
                network.choose(prediction.pass(t));
                for (int first = 0; first < inputs.rows(); first += CHUNK) {
                    network.fill(units, first, Math.min(CHUNK, inputs.rows() - first), t, result);
                }
            }
        });
    }

    /** The buffers of one task: the weights of a sub-network and the values of a chunk of samples. */
    private final class SubNetwork {
        private final StackWeights weights = new StackWeights(stages);
        private final double[] picked = new double[CHUNK * stages.getFirst().inputs()];
        /** Entry s is what leaves stage s, (samples, kept units). */
        private final double[][] values = new double[stages.size()][];

        SubNetwork() {
            for (int s = 0; s < values.length; s++) {
                values[s] = new double[CHUNK * stages.get(s).outputs()];
            }
        }

        void choose(Pass pass) {
            weights.prepare(prediction.parameters().values(), pass);
        }

        void fill(Matrix units, int first, int rows, int pass, double[] result) {
            pick(units, first, rows);
            StageWeights w = weights.stage(0);
            Blas.gemm(
                    true,
                    true,
                    rows,
                    w.outputs(),
                    w.inputs(),
                    1,
                    picked,
                    0,
                    rows,
                    w.array(),
                    w.offset(),
                    w.inputs(),
                    0,
                    values[0],
                    0,
                    w.outputs());
            w.activate(rows, values[0]);
            for (int s = 1; s < weights.count(); s++) {
                w = weights.stage(s);
                mask(w.before(), rows, values[s - 1]);
                Blas.gemm(
                        false,
                        true,
                        rows,
                        w.outputs(),
                        w.inputs(),
                        1,
                        values[s - 1],
                        0,
                        w.inputs(),
                        w.array(),
                        w.offset(),
                        w.inputs(),
                        0,
                        values[s],
                        0,
                        w.outputs());
                w.activate(rows, values[s]);
            }
            int classes = w.outputs();
            double[] logits = values[weights.count() - 1];
            SoftmaxCrossEntropy.softmax(rows, classes, logits);
            System.arraycopy(logits, 0, result, (pass * units.columns() + first) * classes, rows * classes);
        }

        /** Copies the kept units of a chunk of samples, times their factors, to (kept units, samples). */
        private void pick(Matrix units, int first, int rows) {
            SharedMask mask = weights.stage(0).before();
            for (int i = 0; i < mask.count(); i++) {
                int source = mask.kept()[i] * units.columns() + first;
                double factor = mask.shared() ? mask.factors()[i] : 1;
                for (int r = 0; r < rows; r++) {
                    picked[i * rows + r] = factor * units.data()[source + r];
                }
            }
        }

        private static void mask(SharedMask mask, int rows, double[] values) {
            if (mask.shared()) {
                for (int r = 0; r < rows; r++) {
                    for (int i = 0; i < mask.count(); i++) {
                        values[r * mask.count() + i] *= mask.factors()[i];
                    }
                }
            }
        }
    }
}

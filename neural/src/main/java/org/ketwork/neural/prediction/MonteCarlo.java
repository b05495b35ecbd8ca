package org.ketwork.neural.prediction;

import java.util.Optional;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Predictions of a classifier under drawn masks: T passes with the masks on (Gal and Ghahramani, ICML 2016). Pass t is the step t
 * of the address, so that more passes continue fewer; samples are numbered from 0.
 *
 * @param passes T, at least 1
 * @param sharing who shares a mask, if the passes and not the layers decide
 */
public record MonteCarlo(Parameters parameters, int passes, RandomAddress address, Optional<Sharing> sharing) {
    public MonteCarlo {
        if (passes < 1) {
            throw new IllegalArgumentException("the number of passes must be at least 1, got " + passes);
        }
    }

    /** Masks shared as each layer says. */
    public MonteCarlo(Parameters parameters, int passes, RandomAddress address) {
        this(parameters, passes, address, Optional.empty());
    }

    /** How pass t is made. */
    public Pass pass(int t) {
        return sharing.map(s -> Pass.masked(address, t, s)).orElseGet(() -> Pass.masked(address, t));
    }

    /** Class probabilities of shape (passes, samples, classes). */
    public NdArray probabilities(Matrix inputs, Workers workers) {
        int classes = parameters.network().outputs();
        double[] result = new double[Math.multiplyExact(passes, Math.multiplyExact(inputs.rows(), classes))];
        Optional<DropoutStack> stack = DropoutStack.of(this);
        Optional<SharedPasses> shared = SharedPasses.of(this);
        if (stack.isPresent()) {
            stack.get().fill(inputs, workers, result);
        } else if (shared.isPresent()) {
            shared.get().fill(inputs, workers, result);
        } else {
            passByPass(inputs, workers, result);
        }
        return NdArray.of(result, passes, inputs.rows(), classes);
    }

    /** The mean over passes, of shape (samples, classes). */
    public Matrix mean(Matrix inputs, Workers workers) {
        int size = inputs.rows() * parameters.network().outputs();
        double[] all = probabilities(inputs, workers).data();
        Matrix mean = Matrix.zeros(inputs.rows(), parameters.network().outputs());
        for (int t = 0; t < passes; t++) {
            for (int i = 0; i < size; i++) {
                mean.data()[i] += all[t * size + i] / passes;
            }
        }
        return mean;
    }

    /** The plain way, for any network: one pass after the other through all layers. */
    void passByPass(Matrix inputs, Workers workers, double[] result) {
        int classes = parameters.network().outputs();
        int size = inputs.rows() * classes;
        workers.forEach(passes, t -> {
            double[] logits =
                    parameters.network().apply(parameters, inputs, pass(t)).data();
            Kernels.best().softmaxRows(logits, 0, inputs.rows(), classes);
            System.arraycopy(logits, 0, result, t * size, size);
        });
    }
}

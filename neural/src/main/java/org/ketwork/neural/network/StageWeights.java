package org.ketwork.neural.network;

import java.util.Arrays;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.kernel.Kernels;

/** The weights of one stage between the units that take part in a batch: the parameters themselves, or a gathered copy. */
public final class StageWeights {
    private final DenseStack.Stage stage;
    private final double[] gathered;
    private final double[] gatheredBias;
    private double[] theta = new double[0];
    private SharedMask before;
    private SharedMask after;

    StageWeights(DenseStack.Stage stage) {
        this.stage = stage;
        gathered = new double[stage.inputs() * stage.outputs()];
        gatheredBias = new double[stage.outputs()];
        before = SharedMask.none(stage.inputs());
        after = SharedMask.none(stage.outputs());
    }

    /** Takes up the weights for a batch with these masks on what comes in and on what goes out. */
    void prepare(double[] parameters, SharedMask maskBefore, SharedMask maskAfter) {
        theta = parameters;
        before = maskBefore;
        after = maskAfter;
        if (stage.dense().bias()) {
            for (int j = 0; j < outputs(); j++) {
                gatheredBias[j] = theta[stage.offsetOfBias() + after.kept()[j]];
            }
        }
        if (isWhole()) {
            return;
        }
        int target = 0;
        for (int unit : after.kept()) {
            int row = stage.offset() + unit * stage.inputs();
            if (inputs() == stage.inputs()) {
                System.arraycopy(theta, row, gathered, target, inputs());
                target += inputs();
                continue;
            }
            for (int input : before.kept()) {
                gathered[target++] = theta[row + input];
            }
        }
    }

    public SharedMask before() {
        return before;
    }

    public int inputs() {
        return before.count();
    }

    public int outputs() {
        return after.count();
    }

    /** The array that holds the weights (outputs, inputs), from {@link #offset} on. */
    public double[] array() {
        return isWhole() ? theta : gathered;
    }

    public int offset() {
        return isWhole() ? stage.offset() : 0;
    }

    private boolean isWhole() {
        return inputs() == stage.inputs() && outputs() == stage.outputs();
    }

    /** Adds the bias to z and replaces it by the activation; the derivative goes to {@code slope}. */
    public void activate(int rows, double[] z, double[] slope) {
        addBias(rows, z);
        stage.activation().slopes(z, slope, rows * outputs());
        stage.activation().values(z, z, rows * outputs());
    }

    /** Adds the bias to z and replaces it by the activation. */
    public void activate(int rows, double[] z) {
        addBias(rows, z);
        stage.activation().values(z, z, rows * outputs());
    }

    private void addBias(int rows, double[] z) {
        for (int r = 0; r < rows; r++) {
            Kernels.best().axpy(1, gatheredBias, 0, z, r * outputs(), outputs());
        }
    }

    /** Writes the gradient of this stage's parameters, signal^T values and the sums of the signal, to its place. */
    public void gradient(int rows, double[] signal, double[] values, double[] target) {
        if (isWhole()) {
            multiply(rows, signal, values, target, stage.offset());
        } else {
            double[] compact = new double[inputs() * outputs()];
            multiply(rows, signal, values, compact, 0);
            scatter(compact, target);
        }
        if (stage.dense().bias()) {
            double[] sums = new double[outputs()];
            for (int r = 0; r < rows; r++) {
                Kernels.best().axpy(1, signal, r * outputs(), sums, 0, outputs());
            }
            Arrays.fill(target, stage.offsetOfBias(), stage.offsetOfBias() + stage.outputs(), 0);
            for (int j = 0; j < outputs(); j++) {
                target[stage.offsetOfBias() + after.kept()[j]] = sums[j];
            }
        }
    }

    private void multiply(int rows, double[] signal, double[] values, double[] target, int offset) {
        Blas.gemm(
                true, false, outputs(), inputs(), rows, 1, signal, 0, outputs(), values, 0, inputs(), 0, target, offset,
                inputs());
    }

    private void scatter(double[] compact, double[] target) {
        Arrays.fill(target, stage.offset(), stage.offsetOfBias(), 0);
        int source = 0;
        for (int unit : after.kept()) {
            int row = stage.offset() + unit * stage.inputs();
            if (inputs() == stage.inputs()) {
                System.arraycopy(compact, source, target, row, inputs());
                source += inputs();
                continue;
            }
            for (int input : before.kept()) {
                target[row + input] = compact[source++];
            }
        }
    }
}

package org.ketwork.neural.training;

import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.network.Network;
import org.ketwork.numerics.matrix.Matrix;

/**
 * Inputs (samples, inputs) with targets as the loss takes them, (samples, targets), flat.
 *
 * @param targetWidth numbers per target
 */
public record Examples(Matrix inputs, double[] targets, int targetWidth) {
    public Examples {
        if (inputs.rows() == 0) {
            throw new IllegalArgumentException("there must be at least one example");
        }
        if (targets.length != inputs.rows() * targetWidth) {
            throw new IllegalArgumentException(inputs.rows() + " samples need " + inputs.rows() * targetWidth
                    + " target numbers, got " + targets.length);
        }
    }

    public static Examples of(DataSet data, Network network, Loss loss) {
        network.requireInputs(data.features());
        return new Examples(
                data.features(), loss.encode(data.targets(), network.outputs()), loss.targets(network.outputs()));
    }

    public int samples() {
        return inputs.rows();
    }
}

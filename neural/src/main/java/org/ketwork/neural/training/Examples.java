package org.ketwork.neural.training;

import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.loss.Loss;
import org.ketwork.neural.network.Network;
import org.ketwork.numerics.InvalidInputException;
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
        requireFinite("inputs", inputs.data());
        requireFinite("targets", targets);
    }

    private static void requireFinite(String what, double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new InvalidInputException("the " + what + " to train on must be finite, got " + number);
            }
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

package org.ketwork.neural.prediction;

import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.matrix.Matrix;

/**
 * The prediction of the average network: every mask is replaced by its mean. For one softmax layer this is the normalised
 * geometric mean of the masked predictions exactly, for deeper networks approximately (Baldi and Sadowski, NIPS 2013).
 */
public final class WeightScaling {
    private WeightScaling() {}

    /** Class probabilities of shape (samples, classes). */
    public static Matrix probabilities(Parameters parameters, Matrix inputs) {
        Matrix result = parameters.network().apply(parameters, inputs, Pass.unmasked());
        Kernels.best().softmaxRows(result.data(), 0, result.rows(), result.columns());
        return result;
    }
}

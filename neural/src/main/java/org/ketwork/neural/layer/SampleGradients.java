package org.ketwork.neural.layer;

import java.util.Optional;

/**
 * Takes the gradient of every sample of a batch by itself, layer by layer, from {@link LayerMaps#adjointRows}. A layer that takes part
 * calls one of the two methods once.
 */
public interface SampleGradients {
    /**
     * Where a layer writes the gradients of its parameters, which it overwrites; nothing if they are not wanted.
     *
     * @param offset where the parameters of the layer begin in the flat array
     * @param count how many there are
     */
    Optional<Room> room(int offset, int count);

    /**
     * Takes the gradients of a dense layer: for sample r the matrix ȳ_r x_rᵀ of its weights and, if it has a bias, ȳ_r.
     *
     * @param x what went in, (rows, inputs); the array may be longer
     * @param yBar the signal on what came out, (rows, outputs); the array may be longer
     */
    void outer(int offset, Dense layer, int rows, double[] x, double[] yBar);

    /** The gradient of sample r goes to values[start + r stride ...]. */
    record Room(double[] values, int start, int stride) {}
}

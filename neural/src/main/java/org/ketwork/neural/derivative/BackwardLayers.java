package org.ketwork.neural.derivative;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.layer.LayerMaps;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.layer.Point;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.matrix.Matrix;

/**
 * The backward layers of a network, one by one: layer L_i, linearised where the forward pass left it, has the transpose L_i^T, and
 * back-propagation is F^T = L_0^T L_1^T ... L_N^T. {@link Derivatives} composes them; here each can be had by itself, and composed in
 * any order.
 */
public final class BackwardLayers {
    private final Parameters parameters;
    private final List<LayerMaps> maps = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();
    private final List<Layer> layers;
    private final int rows;

    /** Runs the forward pass for inputs (n, inputs) and stays there. */
    public BackwardLayers(Parameters parameters, Matrix inputs, Pass pass) {
        parameters.network().requireInputs(inputs);
        this.parameters = parameters;
        this.layers = parameters.network().layers();
        this.rows = inputs.rows();
        long[] samples = LongStream.range(0, rows).toArray();
        double[] values = inputs.data();
        int position = 0;
        int offset = 0;
        for (Layer layer : layers) {
            LayerMaps map = layer.maps(new Layer.Place(position, offset), Math.max(1, rows));
            Point at = new Point(pass, samples, parameters.values(), values, new double[rows * layer.outputs()]);
            map.forward(at);
            maps.add(map);
            points.add(at);
            values = at.y();
            position += layer.positions();
            offset += layer.parameterCount();
        }
    }

    public int count() {
        return layers.size();
    }

    /** L_i^T applied to a signal (n, outputs of layer i): the signal at its inputs. */
    public Matrix apply(int i, Matrix signal) {
        return apply(i, signal, new double[parameters.values().length]);
    }

    /** The signal that a signal on the outputs becomes through the backward layers in the given order of their numbers. */
    public Matrix compose(Matrix signal, int... order) {
        Matrix pulled = signal;
        for (int i : order) {
            pulled = apply(i, pulled);
        }
        return pulled;
    }

    /** The gradient of the parameters, (P): what the backward layers, from the last to the first, leave behind. */
    public double[] gradient(Matrix signal) {
        double[] gradient = new double[parameters.values().length];
        Matrix pulled = signal;
        for (int i = count() - 1; i >= 0; i--) {
            pulled = apply(i, pulled, gradient);
        }
        return gradient;
    }

    private Matrix apply(int i, Matrix signal, double[] gradient) {
        Layer layer = layers.get(i);
        if (signal.rows() != rows || signal.columns() != layer.outputs()) {
            throw new IllegalArgumentException("backward layer " + i + " takes " + rows + " x " + layer.outputs()
                    + ", got " + signal.rows() + " x " + signal.columns());
        }
        Matrix pulled = Matrix.zeros(rows, layer.inputs());
        maps.get(i).adjoint(points.get(i), signal.data(), pulled.data(), gradient);
        return pulled;
    }
}

package org.ketwork.neural.layer;

import java.util.List;
import org.ketwork.numerics.random.RandomAddress;

/**
 * The maps of layers one after another: the chain rule. Forward and tangent maps run from the first layer to the last, the adjoint
 * maps from the last to the first. Values and signals between layers stay in the chain's buffers until the next call.
 */
public final class Chain implements LayerMaps {
    private final List<Layer> layers;
    private final LayerMaps[] maps;
    private final int maxRows;
    /** Entry i is what lies between layer i-1 and layer i; the ends belong to the caller. */
    private final double[][] values;

    private final double[][] changes;
    private final double[][] signals;
    private final double[][] signalChanges;

    public Chain(List<Layer> layers, Layer.Place place, int maxRows) {
        requireFitting(layers);
        Sizes.requirePositive("number of rows", maxRows);
        this.layers = List.copyOf(layers);
        this.maxRows = maxRows;
        maps = new LayerMaps[layers.size()];
        values = new double[layers.size() + 1][0];
        changes = new double[layers.size() + 1][0];
        signals = new double[layers.size() + 1][0];
        signalChanges = new double[layers.size() + 1][0];
        int position = place.position();
        int offset = place.offset();
        for (int i = 0; i < maps.length; i++) {
            Layer layer = layers.get(i);
            maps[i] = layer.maps(new Layer.Place(position, offset), maxRows);
            position += layer.positions();
            offset += layer.parameterCount();
        }
    }

    /** Fails unless every layer takes what the one before it gives. */
    public static void requireFitting(List<Layer> layers) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a chain needs at least one layer");
        }
        for (int i = 1; i < layers.size(); i++) {
            Layer before = layers.get(i - 1);
            Layer after = layers.get(i);
            if (before.outputs() != after.inputs()) {
                throw new IllegalArgumentException("layer " + i + " takes " + after.inputs() + " numbers, but layer "
                        + (i - 1) + " gives " + before.outputs() + ": " + before + " -> " + after);
            }
        }
    }

    /** Writes fresh parameters of all layers. */
    public static void initialise(List<Layer> layers, double[] theta, int offset, RandomAddress address) {
        int next = offset;
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).initialise(theta, next, address.at(i));
            next += layers.get(i).parameterCount();
        }
    }

    @Override
    public void forward(Point at) {
        begin(values, at.x(), at.y());
        for (int i = 0; i < maps.length; i++) {
            maps[i].forward(point(at, i));
        }
    }

    @Override
    public void tangent(Point at, Direction along) {
        begin(changes, along.x(), along.y());
        for (int i = 0; i < maps.length; i++) {
            maps[i].tangent(point(at, i), direction(along, i));
        }
    }

    @Override
    public void adjoint(Point at, double[] yBar, double[] xBar, double[] thetaBar) {
        begin(signals, xBar, yBar);
        for (int i = maps.length - 1; i >= 0; i--) {
            maps[i].adjoint(point(at, i), signals[i + 1], signals[i], thetaBar);
        }
    }

    @Override
    public void adjointRows(Point at, double[] yBar, double[] xBar, SampleGradients into) {
        begin(signals, xBar, yBar);
        for (int i = maps.length - 1; i >= 0; i--) {
            maps[i].adjointRows(point(at, i), signals[i + 1], signals[i], into);
        }
    }

    /** {@inheritDoc} Uses the signals of the last {@link #adjoint}, which must have had the same {@code yBar}. */
    @Override
    public void adjointTangent(
            Point at, Direction along, double[] yBar, double[] dyBar, double[] dxBar, double[] dthetaBar) {
        begin(signalChanges, dxBar, dyBar);
        for (int i = maps.length - 1; i >= 0; i--) {
            maps[i].adjointTangent(
                    point(at, i),
                    direction(along, i),
                    signals[i + 1],
                    signalChanges[i + 1],
                    signalChanges[i],
                    dthetaBar);
        }
    }

    private Point point(Point at, int i) {
        return new Point(at.pass(), at.samples(), at.theta(), values[i], values[i + 1]);
    }

    private Direction direction(Direction along, int i) {
        return new Direction(along.theta(), changes[i], changes[i + 1]);
    }

    private void begin(double[][] buffers, double[] first, double[] last) {
        if (buffers.length > 2 && buffers[1].length == 0) {
            for (int i = 1; i < buffers.length - 1; i++) {
                buffers[i] = new double[maxRows * layers.get(i).inputs()];
            }
        }
        buffers[0] = first;
        buffers[buffers.length - 1] = last;
    }
}

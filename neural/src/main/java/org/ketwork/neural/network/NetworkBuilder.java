package org.ketwork.neural.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.ActivationLayer;
import org.ketwork.neural.layer.AveragePool2d;
import org.ketwork.neural.layer.ComplexLogCoshSum;
import org.ketwork.neural.layer.ConnectedDense;
import org.ketwork.neural.layer.Convolution2d;
import org.ketwork.neural.layer.Dense;
import org.ketwork.neural.layer.FactoredAttention;
import org.ketwork.neural.layer.Flatten;
import org.ketwork.neural.layer.GroupConvolution;
import org.ketwork.neural.layer.ImageShape;
import org.ketwork.neural.layer.IndexTable;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.layer.LayerNorm;
import org.ketwork.neural.layer.LogCoshSum;
import org.ketwork.neural.layer.MaskedLayer;
import org.ketwork.neural.layer.MaxPool2d;
import org.ketwork.neural.layer.PositionSum;
import org.ketwork.neural.layer.Residual;
import org.ketwork.neural.mask.Masking;

/** Adds layers one after another and knows the size of what comes out of the last one. */
public final class NetworkBuilder {
    private final List<Layer> layers = new ArrayList<>();
    private int units;
    private Optional<ImageShape> image;

    NetworkBuilder(int inputs) {
        this.units = inputs;
        this.image = Optional.empty();
    }

    NetworkBuilder(ImageShape shape) {
        this.units = shape.size();
        this.image = Optional.of(shape);
    }

    public NetworkBuilder dense(int outputs) {
        return vector(new Dense(units, outputs));
    }

    public NetworkBuilder denseWithoutBias(int outputs) {
        return vector(new Dense(units, outputs, false));
    }

    public NetworkBuilder activation(Activation activation) {
        return add(new ActivationLayer(units, activation));
    }

    /** Multiplies the units by masks in masked passes. */
    public NetworkBuilder masked(Masking masking) {
        return add(new MaskedLayer(units, masking));
    }

    public NetworkBuilder layerNorm() {
        return add(new LayerNorm(units));
    }

    /** Normalises samples (positions, units) at each position by itself. */
    public NetworkBuilder layerNorm(int positions) {
        return add(new LayerNorm(channels(positions), 1e-5, positions));
    }

    /** Gives samples (positions, channels) from samples (input positions, input channels); see {@link GroupConvolution}. */
    public NetworkBuilder groupConvolution(IndexTable table, int channels) {
        return vector(new GroupConvolution(table, channels(table.inputs()), channels));
    }

    /** The same dense layer at each position of samples (positions, units). */
    public NetworkBuilder densePerPosition(int positions, int outputs) {
        return groupConvolution(IndexTable.identity(positions), outputs);
    }

    /** Attention by relative position over samples (positions, units); see {@link FactoredAttention}. */
    public NetworkBuilder factoredAttention(IndexTable table, int heads) {
        return vector(new FactoredAttention(table, heads, channels(table.inputs())));
    }

    /** Sums samples (positions, units) over their positions. */
    public NetworkBuilder sumOverPositions(int positions) {
        return vector(new PositionSum(positions, channels(positions)));
    }

    /** One output: the sum of log cosh of all units. */
    public NetworkBuilder logCoshSum() {
        return vector(new LogCoshSum(units));
    }

    /** Two outputs, the sum of log cosh of complex units; their real parts come first, then their imaginary parts. */
    public NetworkBuilder complexLogCoshSum() {
        if (units % 2 != 0) {
            throw new IllegalArgumentException("complex units come from an even number of real ones, got " + units);
        }
        return vector(new ComplexLogCoshSum(units / 2));
    }

    /** A dense layer with some of its connections only. */
    public NetworkBuilder connected(IndexTable connections) {
        return vector(new ConnectedDense(connections));
    }

    public NetworkBuilder convolution(int channels, int kernel, int stride, int padding) {
        Convolution2d layer = new Convolution2d(requireImage(), channels, kernel, stride, padding);
        return image(layer, layer.outputImage());
    }

    public NetworkBuilder maxPool(int kernel, int stride) {
        MaxPool2d layer = new MaxPool2d(requireImage(), kernel, stride);
        return image(layer, layer.outputImage());
    }

    public NetworkBuilder averagePool(int kernel, int stride) {
        AveragePool2d layer = new AveragePool2d(requireImage(), kernel, stride);
        return image(layer, layer.outputImage());
    }

    public NetworkBuilder flatten() {
        return vector(new Flatten(requireImage()));
    }

    /** A residual block around the given layers. */
    public NetworkBuilder residual(Layer... block) {
        return add(new Residual(List.of(block)));
    }

    /** A residual block around the layers that {@code block} adds to a builder, which begins with the units or images at hand. */
    public NetworkBuilder residual(Consumer<NetworkBuilder> block) {
        NetworkBuilder inner = image.map(NetworkBuilder::new).orElseGet(() -> new NetworkBuilder(units));
        block.accept(inner);
        return add(new Residual(inner.layers));
    }

    /** How many units come out of the last layer so far. */
    public int units() {
        return units;
    }

    /** The shape of the images that come out of the last layer so far, if it gives images. */
    public Optional<ImageShape> image() {
        return image;
    }

    public Network build() {
        return new Network(layers);
    }

    private int channels(int positions) {
        if (positions < 1 || units % positions != 0) {
            throw new IllegalArgumentException(
                    "layer " + layers.size() + " needs a multiple of " + positions + " units, got " + units);
        }
        return units / positions;
    }

    private NetworkBuilder vector(Layer layer) {
        image = Optional.empty();
        return add(layer);
    }

    private NetworkBuilder image(Layer layer, ImageShape shape) {
        image = Optional.of(shape);
        return add(layer);
    }

    private NetworkBuilder add(Layer layer) {
        layers.add(layer);
        units = layer.outputs();
        return this;
    }

    private ImageShape requireImage() {
        return image.orElseThrow(() -> new IllegalArgumentException(
                "layer " + layers.size() + " needs an image, but what comes before it gives a vector of " + units));
    }
}

package org.ketwork.neural.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Chain;
import org.ketwork.neural.layer.ImageShape;
import org.ketwork.neural.layer.Layer;
import org.ketwork.neural.layer.ParameterBlock;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.layer.Point;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/**
 * A feed-forward network: layers one after another, each taking what the one before it gives. The architecture only; parameters are
 * kept apart. Classifiers end in logits, the softmax belongs to the loss.
 *
 * <pre>{@code
 * Network network = Network.ofInputs(64).dense(256).activation(RELU).masked(inverted(new Bernoulli(0.5))).dense(10)
 *         .build();
 * Parameters parameters = network.initialise(RandomAddress.root(1).at("weights"));
 * Matrix logits = network.apply(parameters, inputs, Pass.unmasked());
 * }</pre>
 */
public record Network(List<Layer> layers) {
    /** Rows that are evaluated at a time. */
    private static final int BLOCK = 256;

    public Network {
        layers = List.copyOf(layers);
        Chain.requireFitting(layers);
    }

    /** Starts a network that takes {@code inputs} numbers. */
    public static NetworkBuilder ofInputs(int inputs) {
        return new NetworkBuilder(inputs);
    }

    /** Starts a network that takes images. */
    public static NetworkBuilder ofImages(ImageShape shape) {
        return new NetworkBuilder(shape);
    }

    /** A network of dense layers of the given sizes, from inputs to outputs, with an activation between each two. */
    public static Network dense(Activation activation, int... sizes) {
        if (sizes.length < 2) {
            throw new IllegalArgumentException(
                    "a network needs a number of inputs and of outputs, got " + sizes.length + " sizes");
        }
        NetworkBuilder builder = ofInputs(sizes[0]);
        for (int i = 1; i < sizes.length - 1; i++) {
            builder.dense(sizes[i]).activation(activation);
        }
        return builder.dense(sizes[sizes.length - 1]).build();
    }

    public int inputs() {
        return layers.getFirst().inputs();
    }

    public int outputs() {
        return layers.getLast().outputs();
    }

    public int parameterCount() {
        return layers.stream().mapToInt(Layer::parameterCount).reduce(0, Math::addExact);
    }

    /** All arrays of parameters in the order of the flat array, named like {@code 0.weight} after the number of their layer. */
    public List<ParameterBlock> parameterBlocks() {
        List<ParameterBlock> blocks = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            for (ParameterBlock block : layers.get(i).parameterBlocks()) {
                blocks.add(new ParameterBlock(i + "." + block.name(), block.shape()));
            }
        }
        return List.copyOf(blocks);
    }

    /** Fresh parameters, a function of the address. */
    public Parameters initialise(RandomAddress address) {
        double[] theta = new double[parameterCount()];
        Chain.initialise(layers, theta, 0, address);
        return new Parameters(this, theta);
    }

    /** The maps of the whole network, with buffers for batches of at most {@code maxRows} samples. */
    public Chain maps(int maxRows) {
        return new Chain(layers, new Layer.Place(0, 0), maxRows);
    }

    /** Outputs (samples, outputs) for inputs (samples, inputs) in the given pass; the samples are numbered from 0. */
    public Matrix apply(Parameters parameters, Matrix inputs, Pass pass) {
        return apply(parameters, inputs, LongStream.range(0, inputs.rows()).toArray(), pass);
    }

    /** Outputs for inputs whose samples have the given numbers in their data set; only masks depend on the numbers. */
    public Matrix apply(Parameters parameters, Matrix inputs, long[] samples, Pass pass) {
        requireInputs(inputs);
        if (samples.length != inputs.rows()) {
            throw new IllegalArgumentException(
                    "there are " + samples.length + " sample numbers for " + inputs.rows() + " inputs");
        }
        Matrix outputs = Matrix.zeros(inputs.rows(), outputs());
        int block = Math.clamp(inputs.rows(), 1, BLOCK);
        Chain maps = maps(block);
        double[] x = new double[block * inputs()];
        double[] y = new double[block * outputs()];
        for (int first = 0; first < inputs.rows(); first += block) {
            int rows = Math.min(block, inputs.rows() - first);
            System.arraycopy(inputs.data(), first * inputs(), x, 0, rows * inputs());
            long[] numbers = Arrays.copyOfRange(samples, first, first + rows);
            maps.forward(new Point(pass, numbers, parameters.values(), x, y));
            System.arraycopy(y, 0, outputs.data(), first * outputs(), rows * outputs());
        }
        return outputs;
    }

    /** Fails unless each row of the matrix is an input of this network. */
    public void requireInputs(Matrix inputs) {
        if (inputs.columns() != inputs()) {
            throw new IllegalArgumentException(
                    "the network takes " + inputs() + " numbers per sample, got " + inputs.columns());
        }
    }
}

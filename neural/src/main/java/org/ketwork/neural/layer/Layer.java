package org.ketwork.neural.layer;

import java.util.List;
import org.ketwork.numerics.random.RandomAddress;

/**
 * One map of a network, as a value: what it computes and of what size, without parameters and without buffers. A batch is a flat
 * row-major array, one sample a row; the parameters of a whole network lie in one flat array, in which each layer has its place.
 */
public sealed interface Layer
        permits Dense,
                ConnectedDense,
                Convolution2d,
                GroupConvolution,
                FactoredAttention,
                PositionSum,
                LogCoshSum,
                ComplexLogCoshSum,
                MaxPool2d,
                AveragePool2d,
                LayerNorm,
                Flatten,
                ActivationLayer,
                Residual,
                Conditionals,
                MaskedLayer {
    /** Numbers per sample that go in. */
    int inputs();

    /** Numbers per sample that come out. */
    int outputs();

    /** The arrays of parameters of this layer, in the order in which they lie in the flat array. */
    default List<ParameterBlock> parameterBlocks() {
        return List.of();
    }

    default int parameterCount() {
        return parameterBlocks().stream().mapToInt(ParameterBlock::size).sum();
    }

    /** Writes fresh parameters at the given offset; random ones are functions of the address. */
    default void initialise(double[] theta, int offset, RandomAddress address) {}

    /** How many positions this layer takes in the depth-first count of layers: itself and the layers inside it. */
    default int positions() {
        return 1;
    }

    /** The maps of this layer at its place in a network, with buffers for batches of at most {@code maxRows} samples. */
    LayerMaps maps(Place place, int maxRows);

    /**
     * Where a layer stands in its network.
     *
     * @param position its number in the depth-first count of layers, the "layer" in the address of a mask
     * @param offset where its parameters begin in the flat array
     */
    record Place(int position, int offset) {}
}

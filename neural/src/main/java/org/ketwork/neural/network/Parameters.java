package org.ketwork.neural.network;

import java.util.Arrays;
import org.ketwork.neural.layer.ParameterBlock;

/**
 * The numbers of a network, in one flat array: layer after layer, in each layer block after block, each block row-major.
 *
 * @param values the array itself, not a copy: training writes to it
 */
public record Parameters(Network network, double[] values) {
    public Parameters {
        if (values.length != network.parameterCount()) {
            throw new IllegalArgumentException(
                    "the network has " + network.parameterCount() + " parameters, got " + values.length);
        }
    }

    public Parameters copy() {
        return new Parameters(network, values.clone());
    }

    /** The parameters of the first so many layers, at least one, as a network of their own; copied. */
    public Parameters head(int layers) {
        Network head = new Network(network.layers().subList(0, layers));
        return new Parameters(head, Arrays.copyOf(values, head.parameterCount()));
    }

    /** Where the named block begins in the flat array. */
    public int offset(String name) {
        int offset = 0;
        for (ParameterBlock block : network.parameterBlocks()) {
            if (block.name().equals(name)) {
                return offset;
            }
            offset += block.size();
        }
        throw new IllegalArgumentException("the network has no parameters named " + name + ", only "
                + network.parameterBlocks().stream().map(ParameterBlock::name).toList());
    }

    /** A copy of the named block, such as {@code 0.weight}. */
    public double[] block(String name) {
        int offset = offset(name);
        int size = network.parameterBlocks().stream()
                .filter(block -> block.name().equals(name))
                .mapToInt(ParameterBlock::size)
                .sum();
        return Arrays.copyOfRange(values, offset, offset + size);
    }

    /** Overwrites the named block. */
    public void setBlock(String name, double[] numbers) {
        if (numbers.length != block(name).length) {
            throw new IllegalArgumentException(name + " has " + block(name).length + " numbers, got " + numbers.length);
        }
        System.arraycopy(numbers, 0, values, offset(name), numbers.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that && network.equals(that.network) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * network.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Parameters[" + values.length + " numbers of " + network.layers().size() + " layers]";
    }
}

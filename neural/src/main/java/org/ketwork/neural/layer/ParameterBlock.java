package org.ketwork.neural.layer;

import java.util.List;

/** A named array of parameters, row-major, such as {@code weight} of shape (outputs, inputs). */
public record ParameterBlock(String name, List<Integer> shape) {
    public ParameterBlock {
        shape = List.copyOf(shape);
        for (int extent : shape) {
            if (extent < 1) {
                throw new IllegalArgumentException("extents of " + name + " must be at least 1, got " + shape);
            }
        }
    }

    static ParameterBlock of(String name, Integer... shape) {
        return new ParameterBlock(name, List.of(shape));
    }

    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}

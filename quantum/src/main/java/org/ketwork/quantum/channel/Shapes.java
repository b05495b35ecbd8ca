package org.ketwork.quantum.channel;

import org.ketwork.numerics.matrix.ComplexMatrix;

/** Checks that the representations share. */
final class Shapes {
    private Shapes() {}

    static void require(String what, ComplexMatrix matrix, int rows, int columns) {
        if (matrix.rows() != rows || matrix.columns() != columns) {
            throw new IllegalArgumentException(
                    what + " must be " + rows + " x " + columns + ", got " + matrix.rows() + " x " + matrix.columns());
        }
    }

    static void requireInput(Channel channel, ComplexMatrix operator) {
        require("the operator", operator, channel.inputDimension(), channel.inputDimension());
    }
}

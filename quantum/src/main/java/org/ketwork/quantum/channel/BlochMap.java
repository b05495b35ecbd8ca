package org.ketwork.quantum.channel;

import org.ketwork.numerics.matrix.Matrix;

/**
 * A qubit channel as an affine map of the Bloch ball: r → linear·r + shift.
 *
 * @param linear of shape (3, 3)
 * @param shift of length 3, zero for unital channels
 */
public record BlochMap(Matrix linear, double[] shift) {
    public BlochMap {
        if (linear.rows() != 3 || linear.columns() != 3 || shift.length != 3) {
            throw new IllegalArgumentException("a Bloch map is a 3 x 3 matrix and a shift of length 3, got "
                    + linear.rows() + " x " + linear.columns() + " and " + shift.length);
        }
        shift = shift.clone();
    }

    /** Shrinking along the axes and a shift along z. */
    static BlochMap alongAxes(double x, double y, double z, double shiftOfZ) {
        return new BlochMap(Matrix.diagonal(x, y, z), new double[] {0, 0, shiftOfZ});
    }

    public static BlochMap of(Channel channel) {
        Matrix transfer = PauliTransferMatrix.of(channel).matrix();
        if (transfer.rows() != 4) {
            throw new IllegalArgumentException("only a qubit channel has a Bloch map");
        }
        Matrix linear = Matrix.zeros(3, 3);
        double[] shift = new double[3];
        for (int i = 0; i < 3; i++) {
            shift[i] = transfer.get(i + 1, 0);
            for (int j = 0; j < 3; j++) {
                linear.set(i, j, transfer.get(i + 1, j + 1));
            }
        }
        return new BlochMap(linear, shift);
    }

    /** The image of a Bloch vector. */
    public double[] apply(double... blochVector) {
        double[] image = linear.times(blochVector);
        for (int i = 0; i < 3; i++) {
            image[i] += shift[i];
        }
        return image;
    }

    @Override
    public double[] shift() {
        return shift.clone();
    }
}

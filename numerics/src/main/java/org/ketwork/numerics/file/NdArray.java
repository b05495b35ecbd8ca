package org.ketwork.numerics.file;

import java.util.Arrays;
import java.util.Objects;

/**
 * An array of any rank as files hold it: C order, the last index runs fastest.
 *
 * @param shape lengths of the axes, none negative; empty for a single number
 * @param data the product of the shape many values, not copied
 */
public record NdArray(int[] shape, double[] data) {
    public NdArray {
        shape = shape.clone();
        long size = 1;
        for (int length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException(
                        "an axis must have length at least 0, got " + Arrays.toString(shape));
            }
            size = Math.multiplyExact(size, length);
        }
        if (size != data.length) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " needs " + size + " values, got " + data.length);
        }
    }

    public static NdArray of(double[] data, int... shape) {
        return new NdArray(shape, data);
    }

    /** A vector. */
    public static NdArray vector(double... data) {
        return new NdArray(new int[] {data.length}, data);
    }

    @Override
    public int[] shape() {
        return shape.clone();
    }

    public int rank() {
        return shape.length;
    }

    /** Length of one axis. */
    public int length(int axis) {
        return shape[axis];
    }

    public int size() {
        return data.length;
    }

    /** The value at an index, one number per axis. */
    public double at(int... index) {
        if (index.length != shape.length) {
            throw new IllegalArgumentException(
                    "an array of rank " + shape.length + " has no element " + Arrays.toString(index));
        }
        int flat = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            flat = flat * shape[axis] + Objects.checkIndex(index[axis], shape[axis]);
        }
        return data[flat];
    }

    /** The same values under another shape. */
    public NdArray reshape(int... newShape) {
        return new NdArray(newShape, data);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NdArray array && Arrays.equals(shape, array.shape) && Arrays.equals(data, array.data);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "NdArray(" + describe(shape) + ")";
    }

    /** A shape as people write it: (1000, 64). */
    static String describe(int[] shape) {
        return Limits.describe(Arrays.stream(shape).asLongStream().toArray());
    }
}

package org.ketwork.numerics.file;

/**
 * Walks through an array in C order and says where each element lies in Fortran order: axis a has the stride
 * shape[0] ... shape[a-1]. The index counts up like an odometer.
 */
final class FortranOrder {
    private final long[] shape;
    private final long[] stride;
    private final long[] index;
    private long position;

    /** Stands before the element of number {@code start} in C order; the array must not be empty. */
    FortranOrder(long[] shape, long start) {
        this.shape = shape;
        this.stride = new long[shape.length];
        this.index = new long[shape.length];
        long product = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            stride[axis] = product;
            product *= shape[axis];
        }
        long rest = start;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape[axis];
            rest /= shape[axis];
            position += index[axis] * stride[axis];
        }
    }

    /** Position of the element, then on to the next. */
    long next() {
        long here = position;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            index[axis]++;
            position += stride[axis];
            if (index[axis] < shape[axis]) {
                break;
            }
            position -= index[axis] * stride[axis];
            index[axis] = 0;
        }
        return here;
    }
}

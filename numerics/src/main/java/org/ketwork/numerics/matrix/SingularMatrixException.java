package org.ketwork.numerics.matrix;

/** A matrix that had to be invertible is singular to rounding: elimination met a pivot that vanishes. */
public final class SingularMatrixException extends ArithmeticException {
    private final int pivot;

    SingularMatrixException(int pivot, int size) {
        super("the " + size + " x " + size + " matrix is singular to rounding: pivot " + pivot + " vanishes");
        this.pivot = pivot;
    }

    /** The index, from 0, of the first pivot that vanishes. */
    public int pivot() {
        return pivot;
    }
}

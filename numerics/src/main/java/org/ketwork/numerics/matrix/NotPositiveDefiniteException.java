package org.ketwork.numerics.matrix;

/** A matrix that had to be positive definite is not: its Cholesky factorisation met a pivot that is not positive. */
public final class NotPositiveDefiniteException extends ArithmeticException {
    private final int pivot;

    NotPositiveDefiniteException(int pivot, int size) {
        super("the " + size + " x " + size + " matrix is not positive definite: its leading minor of order "
                + (pivot + 1) + " is not positive");
        this.pivot = pivot;
    }

    /** The index, from 0, of the first pivot that is not positive. */
    public int pivot() {
        return pivot;
    }
}

package org.ketwork.neural.layer;

/** Checks shared by the constructors of layers. */
final class Sizes {
    private Sizes() {}

    static void requirePositive(String what, int size) {
        if (size < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, got " + size);
        }
    }
}

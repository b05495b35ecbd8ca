package org.ketwork.quantum.lattice;

/** Lattices and graphs from what a user writes. */
public final class Graphs {
    private Graphs() {}

    /**
     * Reads {@code chain:40}, {@code square:4x6}, {@code square:4x4:open}, {@code square:4x6:periodic,open} or {@code graph:FILE};
     * periodic unless it says otherwise.
     *
     * @throws org.ketwork.numerics.InvalidInputException with a sentence that says what is allowed
     */
    public static Graph parse(String text) {
        throw new UnsupportedOperationException(text);
    }
}

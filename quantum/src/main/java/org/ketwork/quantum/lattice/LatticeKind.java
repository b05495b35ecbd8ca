package org.ketwork.quantum.lattice;

import java.util.Locale;

/** The regular lattices. Their bonds have length 1. */
public enum LatticeKind {
    CHAIN("chain:40", "a ring, or with :open a line"),
    LADDER("ladder:10", "two chains joined by rungs; the number is that of the rungs"),
    SQUARE("square:6x6", "the square lattice"),
    CUBIC("cubic:4x4x4", "the simple cubic lattice"),
    TRIANGULAR("triangular:4x4", "the triangular lattice"),
    HONEYCOMB("honeycomb:3x3", "the honeycomb lattice, two sites a cell"),
    KAGOME("kagome:3x3", "the kagome lattice, three sites a cell");

    private final String example;
    private final String description;

    LatticeKind(String example, String description) {
        this.example = example;
        this.description = description;
    }

    /** The name as a user writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A lattice of this kind as a user writes it. */
    public String example() {
        return example;
    }

    public String description() {
        return description;
    }

    /** How many lengths a user gives. */
    public int directions() {
        return switch (this) {
            case CHAIN, LADDER -> 1;
            case SQUARE, TRIANGULAR, HONEYCOMB, KAGOME -> 2;
            case CUBIC -> 3;
        };
    }
}

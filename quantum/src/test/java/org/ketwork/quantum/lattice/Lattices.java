package org.ketwork.quantum.lattice;

import java.util.List;

/** Small lattices of all kinds and boundaries, for tests that loop over them. */
public final class Lattices {
    private Lattices() {}

    /** A lattice and what is known about it: bonds to nearest neighbours, elements of its point group, whether it is bipartite. */
    public record Known(String text, int bonds, int pointGroup, boolean bipartite) {
        public Lattice lattice() {
            return (Lattice) Graphs.parse(text);
        }
    }

    public static List<Known> all() {
        return List.of(
                new Known("chain:8", 8, 2, true),
                new Known("chain:7", 7, 2, false),
                new Known("chain:2", 2, 1, true),
                new Known("chain:6:open", 5, 2, true),
                new Known("chain:1:open", 0, 1, true),
                new Known("ladder:4", 12, 4, true),
                new Known("ladder:3:open", 7, 4, true),
                new Known("square:4x4", 32, 8, true),
                new Known("square:5x5", 50, 8, false),
                new Known("square:4x6", 48, 4, true),
                new Known("square:4x4:open", 24, 8, true),
                new Known("square:4x3:open", 17, 4, true),
                new Known("square:4x4:periodic,open", 28, 4, true),
                new Known("square:2x4", 16, 2, true),
                new Known("cubic:4x4x4", 192, 48, true),
                new Known("cubic:3x3x3", 81, 48, false),
                new Known("cubic:2x3x4:open", 46, 8, true),
                new Known("cubic:4x4x2:periodic,periodic,open", 80, 16, true),
                new Known("triangular:4x4", 48, 12, false),
                new Known("triangular:3x3:open", 16, 4, false),
                new Known("triangular:3x6", 54, 4, false),
                new Known("honeycomb:3x3", 27, 12, true),
                new Known("honeycomb:3x3:open", 21, 4, true),
                new Known("honeycomb:4x4:periodic,open", 44, 4, true),
                new Known("kagome:3x3", 54, 12, false),
                new Known("kagome:2x2", 24, 12, false),
                new Known("kagome:3x3:open", 43, 2, false));
    }
}

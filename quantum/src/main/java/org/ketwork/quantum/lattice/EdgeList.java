package org.ketwork.quantum.lattice;

import java.nio.file.Path;
import java.util.List;

/** A graph given by its bonds, of which no two join the same sites. */
public record EdgeList(String name, int sites, List<Edge> edges) implements Graph {
    public EdgeList {
        edges = List.copyOf(edges);
    }

    /**
     * Reads a text with a bond on each line, {@code i j} or {@code i j weight}. What follows a # is a comment. A line {@code sites N}
     * before all bonds says how many sites there are; without it the largest number decides.
     *
     * @throws org.ketwork.numerics.InvalidInputException if the file cannot be read or a line is not such a bond
     */
    public static EdgeList read(Path file) {
        throw new UnsupportedOperationException(file.toString());
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }
}

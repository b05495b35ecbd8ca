package org.ketwork.quantum.lattice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two-colouring of a graph. */
final class Bipartition {
    private Bipartition() {}

    static Optional<boolean[]> of(int sites, List<Edge> edges) {
        List<List<Integer>> neighbours = new ArrayList<>(sites);
        for (int i = 0; i < sites; i++) {
            neighbours.add(new ArrayList<>());
        }
        for (Edge edge : edges) {
            neighbours.get(edge.from()).add(edge.to());
            neighbours.get(edge.to()).add(edge.from());
        }
        boolean[] side = new boolean[sites];
        boolean[] seen = new boolean[sites];
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        for (int start = 0; start < sites; start++) {
            if (seen[start]) {
                continue;
            }
            seen[start] = true;
            waiting.add(start);
            while (!waiting.isEmpty()) {
                int site = waiting.remove();
                for (int other : neighbours.get(site)) {
                    if (!seen[other]) {
                        seen[other] = true;
                        side[other] = !side[site];
                        waiting.add(other);
                    } else if (side[other] == side[site]) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(side);
    }
}

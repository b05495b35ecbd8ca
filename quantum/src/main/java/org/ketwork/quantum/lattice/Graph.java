package org.ketwork.quantum.lattice;

import java.util.List;
import java.util.Optional;

/** Sites, numbered from 0, and the bonds between them. */
public sealed interface Graph permits Lattice, EdgeList {
    /** As a user writes it, such as {@code square:4x4}. */
    String name();

    int sites();

    /** The bonds; of a lattice those between nearest neighbours. Two sites may share several. */
    List<Edge> edges();

    /** What a user should know before trusting a result: sentences, usually none. */
    List<String> warnings();

    /**
     * The two sublattices of a bipartite graph: sites joined by a bond are on different sides, and the first site of each connected part
     * is on the side {@code false}. Empty if the graph has an odd cycle.
     */
    default Optional<boolean[]> sublattice() {
        return Bipartition.of(sites(), edges());
    }
}

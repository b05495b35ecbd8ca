package org.ketwork.app.solve;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.quantum.lattice.Graph;
import org.ketwork.quantum.lattice.Graphs;
import org.ketwork.quantum.lattice.LatticeKind;

/** What {@code --lattice} allows. */
final class LatticeForms {
    /** The form whose argument is a file. */
    static final String FILE = "graph";

    static final Forms<Graph> TABLE = new Forms<>("--lattice", "lattice", rows());

    private LatticeForms() {}

    private static List<Form<Graph>> rows() {
        List<Form<Graph>> rows = new ArrayList<>();
        for (LatticeKind kind : LatticeKind.values()) {
            rows.add(new Form<>(
                    kind.label(),
                    switch (kind.directions()) {
                        case 1 -> ":N[:open]";
                        case 2 -> ":AxB[:open]";
                        default -> ":AxBxC[:open]";
                    },
                    kind.example(),
                    kind.description(),
                    LatticeForms::parse));
        }
        rows.add(new Form<>(
                FILE,
                ":FILE",
                "graph:bonds.txt",
                "any graph: a line \"i j\" or \"i j weight\" a bond, sites counted from 0",
                arguments -> {
                    arguments.whole("the file");
                    return parse(arguments);
                }));
        return rows;
    }

    private static Graph parse(Arguments arguments) {
        arguments.whole("the size");
        return arguments.about(() -> Graphs.parse(arguments.form().name() + ":" + arguments.text()));
    }
}

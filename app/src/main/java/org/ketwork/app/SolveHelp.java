package org.ketwork.app;

import org.ketwork.app.solve.TextForms;

/** The end of {@code ketwork solve --help}: what lattices, Hamiltonians, ansatz families and samplers are written like. */
final class SolveHelp {
    private SolveHelp() {}

    static String text(int width) {
        StringBuilder text = new StringBuilder();
        for (TextForms.Section section : TextForms.sections()) {
            TextTable table = new TextTable();
            section.rows().forEach(row -> table.row("  " + row.get(0), row.get(1), row.get(2)));
            text.append("\nForms of ").append(section.option()).append(", each with an example:\n");
            text.append(table.render(width));
        }
        return text.append("""

                Example:
                  ketwork solve --lattice chain:40 --hamiltonian tfim:h=1 --ansatz rbm:1 --samples 1008 --steps 300
                """).toString();
    }
}

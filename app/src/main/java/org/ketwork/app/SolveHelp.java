package org.ketwork.app;

import java.util.List;
import org.ketwork.app.solve.TextForms;

/** The end of {@code ketwork solve --help}: what lattices, Hamiltonians, ansatz families and samplers are written like. */
final class SolveHelp {
    private static final String MARGIN = "  ";
    private static final int GAP = 2;

    private SolveHelp() {}

    static String text(int width) {
        StringBuilder text = new StringBuilder();
        for (TextForms.Section section : TextForms.sections()) {
            text.append("\nForms of ").append(section.option()).append(", each with an example:\n");
            text.append(leavesRoom(section, width) ? table(section, width) : paragraphs(section, width));
        }
        return text.append("""

                Example:
                  ketwork solve --lattice chain:40 --hamiltonian tfim:h=1 --ansatz rbm:1 --samples 1008 --steps 300
                """).toString();
    }

    /** Whether columns for forms and examples leave half of the window for what they are. */
    private static boolean leavesRoom(TextForms.Section section, int width) {
        return 2 * (MARGIN.length() + longest(section, 0) + longest(section, 1) + 2 * GAP) <= width;
    }

    private static int longest(TextForms.Section section, int column) {
        return section.rows().stream()
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }

    private static String table(TextForms.Section section, int width) {
        TextTable table = new TextTable();
        section.rows().forEach(row -> table.row(MARGIN + row.get(0), row.get(1), row.get(2)));
        return table.render(width);
    }

    /** Form and example, on two lines if one is too short for them, and below what they are. */
    private static String paragraphs(TextForms.Section section, int width) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : section.rows()) {
            String form = MARGIN + row.get(0);
            boolean fits = form.length() + GAP + row.get(1).length() <= width;
            text.append(form)
                    .append(fits ? " ".repeat(GAP) : "\n" + MARGIN.repeat(3))
                    .append(row.get(1))
                    .append('\n');
            text.append(new TextTable().row(MARGIN.repeat(2), row.get(2)).render(width));
        }
        return text.toString();
    }
}

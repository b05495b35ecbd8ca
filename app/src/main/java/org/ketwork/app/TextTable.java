package org.ketwork.app;

import java.util.ArrayList;
import java.util.List;

/** A table for people: columns as wide as their content, the last one wrapped to the window. */
final class TextTable {
    private static final String GAP = "  ";
    private static final int LEAST_LAST = 24;

    private final List<List<String>> rows = new ArrayList<>();

    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    String render(int width) {
        if (rows.isEmpty()) {
            return "";
        }
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        int before = 0;
        for (int c = 0; c < columns - 1; c++) {
            before += widths[c] + GAP.length();
        }
        int last = Math.max(LEAST_LAST, width - before);
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns - 1; c++) {
                line.append(row.get(c))
                        .append(" ".repeat(widths[c] - row.get(c).length()))
                        .append(GAP);
            }
            for (String part : wrap(row.get(columns - 1), last)) {
                text.append((line + part).stripTrailing()).append('\n');
                line = new StringBuilder(" ".repeat(before));
            }
        }
        return text.toString();
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}

package org.ketwork.lab.figure;

import java.util.ArrayList;
import java.util.List;

/** Names of the series, each behind a sample of its colour, in as many rows as they need. */
record Legend(List<Entry> entries) {
    private static final double SAMPLE = 22;
    private static final double GAP = 14;

    /** How a series is drawn. */
    enum Sample {
        LINE,
        POINTS,
        AREA,
        GHOST
    }

    /** A series: its name, the number of its colour, how it is drawn and its dashes. */
    record Entry(String name, int index, Sample sample) {}

    private record Placed(Entry entry, double x, int row) {}

    private List<Placed> placed(double left, double right) {
        List<Placed> placed = new ArrayList<>();
        double x = left;
        int row = 0;
        for (Entry entry : entries) {
            double width = SAMPLE + Letters.width(entry.name);
            if (x > left && x + width > right) {
                x = left;
                row++;
            }
            placed.add(new Placed(entry, x, row));
            x += width + GAP;
        }
        return placed;
    }

    double height(double left, double right) {
        return entries.isEmpty() ? 0 : (placed(left, right).getLast().row + 1) * (Letters.LINE + 1) + 4;
    }

    void draw(Svg svg, double left, double right, double top) {
        for (Placed p : placed(left, right)) {
            double y = top + p.row * (Letters.LINE + 1) + Letters.SIZE;
            double middle = y - 4;
            int colour = p.entry.index % FigureStyle.COLOURS;
            switch (p.entry.sample) {
                case LINE ->
                    svg.path(
                            "l" + colour,
                            "M" + Svg.number(p.x) + " " + Svg.number(middle) + "h16",
                            Series.dashes(p.entry.index));
                case GHOST -> svg.path("ghost", "M" + Svg.number(p.x) + " " + Svg.number(middle) + "h16", "");
                case POINTS -> svg.circle("f" + colour, p.x + 8, middle, 3);
                case AREA ->
                    svg.rectangle("f" + colour, p.x + 2, middle - 5, 12, 10, Series.paleness(p.entry.index), "");
            }
            svg.text("name", p.x + SAMPLE, y, "start", p.entry.name);
        }
    }
}

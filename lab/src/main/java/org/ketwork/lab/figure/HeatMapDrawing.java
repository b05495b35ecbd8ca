package org.ketwork.lab.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ketwork.numerics.matrix.Matrix;

/** Draws a matrix: one cell an entry, one colour above zero and one below, stronger with the absolute value. */
final class HeatMapDrawing {
    private static final double LARGEST_CELL = 52;
    private static final double TALLEST = 400;
    private static final double BAR = 12;
    /** Up to so many cells each has a tooltip; beyond, cells of one strength share a path. */
    private static final int SINGLE_CELLS = 400;

    private static final int STRENGTHS = 40;
    private static final double LIGHT_TEXT_FROM = 0.68;

    private final Figure.HeatMap figure;
    private final Matrix values;
    private final double largest;
    /** The lower end of the colour bar: zero if nothing is negative. */
    private final double lowest;

    HeatMapDrawing(Figure.HeatMap figure) {
        this.figure = figure;
        this.values = figure.values();
        double max = 0;
        for (double v : values.data()) {
            if (Double.isFinite(v)) {
                max = Math.max(max, Math.abs(v));
            }
        }
        this.largest = max > 0 ? max : 1;
        this.lowest = Arrays.stream(values.data()).anyMatch(v -> v < 0) ? -largest : 0;
    }

    SvgFigure.Drawing draw() {
        int rows = Math.max(1, values.rows());
        int columns = Math.max(1, values.columns());
        double widestRow =
                figure.rowLabels().stream().mapToDouble(Letters::width).max().orElse(0);
        double left = Frame.EDGE + (widestRow > 0 ? widestRow + Frame.TICK_GAP : 0);
        Ticks scaleTicks = Ticks.linear(lowest, largest, 4);
        double right = SvgFigure.WIDTH - Frame.EDGE - scaleTicks.widest() - 4 - BAR - 14;
        double cell = Math.min(LARGEST_CELL, Math.min((right - left) / columns, TALLEST / rows));
        double widestColumn =
                figure.columnLabels().stream().mapToDouble(Letters::width).max().orElse(0);
        boolean upright = widestColumn + 4 > cell;
        double top =
                Frame.EDGE + (widestColumn == 0 ? 0 : upright && !thinnable() ? widestColumn + 6 : Letters.LINE + 3);
        Frame frame = new Frame(left, left + cell * columns, top, top + cell * rows);

        Svg svg = new Svg();
        columnLabels(svg, frame, cell, upright);
        rowLabels(svg, frame, cell);
        cells(svg, frame, cell);
        svg.rectangle("axis", frame.left(), frame.top(), frame.width(), frame.height(), "", "");
        double barHeight = Math.max(frame.height(), 90);
        colourBar(svg, frame.right() + 14, frame.top(), barHeight, scaleTicks);
        double bottom = Math.max(frame.bottom(), frame.top() + barHeight);
        return new SvgFigure.Drawing(Math.ceil(bottom + Frame.EDGE + 4), svg.toString());
    }

    /** Labels that are numbers may be left out in between; words may not. */
    private boolean thinnable() {
        return figure.columnLabels().stream().allMatch(l -> l.matches("[-−]?[0-9.]+"));
    }

    private void columnLabels(Svg svg, Frame frame, double cell, boolean upright) {
        List<String> labels = figure.columnLabels();
        double widest = labels.stream().mapToDouble(Letters::width).max().orElse(0);
        int every = upright && thinnable() ? (int) Math.ceil((widest + 6) / cell) : 1;
        for (int c = 0; c < labels.size(); c += every) {
            double x = frame.left() + (c + 0.5) * cell;
            if (upright && !thinnable()) {
                if (cell >= Letters.SIZE || c % (int) Math.ceil(Letters.SIZE / cell) == 0) {
                    svg.turnedText("soft", x + 4, frame.top() - 5, labels.get(c));
                }
            } else {
                svg.text("soft", x, frame.top() - 5, "middle", labels.get(c));
            }
        }
    }

    private void rowLabels(Svg svg, Frame frame, double cell) {
        int every = Math.max(1, (int) Math.ceil(Letters.LINE / cell));
        for (int r = 0; r < figure.rowLabels().size(); r += every) {
            svg.text(
                    "soft",
                    frame.left() - Frame.TICK_GAP,
                    frame.top() + (r + 0.5) * cell + 4,
                    "end",
                    figure.rowLabels().get(r));
        }
    }

    private void cells(Svg svg, Frame frame, double cell) {
        if (values.rows() * values.columns() > SINGLE_CELLS) {
            cellsByStrength(svg, frame, cell);
            return;
        }
        boolean written = IntStream.range(0, values.rows() * values.columns())
                .allMatch(i -> Letters.width(short3(values.data()[i])) + 4 <= cell);
        for (int r = 0; r < values.rows(); r++) {
            for (int c = 0; c < values.columns(); c++) {
                double v = values.get(r, c);
                double x = frame.left() + c * cell;
                double y = frame.top() + r * cell;
                double strength = strength(v);
                svg.rectangle(colour(v), x, y, cell, cell, opacity(v), label(r, c) + exact(v));
                if (written) {
                    String style = strength >= LIGHT_TEXT_FROM ? "on" : "cell";
                    svg.text(style, x + cell / 2, y + cell / 2 + 4, "middle", short3(v));
                }
            }
        }
    }

    private void cellsByStrength(Svg svg, Frame frame, double cell) {
        StringBuilder[][] paths = new StringBuilder[2][STRENGTHS + 1];
        for (int r = 0; r < values.rows(); r++) {
            for (int c = 0; c < values.columns(); c++) {
                double v = values.get(r, c);
                int level = (int) Math.round(strength(v) * STRENGTHS);
                int sign = v < 0 ? 1 : 0;
                if (level == 0) {
                    continue;
                }
                StringBuilder path = paths[sign][level];
                if (path == null) {
                    path = new StringBuilder();
                    paths[sign][level] = path;
                }
                path.append(String.format(
                        Locale.ROOT,
                        "M%.2f %.2fh%.2fv%.2fh%.2fz",
                        frame.left() + c * cell,
                        frame.top() + r * cell,
                        cell,
                        cell,
                        -cell));
            }
        }
        for (int sign = 0; sign < 2; sign++) {
            for (int level = 1; level <= STRENGTHS; level++) {
                StringBuilder path = paths[sign][level];
                if (path != null) {
                    svg.path(sign == 0 ? "pos" : "neg", path.toString(), opacity((double) level / STRENGTHS * largest));
                }
            }
        }
    }

    private void colourBar(Svg svg, double x, double top, double height, Ticks ticks) {
        Scale scale = Scale.between(lowest, largest, false).onto(top + height, top);
        int steps = 2 * STRENGTHS;
        for (int i = 0; i < steps; i++) {
            double v = largest - (i + 0.5) * (largest - lowest) / steps;
            svg.rectangle(colour(v), x, top + i * height / steps, BAR, height / steps, opacity(v), "");
        }
        svg.rectangle("axis", x, top, BAR, height, "", "");
        for (Ticks.Tick tick : ticks.all()) {
            svg.text("soft", x + BAR + 4, Math.max(top + 8, scale.at(tick.value()) + 4), "start", tick.label());
        }
    }

    private String label(int r, int c) {
        String row = r < figure.rowLabels().size() ? figure.rowLabels().get(r) : Integer.toString(r);
        String column = c < figure.columnLabels().size() ? figure.columnLabels().get(c) : Integer.toString(c);
        return row + ", " + column + ": ";
    }

    private double strength(double v) {
        return Double.isFinite(v) ? Math.abs(v) / largest : 0;
    }

    private static String colour(double v) {
        if (Double.isNaN(v)) {
            return "void";
        }
        return v < 0 ? "neg" : "pos";
    }

    private String opacity(double v) {
        return Double.isNaN(v) ? "" : String.format(Locale.ROOT, " fill-opacity=\"%.3f\"", strength(v));
    }

    private static String exact(double v) {
        return Double.isNaN(v) ? "undefined" : String.format(Locale.ROOT, "%.6g", v);
    }

    /** Two decimals, or three digits where these would hide the number. */
    private static String short3(double v) {
        if (Double.isNaN(v)) {
            return "–";
        }
        if (v == Math.rint(v) && Math.abs(v) < 1000) {
            return Long.toString((long) v).replace('-', '−');
        }
        String text =
                Math.abs(v) >= 100 ? String.format(Locale.ROOT, "%.0f", v) : String.format(Locale.ROOT, "%.2f", v);
        return text.replace('-', '−');
    }
}

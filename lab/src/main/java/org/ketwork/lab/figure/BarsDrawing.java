package org.ketwork.lab.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Draws groups of bars: upright when the names of the categories find room below, lying when they do not. */
final class BarsDrawing {
    private static final double PLOT_HEIGHT = 200;
    private static final double FILLED = 0.78;
    private static final double LYING_BAR = 14;
    private static final double WIDEST_NAME = 0.42 * SvgFigure.WIDTH;

    private final Figure.Bars figure;
    private final Scale scale;

    BarsDrawing(Figure.Bars figure) {
        this.figure = figure;
        this.scale = Scale.around(
                figure.series().stream().flatMapToDouble(BarsDrawing::ends).toArray(),
                figure.y().logarithmic(),
                true);
    }

    private static DoubleStream ends(Figure.BarSeries series) {
        double[] values = series.values();
        if (series.errors().isEmpty()) {
            return DoubleStream.of(values);
        }
        double[] errors = series.errors().get();
        double[] ends = new double[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            ends[2 * i] = values[i] - errors[i];
            ends[2 * i + 1] = values[i] + errors[i];
        }
        return DoubleStream.of(ends);
    }

    SvgFigure.Drawing draw() {
        Ticks ticks = scale.ticks(Frame.ticksDown(PLOT_HEIGHT));
        double left = Frame.EDGE + ticks.widest() + Frame.TICK_GAP;
        double slot = (SvgFigure.WIDTH - Frame.EDGE - left)
                / Math.max(1, figure.categories().size());
        double widest =
                figure.categories().stream().mapToDouble(Letters::width).max().orElse(0);
        boolean numbers = figure.categories().stream().allMatch(c -> c.matches("[-−]?[0-9.]+"));
        if (widest + 6 <= slot || numbers) {
            return upright(ticks, left, slot, widest);
        }
        return lying();
    }

    private Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        if (figure.series().size() > 1) {
            for (int i = 0; i < figure.series().size(); i++) {
                entries.add(new Legend.Entry(figure.series().get(i).name(), i, Legend.Sample.AREA));
            }
        }
        return new Legend(entries);
    }

    /** The value at which bars begin: zero, or the lower edge of a logarithmic axis. */
    private double base() {
        return scale.logarithmic() ? scale.low() : 0;
    }

    private SvgFigure.Drawing upright(Ticks ticks, double left, double slot, double widest) {
        Svg svg = new Svg();
        double right = SvgFigure.WIDTH - Frame.EDGE;
        double top = head(svg);
        Frame frame = new Frame(left, right, top, top + PLOT_HEIGHT);
        Scale y = scale.onto(frame.bottom(), frame.top());
        frame.yAxis(svg, y, ticks);
        double bar = slot * FILLED / Math.max(1, figure.series().size());
        for (int s = 0; s < figure.series().size(); s++) {
            Figure.BarSeries series = figure.series().get(s);
            for (int i = 0; i < series.values().length; i++) {
                double x = left + i * slot + slot * (1 - FILLED) / 2 + s * bar;
                double v = series.values()[i];
                if (y.shows(v)) {
                    double from = y.inside(base());
                    double to = y.inside(v);
                    svg.rectangle(
                            "f" + s % FigureStyle.COLOURS,
                            x,
                            Math.min(from, to),
                            Math.max(0.5, bar - (bar > 4 ? 1 : 0)),
                            Math.abs(from - to),
                            Series.paleness(s),
                            tooltip(series, i));
                    error(series, i).ifPresent(e -> {
                        double middle = x + bar / 2;
                        svg.line("error", middle, y.inside(v - e), middle, y.inside(v + e));
                    });
                }
            }
        }
        svg.line("axis", left, y.inside(base()), right, y.inside(base()));
        int every = Math.max(1, (int) Math.ceil((widest + 6) / slot));
        for (int i = 0; i < figure.categories().size(); i += every) {
            svg.text(
                    "soft",
                    left + (i + 0.5) * slot,
                    frame.bottom() + 4 + Letters.SIZE,
                    "middle",
                    figure.categories().get(i));
        }
        return new SvgFigure.Drawing(Math.ceil(frame.bottom() + 4 + Letters.LINE + Frame.EDGE), svg.toString());
    }

    private SvgFigure.Drawing lying() {
        Svg svg = new Svg();
        List<List<String>> names = figure.categories().stream()
                .map(c -> Letters.wrap(c, WIDEST_NAME))
                .toList();
        double widest = names.stream()
                .flatMap(List::stream)
                .mapToDouble(Letters::width)
                .max()
                .orElse(0);
        double left = Frame.EDGE + widest + Frame.TICK_GAP;
        double right = SvgFigure.WIDTH - Frame.EDGE - 8;
        double top = head(svg);
        int series = Math.max(1, figure.series().size());
        double[] tops = new double[names.size() + 1];
        tops[0] = top;
        for (int i = 0; i < names.size(); i++) {
            double rows = Math.max(names.get(i).size() * Letters.LINE, series * LYING_BAR) + 8;
            tops[i + 1] = tops[i] + rows;
        }
        Frame frame = new Frame(left, right, top, tops[names.size()]);
        Scale x = scale.onto(left, right);
        Ticks ticks = Frame.ticksAcross(scale, frame.width());
        for (Ticks.Tick tick : ticks.all()) {
            double at = x.at(tick.value());
            svg.line("grid", at, frame.top(), at, frame.bottom());
            svg.text("soft", at, frame.bottom() + 4 + Letters.SIZE, "middle", tick.label());
        }
        for (int i = 0; i < names.size(); i++) {
            double middle = (tops[i] + tops[i + 1]) / 2;
            Frame.lines(
                    svg,
                    "name",
                    names.get(i),
                    left - Frame.TICK_GAP,
                    "end",
                    middle - names.get(i).size() * Letters.LINE / 2 - 1);
            for (int s = 0; s < figure.series().size(); s++) {
                lyingBar(svg, x, figure.series().get(s), i, s, middle - series * LYING_BAR / 2 + s * LYING_BAR);
            }
        }
        svg.line("axis", x.inside(base()), frame.top(), x.inside(base()), frame.bottom());
        return new SvgFigure.Drawing(Math.ceil(frame.bottom() + 4 + Letters.LINE + Frame.EDGE), svg.toString());
    }

    private void lyingBar(Svg svg, Scale x, Figure.BarSeries series, int i, int s, double y) {
        double v = i < series.values().length ? series.values()[i] : Double.NaN;
        if (!x.shows(v)) {
            return;
        }
        double from = x.inside(base());
        double to = x.inside(v);
        svg.rectangle(
                "f" + s % FigureStyle.COLOURS,
                Math.min(from, to),
                y + 1,
                Math.abs(to - from),
                LYING_BAR - 2,
                Series.paleness(s),
                tooltip(series, i));
        double middle = y + LYING_BAR / 2;
        error(series, i).ifPresent(e -> svg.line("error", x.inside(v - e), middle, x.inside(v + e), middle));
    }

    /** Legend and label of the value axis; returns where the plot begins. */
    private double head(Svg svg) {
        Legend legend = legend();
        double right = SvgFigure.WIDTH - Frame.EDGE;
        legend.draw(svg, Frame.EDGE, right, Frame.EDGE);
        List<String> label = Letters.wrap(figure.y().label(), right - Frame.EDGE);
        double end =
                Frame.lines(svg, "soft", label, Frame.EDGE, "start", Frame.EDGE + legend.height(Frame.EDGE, right));
        return end + 8;
    }

    private static Optional<Double> error(Figure.BarSeries series, int i) {
        return series.errors().map(e -> e[i]).filter(e -> e > 0);
    }

    private String tooltip(Figure.BarSeries series, int i) {
        String name = i < figure.categories().size() ? figure.categories().get(i) : Integer.toString(i);
        String value = String.format(Locale.ROOT, "%.6g", series.values()[i]);
        return series.name() + ", " + name + ": " + value
                + error(series, i)
                        .map(e -> String.format(Locale.ROOT, " ± %.2g", e))
                        .orElse("");
    }
}

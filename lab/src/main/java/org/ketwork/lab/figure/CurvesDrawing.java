package org.ketwork.lab.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Draws curves, bands, points and marks over two axes. */
final class CurvesDrawing {
    private static final double PLOT_HEIGHT = 216;

    private final Figure.Curves figure;
    private final Scale x;
    private final Scale y;

    CurvesDrawing(Figure.Curves figure) {
        this.figure = figure;
        this.x = Scale.around(
                DoubleStream.concat(
                                figure.curves().stream().flatMapToDouble(c -> DoubleStream.of(c.x())),
                                figure.marks().stream().mapToDouble(Figure.Mark::x))
                        .toArray(),
                figure.x().logarithmic(),
                false);
        this.y = Scale.around(
                figure.curves().stream().flatMapToDouble(CurvesDrawing::heights).toArray(),
                figure.y().logarithmic(),
                false);
    }

    private static DoubleStream heights(Figure.Curve curve) {
        DoubleStream band = curve.band()
                .map(b -> DoubleStream.concat(DoubleStream.of(b.low()), DoubleStream.of(b.high())))
                .orElseGet(DoubleStream::empty);
        return DoubleStream.concat(DoubleStream.of(curve.y()), band);
    }

    SvgFigure.Drawing draw() {
        List<String> names = figure.curves().stream().map(Figure.Curve::name).toList();
        double labels = names.stream().mapToDouble(Letters::width).max().orElse(0);
        if (names.size() > 1 && DirectLabels.mayFit(names)) {
            Layout layout = layout(labels + 10, List.of());
            Optional<List<DirectLabels.End>> ends = ends(layout)
                    .flatMap(e -> DirectLabels.spread(e, layout.frame.top() + 4, layout.frame.bottom() - 2));
            if (ends.isPresent()) {
                return draw(layout, ends.get());
            }
        }
        return draw(layout(6, names.size() > 1 ? legend() : List.of()), List.of());
    }

    private List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < figure.curves().size(); i++) {
            Figure.Curve curve = figure.curves().get(i);
            Legend.Sample sample = switch (curve.style()) {
                case LINE -> Legend.Sample.LINE;
                case POINTS -> Legend.Sample.POINTS;
                case BACKGROUND -> Legend.Sample.GHOST;
            };
            boolean named = sample == Legend.Sample.GHOST
                    && entries.stream().anyMatch(e -> e.name().equals(curve.name()));
            if (!named) {
                entries.add(new Legend.Entry(curve.name(), i, sample));
            }
        }
        return entries;
    }

    /** Where everything goes. */
    private record Layout(
            Frame frame,
            Scale x,
            Scale y,
            Ticks xTicks,
            Ticks yTicks,
            Legend legend,
            List<String> yLabel,
            MarkLanes marks) {}

    private Layout layout(double roomRight, List<Legend.Entry> entries) {
        Ticks yTicks = y.ticks(Frame.ticksDown(PLOT_HEIGHT));
        double left = Frame.EDGE + yTicks.widest() + Frame.TICK_GAP;
        double right = SvgFigure.WIDTH - Frame.EDGE - roomRight;
        Scale across = x.onto(left, right);
        MarkLanes marks = new MarkLanes(figure.marks(), across);
        Legend legend = new Legend(entries);
        List<String> yLabel = Letters.wrap(figure.y().label(), SvgFigure.WIDTH - 2 * Frame.EDGE);
        double top = Frame.EDGE
                + legend.height(Frame.EDGE, SvgFigure.WIDTH - Frame.EDGE)
                + yLabel.size() * Letters.LINE
                + 8
                + marks.height();
        Frame frame = new Frame(left, right, top, top + PLOT_HEIGHT);
        return new Layout(
                frame,
                across,
                y.onto(frame.bottom(), frame.top()),
                Frame.ticksAcross(x, right - left),
                yTicks,
                legend,
                yLabel,
                marks);
    }

    /** The ends of all curves, if each is a line that reaches the right side. */
    private Optional<List<DirectLabels.End>> ends(Layout layout) {
        List<DirectLabels.End> ends = new ArrayList<>();
        double last = figure.curves().stream()
                .flatMapToDouble(c -> DoubleStream.of(c.x()))
                .max()
                .orElse(0);
        for (int i = 0; i < figure.curves().size(); i++) {
            Figure.Curve curve = figure.curves().get(i);
            int end = curve.x().length - 1;
            if (curve.style() != Figure.Style.LINE
                    || end < 0
                    || !layout.y.shows(curve.y()[end])
                    || curve.x()[end] < last) {
                return Optional.empty();
            }
            ends.add(new DirectLabels.End(curve.name(), i, layout.y.inside(curve.y()[end])));
        }
        return Optional.of(ends);
    }

    private SvgFigure.Drawing draw(Layout layout, List<DirectLabels.End> ends) {
        Svg svg = new Svg();
        Frame frame = layout.frame;
        layout.legend.draw(svg, Frame.EDGE, SvgFigure.WIDTH - Frame.EDGE, Frame.EDGE);
        double labelTop = Frame.EDGE + layout.legend.height(Frame.EDGE, SvgFigure.WIDTH - Frame.EDGE);
        Frame.lines(svg, "soft", layout.yLabel, Frame.EDGE, "start", labelTop);
        frame.yAxis(svg, layout.y, layout.yTicks);
        frame.xAxis(svg, layout.x, layout.xTicks);
        layout.marks.drawIntervals(svg, frame, layout.x);
        for (int i = 0; i < figure.curves().size(); i++) {
            band(svg, layout, figure.curves().get(i), i);
        }
        layout.marks.drawLines(svg, frame);
        for (int i = 0; i < figure.curves().size(); i++) {
            curve(svg, layout, figure.curves().get(i), i, ends.isEmpty());
        }
        for (DirectLabels.End end : ends) {
            svg.text("f" + end.index() % FigureStyle.COLOURS, frame.right() + 6, end.y() + 4, "start", end.name());
        }
        List<String> xLabel = Letters.wrap(figure.x().label(), SvgFigure.WIDTH - 2 * Frame.EDGE);
        double centre = SvgFigure.WIDTH / 2.0;
        double middle = (frame.left() + frame.right()) / 2;
        double widest = xLabel.stream().mapToDouble(Letters::width).max().orElse(0) / 2;
        boolean below = middle - widest >= Frame.EDGE && middle + widest <= SvgFigure.WIDTH - Frame.EDGE;
        double end = Frame.lines(
                svg, "soft", xLabel, below ? middle : centre, "middle", frame.bottom() + 4 + Letters.LINE + 3);
        return new SvgFigure.Drawing(Math.ceil(end + Frame.EDGE), svg.toString());
    }

    private static void band(Svg svg, Layout layout, Figure.Curve curve, int index) {
        if (curve.band().isEmpty()) {
            return;
        }
        Figure.Band band = curve.band().get();
        if (curve.style() == Figure.Style.POINTS) {
            errorBars(svg, layout, curve, band);
            return;
        }
        StringBuilder path = new StringBuilder();
        int n = Math.min(curve.x().length, Math.min(band.low().length, band.high().length));
        int begin = 0;
        while (begin < n) {
            int end = begin;
            while (end < n && drawable(layout, curve.x()[end], band.high()[end])) {
                end++;
            }
            for (int i = begin; i < end; i++) {
                path.append(i == begin ? "M" : "L").append(point(layout, curve.x()[i], band.high()[i]));
            }
            for (int i = end - 1; i >= begin; i--) {
                path.append("L").append(point(layout, curve.x()[i], band.low()[i]));
            }
            if (end > begin) {
                path.append("Z");
            }
            begin = end + 1;
        }
        svg.path("b" + index % FigureStyle.COLOURS, path.toString(), "");
    }

    private static void errorBars(Svg svg, Layout layout, Figure.Curve curve, Figure.Band band) {
        for (int i = 0; i < curve.x().length; i++) {
            if (drawable(layout, curve.x()[i], band.high()[i])) {
                double at = layout.x.at(curve.x()[i]);
                svg.line("error", at, layout.y.inside(band.low()[i]), at, layout.y.inside(band.high()[i]));
            }
        }
    }

    private static void curve(Svg svg, Layout layout, Figure.Curve curve, int index, boolean dashed) {
        int colour = index % FigureStyle.COLOURS;
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        String before = "";
        for (int i = 0; i < curve.x().length; i++) {
            if (!drawable(layout, curve.x()[i], curve.y()[i])) {
                pen = false;
                continue;
            }
            if (curve.style() == Figure.Style.POINTS) {
                svg.circle("f" + colour, layout.x.at(curve.x()[i]), layout.y.at(curve.y()[i]), 3);
                continue;
            }
            String point = point(layout, curve.x()[i], curve.y()[i]);
            if (!pen || !point.equals(before)) {
                path.append(pen ? "L" : "M").append(point);
            }
            pen = true;
            before = point;
        }
        boolean ghost = curve.style() == Figure.Style.BACKGROUND;
        svg.path(ghost ? "ghost" : "l" + colour, path.toString(), dashed && !ghost ? Series.dashes(index) : "");
    }

    private static boolean drawable(Layout layout, double x, double y) {
        return layout.x.shows(x) && layout.y.shows(y);
    }

    private static String point(Layout layout, double x, double y) {
        return Svg.number(layout.x.at(x)) + " " + Svg.number(layout.y.inside(y));
    }
}

package org.ketwork.lab.figure;

import java.util.List;

/** The rectangle of a plot in the drawing, with its axes. */
record Frame(double left, double right, double top, double bottom) {
    /** Room kept at the edges of the drawing. */
    static final double EDGE = 8;

    /** Distance of tick labels from the axis. */
    static final double TICK_GAP = 6;

    private static final double TICK_DISTANCE_Y = 38;

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    static int ticksDown(double height) {
        return (int) Math.max(2, height / TICK_DISTANCE_Y);
    }

    /** Ticks of the x axis, as many as have room side by side. */
    static Ticks ticksAcross(Scale scale, double width) {
        for (int wanted = 8; wanted > 2; wanted--) {
            Ticks ticks = scale.ticks(wanted);
            Scale placed = scale.onto(0, width);
            boolean fits = true;
            for (int i = 1; i < ticks.all().size(); i++) {
                Ticks.Tick a = ticks.all().get(i - 1);
                Ticks.Tick b = ticks.all().get(i);
                double room = Math.abs(placed.at(b.value()) - placed.at(a.value()));
                fits &= room >= (Letters.width(a.label()) + Letters.width(b.label())) / 2 + 10;
            }
            if (fits) {
                return ticks;
            }
        }
        return scale.ticks(2);
    }

    /** Grid lines and labels to the left. */
    void yAxis(Svg svg, Scale scale, Ticks ticks) {
        for (Ticks.Tick tick : ticks.all()) {
            double y = scale.at(tick.value());
            svg.line("grid", left, y, right, y);
            svg.text("soft", left - TICK_GAP, y + 4, "end", tick.label());
        }
    }

    /** The base line, short ticks and labels below. */
    void xAxis(Svg svg, Scale scale, Ticks ticks) {
        svg.line("axis", left, bottom, right, bottom);
        for (Ticks.Tick tick : ticks.all()) {
            double x = scale.at(tick.value());
            svg.line("axis", x, bottom, x, bottom + 4);
            double half = Letters.width(tick.label()) / 2;
            double middle = Math.clamp(x, EDGE + half, SvgFigure.WIDTH - EDGE - half);
            svg.text("soft", middle, bottom + 4 + Letters.SIZE, "middle", tick.label());
        }
    }

    /** Lines of text from the given top, starting at x; returns where they end. */
    static double lines(Svg svg, String styleClass, List<String> lines, double x, String anchor, double top) {
        double y = top;
        for (String line : lines) {
            svg.text(styleClass, x, y + Letters.SIZE, anchor, line);
            y += Letters.LINE;
        }
        return y;
    }
}

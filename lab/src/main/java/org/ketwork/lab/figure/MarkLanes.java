package org.ketwork.lab.figure;

import java.util.ArrayList;
import java.util.List;

/** Marked positions on the x axis: dashed lines, intervals, and labels in lanes above the plot so that none covers another. */
final class MarkLanes {
    private static final double GAP = 8;

    private record Placed(Figure.Mark mark, double x, double middle, int lane) {}

    private final List<Placed> placed = new ArrayList<>();
    private int lanes;

    MarkLanes(List<Figure.Mark> marks, Scale x) {
        List<Double> ends = new ArrayList<>();
        List<Figure.Mark> drawn = marks.stream()
                .filter(m -> x.shows(m.x()) && m.x() >= x.low() && m.x() <= x.high())
                .sorted((a, b) -> Double.compare(a.x(), b.x()))
                .toList();
        for (Figure.Mark mark : drawn) {
            double half = Letters.width(mark.label()) / 2;
            double middle = Math.max(Frame.EDGE + half, Math.min(x.at(mark.x()), SvgFigure.WIDTH - Frame.EDGE - half));
            int lane = 0;
            while (lane < ends.size() && ends.get(lane) + GAP > middle - half) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(0.0);
            }
            ends.set(lane, middle + half);
            placed.add(new Placed(mark, x.at(mark.x()), middle, lane));
        }
        lanes = ends.size();
    }

    double height() {
        return lanes == 0 ? 0 : lanes * Letters.LINE + 4;
    }

    /** Intervals lie behind the curves. */
    void drawIntervals(Svg svg, Frame frame, Scale x) {
        for (Placed p : placed) {
            double low = x.inside(p.mark.low());
            double high = x.inside(p.mark.high());
            if (high > low) {
                svg.rectangle("interval", low, frame.top(), high - low, frame.height(), "", "");
            }
        }
    }

    /** Lines and labels lie above them; the lowest lane is next to the plot, and no line crosses a label. */
    void drawLines(Svg svg, Frame frame) {
        for (Placed p : placed) {
            svg.line("mark", p.x, base(frame, p) + 2, p.x, frame.bottom());
        }
        for (Placed p : placed) {
            svg.text("halo", p.middle, base(frame, p), "middle", p.mark.label());
        }
    }

    private static double base(Frame frame, Placed p) {
        return frame.top() - 5 - p.lane * Letters.LINE;
    }
}

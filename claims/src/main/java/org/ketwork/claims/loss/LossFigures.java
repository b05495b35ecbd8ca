package org.ketwork.claims.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.Figure.Axis;
import org.ketwork.lab.figure.Figure.Curve;
import org.ketwork.lab.figure.Figure.Mark;
import org.ketwork.numerics.statistics.Interval;

/** Systems of both sides on one axis. */
final class LossFigures {
    /** Curves are drawn while they stay between these; the loss without noise is 1, the least loss of a system 0. */
    private static final double LOWEST = -1.5;

    private static final double HIGHEST = 3;

    private LossFigures() {}

    /** The share of the risk without noise that the best noise removes. */
    static double gain(NoiseSweep sweep) {
        double[] mean = sweep.meanRisk();
        return (mean[0] - least(mean)) / Math.abs(mean[0]);
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    static Figure oneAxis(List<PairedSweeps> pairs) {
        List<Curve> curves = new ArrayList<>();
        for (PairedSweeps pair : pairs) {
            curves.add(curve(pair.system(), scale(pair)));
        }
        for (PairedSweeps pair : pairs) {
            for (NoiseSweep control : pair.controls()) {
                Curve curve = curve(control, scale(pair));
                curves.add(Curve.background("controls", curve.x(), curve.y()));
            }
        }
        return new Figure.Curves(
                "one-axis",
                "Every system (colours, 95 % bands of the mean) and every control (grey) on one axis: noise in units of the predicted"
                        + " best one (digits: of p = 1/2), and the share of the avoidable loss that is left. Below 1 noise helps. The"
                        + " controls, drawn on the scale of their systems, never dip and rise again.",
                Axis.log("noise / predicted best noise"),
                Axis.linear("avoidable loss left (1: no noise, 0: best noise)"),
                curves,
                List.of(Mark.at("predicted", 1)));
    }

    /** What noise can gain at most in the system of the pair. */
    private static double scale(PairedSweeps pair) {
        double[] mean = pair.system().meanRisk();
        double gain = mean[0] - least(mean);
        return gain > 0 ? gain : Math.abs(mean[0]);
    }

    private static Curve curve(NoiseSweep sweep, double scale) {
        int first = 1;
        int end = first;
        while (end < sweep.x().length && inside(1 + sweep.change(end).mean() / scale)) {
            end++;
        }
        double[] x = Arrays.copyOfRange(sweep.x(), first, end);
        double[] y = new double[x.length];
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            Interval interval = sweep.change(first + j).interval(0.95);
            y[j] = 1 + sweep.change(first + j).mean() / scale;
            low[j] = 1 + interval.low() / scale;
            high[j] = 1 + interval.high() / scale;
        }
        return Curve.banded(sweep.task().name(), x, y, low, high);
    }

    private static boolean inside(double y) {
        return y >= LOWEST && y <= HIGHEST;
    }
}

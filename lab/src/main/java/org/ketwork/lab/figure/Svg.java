package org.ketwork.lab.figure;

import java.util.Locale;

/** Writes SVG elements: escapes text, rounds coordinates to a tenth of a unit. */
final class Svg {
    private final StringBuilder text = new StringBuilder();

    Svg line(String styleClass, double x1, double y1, double x2, double y2) {
        text.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
                .formatted(styleClass, number(x1), number(y1), number(x2), number(y2)));
        return this;
    }

    /** A rectangle with an optional attribute string and an optional tooltip; empty texts leave them out. */
    Svg rectangle(String styleClass, double x, double y, double width, double height, String more, String tooltip) {
        text.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s"
                .formatted(styleClass, number(x), number(y), number(width), number(height), more));
        text.append(tooltip.isEmpty() ? "/>\n" : "><title>" + escape(tooltip) + "</title></rect>\n");
        return this;
    }

    Svg path(String styleClass, String data, String more) {
        if (!data.isEmpty()) {
            text.append("<path class=\"%s\" d=\"%s\"%s/>\n".formatted(styleClass, data, more));
        }
        return this;
    }

    Svg circle(String styleClass, double x, double y, double radius) {
        text.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>\n"
                .formatted(styleClass, number(x), number(y), number(radius)));
        return this;
    }

    /** Text with its baseline at y; the anchor is start, middle or end. */
    Svg text(String styleClass, double x, double y, String anchor, String content) {
        text.append("<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                .formatted(styleClass, number(x), number(y), anchor, escape(content)));
        return this;
    }

    /** Text that runs upwards from (x, y). */
    Svg turnedText(String styleClass, double x, double y, String content) {
        text.append("<text class=\"%s\" transform=\"translate(%s %s) rotate(-90)\">%s</text>\n"
                .formatted(styleClass, number(x), number(y), escape(content)));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        if (text.endsWith(".0")) {
            text = text.substring(0, text.length() - 2);
        }
        return text.equals("-0") ? "0" : text;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

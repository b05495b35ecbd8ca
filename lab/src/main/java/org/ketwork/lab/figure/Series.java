package org.ketwork.lab.figure;

/** What tells series apart besides their colour. */
final class Series {
    private static final String[] DASHES = {"", "7 3", "2 3", "9 3 2 3"};

    private Series() {}

    /** The dash attribute of the line of a series: a reader without colours, or with more series than colours, needs it. */
    static String dashes(int index) {
        String dashes = DASHES[(index + index / FigureStyle.COLOURS) % DASHES.length];
        return dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"";
    }

    /** The opacity attribute of the bars of a series beyond the number of colours. */
    static String paleness(int index) {
        return index < FigureStyle.COLOURS ? "" : " opacity=\".5\"";
    }
}

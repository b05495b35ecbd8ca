package org.ketwork.lab.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room text takes. Widths are those of a wide sans-serif face, in units of the font size, so that text set in the
 * reader's own face is never longer than the room kept for it.
 */
final class Letters {
    /** Font size of all text in figures, in units of the drawing. */
    static final double SIZE = 12;

    /** Distance of two baselines. */
    static final double LINE = 15;

    private Letters() {}

    static double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += width(text.charAt(i));
        }
        return width * SIZE;
    }

    private static double width(char letter) {
        if ("iljI.,:;'|!()[]/ ".indexOf(letter) >= 0) {
            return 0.36;
        }
        if ("tfr-⁰¹²³⁴⁵⁶⁷⁸⁹⁻".indexOf(letter) >= 0) {
            return 0.43;
        }
        if ("mwMW@%".indexOf(letter) >= 0) {
            return 0.97;
        }
        return Character.isUpperCase(letter) ? 0.72 : 0.63;
    }

    /** Breaks text into lines of at most the given width; a single longer word stays whole. */
    static List<String> wrap(String text, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && width(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}

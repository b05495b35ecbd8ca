package org.ketwork.numerics.file;

import java.util.function.Function;

/** A text that is read from left to right: what the parsers of file headers have in common. */
final class TextCursor {
    private static final String BLANKS = " \t\r\n";

    private final String text;
    private final Function<String, RuntimeException> broken;
    private int at;

    /**
     * Stands before the first character.
     *
     * @param broken makes the error of a text that is not as it must be, from what is wrong with it
     */
    TextCursor(String text, Function<String, RuntimeException> broken) {
        this.text = text;
        this.broken = broken;
    }

    /** The next character that is no blank, which it then stands before; 0 at the end. */
    char peek() {
        while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    /** Takes the next character that is no blank, if it is the wanted one. */
    boolean accept(char wanted) {
        boolean found = peek() == wanted;
        at += found ? 1 : 0;
        return found;
    }

    void expect(char wanted) {
        if (!accept(wanted)) {
            throw broken.apply("lacks '" + wanted + "' at position " + at);
        }
    }

    /** Takes the wanted word, if it comes next after blanks. */
    boolean accept(String wanted) {
        peek();
        boolean found = text.startsWith(wanted, at);
        at += found ? wanted.length() : 0;
        return found;
    }

    /** Takes the next character, blank or not. */
    char next() {
        if (at == text.length()) {
            throw broken.apply("has a text that does not end");
        }
        return text.charAt(at++);
    }

    /** Takes the decimal digits that come next, none if there are none. */
    String digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return text.substring(start, at);
    }

    int position() {
        return at;
    }

    /** Nothing but blanks may follow the closing brace. */
    void requireEnd() {
        peek();
        if (at < text.length()) {
            throw broken.apply("goes on after its closing brace");
        }
    }
}

package org.ketwork.numerics.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ketwork.numerics.InvalidInputException;

/**
 * Small texts in UTF-8 that people write: a statement a line. What follows a # is a comment, and empty lines do not count, nor does
 * the mark with which some editors begin a file.
 */
public final class TextLines {
    private static final String MARK = "\uFEFF";
    private static final int SHOWN = 40;

    private TextLines() {}

    /**
     * A line with something on it.
     *
     * @param number counted from 1
     * @param text without comment and outer blanks
     */
    public record Line(Path file, int number, String text) {
        /** What stands between blanks. */
        public List<String> words() {
            return List.of(text.split("\\s+"));
        }

        /** The error of a line that is not as it must be; {@code found} says what is wrong with it. */
        public InvalidInputException broken(String found) {
            return Failure.content(file, "line " + number + " " + found);
        }
    }

    /** What a sentence shows of a text: its beginning, if it is long. */
    public static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }

    /**
     * All lines with something on them.
     *
     * @throws InvalidInputException if the file cannot be read or there is no such line
     */
    public static List<Line> read(Path file) {
        List<Line> lines = new ArrayList<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                String plain = number == 1 && line.startsWith(MARK) ? line.substring(1) : line;
                int comment = plain.indexOf('#');
                String text = (comment < 0 ? plain : plain.substring(0, comment)).strip();
                if (!text.isEmpty()) {
                    lines.add(new Line(file, number, text));
                }
            }
        } catch (CharacterCodingException e) {
            throw Failure.content(file, "it is not text in UTF-8");
        } catch (IOException e) {
            throw Failure.cannot("read", file, e);
        } catch (OutOfMemoryError e) {
            throw Failure.content(file, "it is longer than the memory of the program");
        }
        if (lines.isEmpty()) {
            throw Failure.content(file, "it is empty");
        }
        return lines;
    }
}

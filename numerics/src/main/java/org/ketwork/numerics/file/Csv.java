package org.ketwork.numerics.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Comma-separated numbers under one line of column names, in UTF-8 (RFC 4180, without line breaks inside quotes). "nan" and "inf"
 * are numbers in any case of letters; an empty cell is an error, named by line and column.
 */
public final class Csv {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final int LONGEST_LINE = 1 << 24;
    private static final char MARK = '\uFEFF';

    private Csv() {}

    public static Table read(Path file) {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return new Parser(file, in).parse();
        } catch (CharacterCodingException e) {
            throw Failure.content(file, "it is not text in UTF-8");
        } catch (IOException e) {
            throw Failure.cannot("read", file, e);
        } catch (OutOfMemoryError e) {
            throw Failure.content(file, "it has more numbers than the memory of the program holds");
        }
    }

    /** Writes each number in the shortest form that reads back to the same bits. */
    public static void write(Path file, Table table) {
        AtomicFile.write(file, out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            List<String> quoted = table.names().stream().map(Csv::quote).toList();
            text.write(String.join(",", quoted));
            text.write('\n');
            for (int row = 0; row < table.rows(); row++) {
                for (int column = 0; column < table.columns().length; column++) {
                    text.write(column == 0 ? "" : ",");
                    text.write(spell(table.columns()[column][row]));
                }
                text.write('\n');
            }
            text.flush();
        });
    }

    private static String quote(String name) {
        if (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("the name of a column must not have a line break, got '" + name + "'");
        }
        return name.matches("[^\",\\s]+") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String spell(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static final class Parser {
        private final Path file;
        private final BufferedReader in;
        private int line;

        Parser(Path file, BufferedReader in) {
            this.file = file;
            this.in = in;
        }

        Table parse() throws IOException {
            String header = nextLine();
            if (header.isEmpty()) {
                throw Failure.content(file, "line 1 must name the columns, but is empty");
            }
            List<String> names = names(header.charAt(0) == MARK ? header.substring(1) : header);
            double[][] columns = new double[names.size()][16];
            int rows = 0;
            while (more()) {
                List<String> cells = cells(nextLine());
                if (cells.size() != names.size()) {
                    throw Failure.content(
                            file, "line " + line + " has " + cells.size() + " cells; the header has " + names.size());
                }
                for (int column = 0; column < columns.length; column++) {
                    if (rows == columns[column].length) {
                        columns[column] = Arrays.copyOf(columns[column], 2 * rows);
                    }
                    columns[column][rows] = number(cells.get(column), names.get(column));
                }
                rows++;
            }
            for (int column = 0; column < columns.length; column++) {
                columns[column] = Arrays.copyOf(columns[column], rows);
            }
            return new Table(names, columns);
        }

        private List<String> names(String header) {
            List<String> names = cells(header).stream().map(String::strip).toList();
            if (names.stream().allMatch(name -> NUMBER.matcher(name).matches())) {
                throw Failure.content(file, "line 1 must name the columns, but holds numbers");
            }
            Set<String> seen = new HashSet<>();
            for (String name : names) {
                if (name.isEmpty()) {
                    throw Failure.content(file, "line 1 has a column without a name");
                }
                if (!seen.add(name)) {
                    throw Failure.content(file, "line 1 names the column '" + name + "' twice");
                }
            }
            return names;
        }

        private boolean more() throws IOException {
            in.mark(1);
            int next = in.read();
            in.reset();
            return next >= 0;
        }

        private String nextLine() throws IOException {
            line++;
            StringBuilder text = new StringBuilder();
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                if (text.length() == LONGEST_LINE) {
                    throw Failure.content(
                            file, "line " + line + " is longer than " + LONGEST_LINE + " characters, the most allowed");
                }
                text.append((char) next);
            }
            int length = text.length();
            if (length > 0 && text.charAt(length - 1) == '\r') {
                text.setLength(length - 1);
            }
            return text.toString();
        }

        private List<String> cells(String text) {
            List<String> cells = new ArrayList<>();
            int at = 0;
            while (true) {
                StringBuilder cell = new StringBuilder();
                int first = skipBlanks(text, at);
                if (first < text.length() && text.charAt(first) == '"') {
                    at = skipBlanks(text, quoted(text, first + 1, cell));
                    if (at < text.length() && text.charAt(at) != ',') {
                        throw Failure.content(file, "line " + line + " goes on after a closing quote");
                    }
                } else {
                    int comma = text.indexOf(',', at);
                    int end = comma < 0 ? text.length() : comma;
                    cell.append(text, at, end);
                    at = end;
                }
                cells.add(cell.toString());
                if (at == text.length()) {
                    return cells;
                }
                at++;
            }
        }

        private static int skipBlanks(String text, int start) {
            int at = start;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            return at;
        }

        /** Position after the closing quote. */
        private int quoted(String text, int start, StringBuilder cell) {
            int at = start;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c != '"') {
                    cell.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    cell.append('"');
                    at++;
                } else {
                    return at;
                }
            }
            throw Failure.content(file, "line " + line + " has a quote that does not end");
        }

        private double number(String cell, String column) {
            String text = cell.strip();
            if (NUMBER.matcher(text).matches()) {
                return Double.parseDouble(text);
            }
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "nan" -> Double.NaN;
                case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
                case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
                case "" ->
                    throw Failure.content(
                            file, "line " + line + ", column '" + column + "' is empty; a number or nan is needed");
                default ->
                    throw Failure.content(
                            file,
                            "line " + line + ", column '" + column + "' holds '" + shorten(text)
                                    + "', which is no number");
            };
        }

        private static String shorten(String text) {
            return text.length() <= 40 ? text : text.substring(0, 40) + "...";
        }
    }
}

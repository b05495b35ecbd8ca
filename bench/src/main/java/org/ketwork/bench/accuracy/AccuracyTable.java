package org.ketwork.bench.accuracy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ketwork.lab.report.NumberText;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.JsonLines;
import org.ketwork.numerics.InvalidInputException;

/**
 * The runs of the table. What is done stands in a file and is not done again.
 */
public final class AccuracyTable {
    /** Energies of a site are told apart by the fifth. */
    private static final int DISTANCE_DIGITS = 5;

    private static final String RESULTS = "results.jsonl";

    private final List<Row> rows;
    private final List<Long> seeds;
    private final Path folder;

    /**
     * @param names of the rows; all if there are none
     * @param folder of the file of results and of the runs
     * @throws InvalidInputException if there is no such row
     */
    public AccuracyTable(List<String> names, List<Long> seeds, Path folder) {
        for (String name : names) {
            if (Rows.ALL.stream().noneMatch(row -> row.name().equals(name))) {
                throw new InvalidInputException("unknown row " + name + "; there are " + String.join(", ", names()));
            }
        }
        this.rows = Rows.ALL.stream()
                .filter(row -> names.isEmpty() || names.contains(row.name()))
                .toList();
        this.seeds = List.copyOf(seeds);
        this.folder = folder.toAbsolutePath();
    }

    /** The names of all rows. */
    public static List<String> names() {
        return Rows.ALL.stream().map(Row::name).toList();
    }

    /**
     * Makes the runs that are missing.
     *
     * @param told a sentence about each run
     */
    public void fill(Consumer<String> told) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (JsonLines file = JsonLines.open(folder.resolve(RESULTS))) {
            for (Row row : rows) {
                for (long seed : seeds) {
                    if (find(row, seed).isEmpty()) {
                        told.accept("running: " + row.title() + ", seed " + seed);
                        run(row, seed, told).ifPresent(file::append);
                    }
                }
            }
        }
    }

    private Optional<Result> run(Row row, long seed, Consumer<String> told) {
        try {
            return Optional.of(row.run(seed, folder));
        } catch (IOException e) {
            told.accept(row.name() + " with seed " + seed + " gave no result: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Result> find(Row row, long seed) {
        return JsonLines.read(folder.resolve(RESULTS)).stream()
                .map(line -> Json.mapper().treeToValue(line, Result.class))
                .filter(result -> result.row().equals(row.name())
                        && result.settings().equals(row.settings())
                        && result.seed() == seed)
                .reduce((_, last) -> last);
    }

    /** A table of the rows, the worst seed of each, and a table of all runs, in Markdown. */
    public String markdown() {
        StringBuilder summary = new StringBuilder("""
                | problem | target | reached | worst | best | worst V-score | longest | settings |
                |---|---|---|---|---|---|---|---|
                """);
        StringBuilder details = new StringBuilder("""
                | problem | seed | value | distance | V-score | time | reached |
                |---|---|---|---|---|---|---|
                """);
        for (Row row : rows) {
            List<Result> results =
                    seeds.stream().flatMap(seed -> find(row, seed).stream()).toList();
            summary.append(summary(row, results));
            results.forEach(result -> details.append(detail(row, result)));
        }
        return summary + "\n" + details;
    }

    private static String summary(Row row, List<Result> results) {
        double worst = results.stream().mapToDouble(Result::distance).max().orElse(Double.NaN);
        double best = results.stream().mapToDouble(Result::distance).min().orElse(Double.NaN);
        double vScore = results.stream().mapToDouble(Result::vScore).max().orElse(Double.NaN);
        double seconds = results.stream().mapToDouble(Result::seconds).max().orElse(Double.NaN);
        long reached = results.stream().filter(result -> result.reached(row)).count();
        String limit = row.seconds() < Double.POSITIVE_INFINITY ? ", " + number(row.seconds(), 4) + " s" : "";
        return line(
                row.title(),
                row.aim() + limit,
                reached + " of " + results.size(),
                number(worst, DISTANCE_DIGITS),
                number(best, DISTANCE_DIGITS),
                number(vScore, 2),
                number(seconds, 3) + " s",
                "`" + row.settings() + "`");
    }

    private static String detail(Row row, Result result) {
        return line(
                row.name(),
                Long.toString(result.seed()),
                number(result.value(), 9) + " ± " + number(result.error(), 2),
                number(result.distance(), DISTANCE_DIGITS),
                number(result.vScore(), 2),
                number(result.seconds(), 3) + " s",
                result.broken().isPresent() ? "broken" : result.reached(row) ? "yes" : "NO");
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String number(double value, int digits) {
        return Double.isNaN(value) ? "" : NumberText.of(value, digits);
    }
}

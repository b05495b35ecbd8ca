package org.ketwork.lab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketwork.numerics.InvalidInputException;

/**
 * Run folders as tables for SQL. The database lives in memory and reads the folders when asked, so there is no second copy of the
 * truth. Tables: {@code runs} (one row a run), {@code metrics} (one row a line of metrics.jsonl), and for tested claims
 * {@code claims}, {@code numbers}, {@code tests}, {@code controls}; each has the run's id in the column {@code run}.
 */
public final class RunTables implements AutoCloseable {
    /** A file format for tables. */
    public enum Format {
        CSV("csv", "format csv, header"),
        PARQUET("parquet", "format parquet");

        private final String ending;
        private final String options;

        Format(String ending, String options) {
            this.ending = ending;
            this.options = options;
        }

        public String ending() {
            return ending;
        }
    }

    /** The answer to a query; absent values are the text "null". */
    public record Rows(List<String> columns, List<List<Object>> rows) {}

    private static final String EVIDENCE = """
            {id: 'VARCHAR', statement: 'VARCHAR', verdict: 'VARCHAR', sentence: 'VARCHAR', seconds: 'DOUBLE',
             numbers: 'STRUCT(name VARCHAR, value DOUBLE, expected DOUBLE, tolerance DOUBLE, ok BOOLEAN)[]',
             tests: 'STRUCT(name VARCHAR, statistic DOUBLE, p DOUBLE, alpha DOUBLE, effect DOUBLE,
                     interval STRUCT(low DOUBLE, high DOUBLE, level DOUBLE))[]',
             controls: 'STRUCT(name VARCHAR, expectation VARCHAR, ok BOOLEAN, observed VARCHAR)[]'}""";

    private final Connection connection;

    private RunTables(Connection connection) {
        this.connection = connection;
    }

    /** The tables of the given runs. */
    public static RunTables of(List<Path> folders) {
        try {
            RunTables tables = new RunTables(DriverManager.getConnection("jdbc:duckdb:"));
            tables.define(folders);
            return tables;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void define(List<Path> folders) throws SQLException {
        List<Path> records =
                existing(folders.stream().map(f -> f.resolve(RunFolder.RECORD)).toList());
        view(
                "runs",
                records,
                "read_json(%s, filename = true, columns = {command: 'VARCHAR', state: 'VARCHAR', spec: 'JSON',"
                        + " provenance: 'JSON', finished: 'TIMESTAMP', result: 'JSON'})",
                1,
                "command, state, finished, spec, provenance, result");
        List<Path> metrics = existing(
                        folders.stream().map(f -> f.resolve(RunFolder.METRICS)).toList())
                .stream()
                .filter(RunTables::isFilled)
                .toList();
        view(
                "metrics",
                metrics,
                "read_json(%s, format = 'newline_delimited', union_by_name = true, filename = true)",
                1,
                "* exclude (filename)");
        List<Path> claims = folders.stream().flatMap(RunTables::claimFiles).toList();
        String source = "read_json(%s, filename = true, columns = " + EVIDENCE + ")";
        view("claims", claims, source, 2, "id, verdict, sentence, seconds, statement");
        view("numbers", claims, source, 2, "id as claim, unnest(numbers, recursive := true)");
        view("controls", claims, source, 2, "id as claim, unnest(controls, recursive := true)");
        view("tests", claims, source, 2, "id as claim, unnest(tests, recursive := true)");
    }

    /** A view over files that lie so many folders below the folder of their run. */
    private void view(String name, List<Path> files, String source, int depth, String columns) throws SQLException {
        if (files.isEmpty()) {
            return;
        }
        String list = files.stream().map(RunTables::quote).collect(Collectors.joining(", ", "[", "]"));
        String run = "string_split(filename, '/')[-" + (depth + 1) + "] as run";
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create view " + name + " as select " + run + ", " + columns + " from " + source.formatted(list));
        }
    }

    /**
     * Answers a query.
     *
     * @throws InvalidInputException if the database does not understand it
     */
    public Rows query(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            ResultSetMetaData meta = result.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int c = 1; c <= meta.getColumnCount(); c++) {
                columns.add(meta.getColumnLabel(c));
            }
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int c = 1; c <= columns.size(); c++) {
                    row.add(Objects.requireNonNullElse(result.getObject(c), "null"));
                }
                rows.add(row);
            }
            return new Rows(columns, rows);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Which tables have rows to read. */
    public List<String> names() {
        return query("select view_name from duckdb_views() where not internal order by view_name").rows().stream()
                .map(row -> row.getFirst().toString())
                .toList();
    }

    /** Writes a table to a file, which must not exist. */
    public void export(String table, Format format, Path file) {
        if (Files.exists(file)) {
            throw new InvalidInputException(file + " exists already; give another --out");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("copy (select * from " + table + ") to " + quote(file) + " (" + format.options + ")");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static List<Path> existing(List<Path> files) {
        return files.stream().filter(Files::isRegularFile).toList();
    }

    private static boolean isFilled(Path file) {
        return !JsonLines.read(file).isEmpty();
    }

    private static Stream<Path> claimFiles(Path folder) {
        Path claims = folder.resolve("claims");
        if (!Files.isDirectory(claims)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(claims)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + claims + ": " + Reason.of(e), e);
        }
    }

    private static String quote(Path file) {
        return "'" + file.toAbsolutePath().normalize().toString().replace("'", "''") + "'";
    }

    private static InvalidInputException failed(SQLException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown reason");
        return new InvalidInputException("the query failed: " + message, e);
    }
}

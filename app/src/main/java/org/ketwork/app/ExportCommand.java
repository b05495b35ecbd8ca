package org.ketwork.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.Reason;
import org.ketwork.lab.run.RunStore;
import org.ketwork.lab.run.RunTables;
import org.ketwork.numerics.InvalidInputException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the tables of a run for other programs. */
@Command(description = "Writes the tables of a run (metrics; claims, numbers, tests, controls) for other programs.")
final class ExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "RUN", description = "Id of a run, a beginning of it, a folder, or \"latest\".")
    String run = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    FormatOptions format = new FormatOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    /** Exactly one is given. */
    static final class FormatOptions {
        @Option(names = "--csv", required = true, description = "Comma-separated text.")
        boolean csv;

        @Option(names = "--parquet", required = true, description = "Apache Parquet.")
        boolean parquet;
    }

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Exported(List<String> files) {}

    @Override
    public Integer call() {
        RunStore.Entry entry = CommonOptions.defaultStore(terminal).find(run, terminal::resolve);
        RunTables.Format wanted = format.csv ? RunTables.Format.CSV : RunTables.Format.PARQUET;
        Path target =
                common.out.map(terminal::resolve).orElseGet(() -> entry.path().resolve("export"));
        List<String> files = new ArrayList<>();
        try (RunTables tables = RunTables.of(List.of(entry.path()))) {
            Files.createDirectories(target);
            for (String table : tables.names()) {
                if (!table.equals("runs")) {
                    Path file = target.resolve(table + "." + wanted.ending());
                    tables.export(table, wanted, file);
                    files.add(file.toString());
                }
            }
        } catch (IOException e) {
            throw new InvalidInputException("cannot write the folder " + target + ": " + Reason.of(e), e);
        }
        if (common.json) {
            terminal.out().print(Json.pretty(new Exported(files)));
        } else {
            files.forEach(terminal.out()::println);
        }
        terminal.out().flush();
        return ExitCode.DONE;
    }
}

package org.ketwork.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.RunStore;
import org.ketwork.lab.run.RunTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the runs of the store, or answers a query over them. */
@Command(description = "Lists the runs in runs/ (or in --out), or answers a query over them.")
final class RunsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--sql",
            paramLabel = "QUERY",
            description = "Ask the tables runs, metrics, claims, numbers, tests, controls; for instance"
                    + " \"select run, name, value from numbers where not ok\".")
    Optional<String> sql = Optional.empty();

    @Mixin
    CommonOptions common = new CommonOptions();

    RunsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Listing(List<Listed> runs) {}

    private record Listed(String id, String path, String command, String state, String started) {
        static Listed of(RunStore.Entry entry) {
            return new Listed(
                    entry.id(),
                    entry.path().toString(),
                    entry.record().command(),
                    entry.standing(),
                    entry.record().provenance().started());
        }
    }

    @Override
    public Integer call() {
        RunStore store = common.store(terminal);
        List<RunStore.Entry> entries = store.list();
        store.unreadable().forEach(sentence -> terminal.err().println("passed over: " + sentence));
        if (sql.isPresent()) {
            query(entries, sql.get());
        } else if (common.json) {
            terminal.out()
                    .print(Json.pretty(
                            new Listing(entries.stream().map(Listed::of).toList())));
        } else {
            list(entries);
        }
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private void list(List<RunStore.Entry> entries) {
        if (entries.isEmpty()) {
            terminal.out().println("no run in " + common.store(terminal).root() + " yet");
        }
        TextTable table = new TextTable();
        for (RunStore.Entry entry : entries) {
            table.row(entry.id(), entry.standing(), ShowCommand.headline(entry.record()));
        }
        terminal.out().print(table.render(terminal.width()));
    }

    private void query(List<RunStore.Entry> entries, String query) {
        try (RunTables tables =
                RunTables.of(entries.stream().map(RunStore.Entry::path).toList())) {
            RunTables.Rows rows = tables.query(query);
            if (common.json) {
                List<Map<String, Object>> objects = new ArrayList<>();
                for (List<Object> row : rows.rows()) {
                    Map<String, Object> object = new LinkedHashMap<>();
                    for (int c = 0; c < row.size(); c++) {
                        Object value = row.get(c);
                        object.put(
                                rows.columns().get(c),
                                value instanceof Number || value instanceof Boolean ? value : value.toString());
                    }
                    objects.add(object);
                }
                terminal.out().print(Json.pretty(Map.of("rows", objects)));
                return;
            }
            TextTable table = new TextTable().row(rows.columns().toArray(String[]::new));
            rows.rows()
                    .forEach(row -> table.row(row.stream().map(Object::toString).toArray(String[]::new)));
            terminal.out().print(table.render(terminal.width()));
        }
    }
}

package org.ketwork.app;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ketwork.lab.report.NumberText;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.RunFolder;
import org.ketwork.lab.run.RunRecord;
import org.ketwork.lab.run.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows one run: what was asked, under which circumstances, what came out. */
@Command(description = "Shows one run: what was asked, under which circumstances, what came out.")
final class ShowCommand implements Callable<Integer> {
    /** Long, the same in every run, or shown elsewhere; JSON has them. */
    private static final Set<String> NOT_SHOWN = Set.of("conventions", "started", "run");

    private final Terminal terminal;

    @Parameters(paramLabel = "RUN", description = "Id of a run, a beginning of it, a folder, or \"latest\".")
    String run = "";

    @Mixin
    CommonOptions common = new CommonOptions();

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Shown(String id, String path, String standing, RunRecord record) {}

    @Override
    public Integer call() {
        RunStore.Entry entry = common.store(terminal).find(run, terminal::resolve);
        RunRecord record = entry.record();
        if (common.json) {
            terminal.out().print(Json.pretty(new Shown(entry.id(), entry.path().toString(), entry.standing(), record)));
        } else {
            print(entry, record);
        }
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private void print(RunStore.Entry entry, RunRecord record) {
        TextTable table = new TextTable()
                .row("run", entry.path().toString())
                .row("state", entry.standing())
                .row("begun", record.provenance().started());
        record.finished().ifPresent(f -> table.row("ended", f));
        addLeaves(table, "spec", record.spec());
        addLeaves(table, "circumstances", Json.tree(record.provenance()));
        terminal.out().print(table.render(terminal.width()));
        record.result().ifPresent(result -> {
            TextTable results = new TextTable();
            if (record.command().equals("claims")) {
                result.path("claims")
                        .forEach(c -> results.row(
                                c.path("id").asString(""),
                                c.path("verdict").asString(""),
                                c.path("sentence").asString("")));
            } else {
                addLeaves(results, "", result);
            }
            terminal.out().println();
            terminal.out().print(results.render(terminal.width()));
        });
        if (Files.exists(entry.path().resolve(RunFolder.REPORT))) {
            terminal.out().println("\nreport: " + entry.path().resolve(RunFolder.REPORT));
        }
    }

    private static void addLeaves(TextTable table, String path, JsonNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            if (NOT_SHOWN.contains(field.getKey())) {
                continue;
            }
            if (value.isObject()) {
                addLeaves(table, name, value);
            } else if (isListOf(value, JsonNode::isObject)) {
                for (int i = 0; i < value.size(); i++) {
                    addLeaves(table, name + "[" + i + "]", value.get(i));
                }
            } else if (isListOf(value, JsonNode::isString)) {
                for (int i = 0; i < value.size(); i++) {
                    table.row(i == 0 ? name : "", value.get(i).asString());
                }
            } else if (value.isNull()) {
                table.row(name, NumberText.of(Double.NaN, 1));
            } else if (value.isFloat() || value.isDouble()) {
                table.row(name, NumberText.of(value.asDouble(), 8));
            } else {
                table.row(name, value.isString() ? value.asString() : value.toString());
            }
        }
    }

    private static boolean isListOf(JsonNode value, Predicate<JsonNode> kind) {
        return value.isArray() && !value.isEmpty() && value.valueStream().allMatch(kind);
    }

    /** What a run is about, and what came out, in a line. */
    static String headline(RunRecord record) {
        JsonNode spec = record.spec();
        return switch (record.command()) {
            case "claims" -> {
                List<String> ids = new ArrayList<>();
                spec.path("claims").forEach(id -> ids.add(id.asString()));
                String asked = ids.size() > 3 ? ids.size() + " claims" : String.join(", ", ids);
                yield asked + " (" + spec.path("size").asString("").toLowerCase(Locale.ROOT) + ")"
                        + record.result().map(ShowCommand::verdicts).orElse("");
            }
            case "inspect" -> spec.path("file").path("path").asString("");
            default -> spec.path("name").asString(spec.path("data").path("name").asString(""));
        };
    }

    private static String verdicts(JsonNode result) {
        List<String> verdicts = new ArrayList<>();
        result.path("claims")
                .forEach(c -> verdicts.add(c.path("verdict").asString("").toLowerCase(Locale.ROOT)));
        return verdicts.stream()
                .collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", ", ": ", ""));
    }
}

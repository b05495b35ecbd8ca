package org.ketwork.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.ketwork.lab.report.NumberText;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.RunDifference;
import org.ketwork.lab.run.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says in what two runs differ. */
@Command(description = "Says in what two runs differ: spec, circumstances, results.")
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "Id of a run, a beginning of it, a folder, or \"latest\".")
    String first = "";

    @Parameters(index = "1", paramLabel = "RUN", description = "The run to compare it with.")
    String second = "";

    @Mixin
    CommonOptions common = new CommonOptions();

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Comparison(String a, String b, RunDifference difference) {}

    @Override
    public Integer call() {
        RunStore store = common.store(terminal);
        RunStore.Entry a = store.find(first, terminal::resolve);
        RunStore.Entry b = store.find(second, terminal::resolve);
        RunDifference difference = RunDifference.between(a.record(), b.record());
        if (common.json) {
            terminal.out()
                    .print(Json.pretty(
                            new Comparison(a.path().toString(), b.path().toString(), difference)));
        } else {
            print("spec", difference.spec());
            print("circumstances", difference.provenance());
            print("results", difference.result());
            terminal.out()
                    .println(difference.equalResults() + " results are the same, "
                            + difference.result().size() + " differ");
        }
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private void print(String what, List<RunDifference.Value> values) {
        if (values.isEmpty()) {
            return;
        }
        terminal.out().println(what + ":");
        TextTable table = new TextTable().row("", first, second, "difference");
        for (RunDifference.Value value : values) {
            String difference = value.difference().isPresent()
                    ? NumberText.of(value.difference().getAsDouble(), 3)
                    : "";
            table.row(value.path(), shortened(value.a()), shortened(value.b()), difference);
        }
        terminal.out().println(table.render(terminal.width()));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}

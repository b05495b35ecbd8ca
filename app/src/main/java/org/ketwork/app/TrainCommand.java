package org.ketwork.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ketwork.app.train.Prepared;
import org.ketwork.app.train.TrainReport;
import org.ketwork.app.train.TrainRun;
import org.ketwork.lab.figure.SvgFigure;
import org.ketwork.lab.report.NumberText;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.RunFolder;
import org.ketwork.lab.run.RunRecord;
import org.ketwork.numerics.parallel.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Trains networks by a spec. */
@Command(description = "Trains a network by a YAML spec, with mask laws and schedules, and records its trajectory.")
final class TrainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "SPEC", description = "YAML or JSON; see docs/train.md.")
    Path file = Path.of("");

    @Mixin
    CommonOptions common = new CommonOptions();

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What the command prints with {@code --json}. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Result(Optional<String> name, List<TrainRun.SeedResult> seeds, String run) {}

    @Override
    public Integer call() {
        Prepared prepared = Prepared.read(terminal.resolve(file), common.seed);
        try (RunFolder folder = common.open(terminal, "train", prepared.identity());
                StopNotice _ = StopNotice.of(terminal, folder);
                Workers workers = Workers.of(common.threads())) {
            Progress progress = new Progress(terminal);
            if (folder.resumed()) {
                progress.line("going on with the run in " + folder.path());
            }
            TrainRun run =
                    new TrainRun(prepared, folder, workers, (seed, line, epochs) -> show(progress, seed, line, epochs));
            List<TrainRun.SeedResult> results = run.run(prepared.seeds());
            progress.end();
            report(prepared, results, folder);
            Result result =
                    new Result(prepared.spec().name(), results, folder.path().toString());
            folder.finish(RunRecord.State.DONE, result);
            print(result, folder);
        }
        return ExitCode.DONE;
    }

    private static void show(Progress progress, long seed, TrainRun.EpochLine line, int epochs) {
        String text = "seed %d, epoch %d/%d: loss %s, held out %s"
                .formatted(
                        seed,
                        line.epoch(),
                        epochs,
                        NumberText.of(line.trainingLoss(), 4),
                        NumberText.of(line.validationLoss(), 4));
        if (line.epoch() == epochs || line.epoch() % Math.max(1, epochs / 10) == 0) {
            progress.line(text);
        } else {
            progress.now(text);
        }
    }

    private void report(Prepared prepared, List<TrainRun.SeedResult> results, RunFolder folder) {
        List<TrainRun.EpochLine> lines = folder.metrics().lines().stream()
                .map(line -> Json.mapper().treeToValue(line, TrainRun.EpochLine.class))
                .toList();
        TrainReport.figures(lines)
                .forEach(figure -> folder.write("figures/" + figure.name() + ".svg", SvgFigure.document(figure)));
        String title = prepared.spec().name().orElseGet(() -> String.valueOf(file.getFileName()));
        folder.write(
                RunFolder.REPORT,
                TrainReport.html(
                        title, prepared, results, lines, folder.record().provenance()));
    }

    private void print(Result result, RunFolder folder) {
        if (common.json) {
            terminal.out().print(Json.pretty(result));
            terminal.out().flush();
            return;
        }
        TextTable table =
                new TextTable().row("seed", "epochs", "training loss", "test loss", "test accuracy", "weights");
        for (TrainRun.SeedResult r : result.seeds) {
            table.row(
                    Long.toString(r.seed()),
                    Integer.toString(r.epochs()),
                    NumberText.of(r.trainingLoss(), 5),
                    NumberText.of(r.testLoss(), 5),
                    NumberText.of(r.testAccuracy(), 5),
                    folder.file(r.weights()).toString());
        }
        terminal.out().print(table.render(terminal.width()));
        result.seeds
                .getFirst()
                .predictions()
                .ifPresent(p -> terminal.out()
                        .println("\nnext: ketwork inspect " + folder.file(p)
                                + result.seeds
                                        .getFirst()
                                        .labels()
                                        .map(l -> " --labels " + folder.file(l))
                                        .orElse("")));
        terminal.out().println("\nreport: " + folder.file(RunFolder.REPORT));
        terminal.out().flush();
    }
}

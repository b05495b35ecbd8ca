package org.ketwork.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ketwork.app.input.About;
import org.ketwork.app.input.YamlFile;
import org.ketwork.app.solve.ExactRun;
import org.ketwork.app.solve.Outcome;
import org.ketwork.app.solve.Resumption;
import org.ketwork.app.solve.SolveOptions;
import org.ketwork.app.solve.SolveReport;
import org.ketwork.app.solve.SolveResult;
import org.ketwork.app.solve.SolveRun;
import org.ketwork.app.solve.SolveSpec;
import org.ketwork.app.solve.StepLine;
import org.ketwork.app.solve.Task;
import org.ketwork.lab.report.NumberText;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.RunFolder;
import org.ketwork.lab.run.RunRecord;
import org.ketwork.lab.run.RunStore;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.parallel.Workers;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Solves many-body problems. */
@Command(description = "Finds the ground state of a many-body problem by a neural wavefunction, or exactly.")
final class SolveCommand implements Callable<Integer> {
    private static final String NAME = "solve";

    private final Terminal terminal;

    @Spec
    CommandSpec command = CommandSpec.create();

    @Parameters(
            paramLabel = "PROBLEM",
            arity = "0..1",
            description = "YAML or JSON with the options as keys; what is given as an option comes first. See"
                    + " docs/solve.md.")
    Optional<Path> file = Optional.empty();

    @Mixin
    SolveOptions options = new SolveOptions();

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Go on with a run that was stopped: its name, \"latest\" or its folder.")
    Optional<String> resume = Optional.empty();

    @Mixin
    CommonOptions common = new CommonOptions();

    private SolveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command, whose help ends with the text forms. */
    static CommandLine of(Terminal terminal) {
        CommandLine line = new CommandLine(new SolveCommand(terminal));
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> SolveHelp.text(terminal.width()));
        return line;
    }

    @Override
    public Integer call() {
        boolean seeded = command.commandLine().getParseResult().hasMatchedOption("--seed");
        SolveSpec given = options.given(seeded ? Optional.of(common.seed) : Optional.empty())
                .withFilesFrom(terminal::resolve);
        if (file.isPresent() && resume.isPresent()) {
            throw new InvalidInputException("a run brings its own problem: give --resume or a problem file, not both");
        }
        if (file.isPresent()) {
            Path path = terminal.resolve(file.get());
            SolveSpec inFile = YamlFile.read(path, SolveSpec.class).withFilesFrom(path::resolveSibling);
            return solve(About.file(path, () -> Task.of(given.over(inFile), common.seed)), Optional.empty());
        }
        if (resume.isPresent()) {
            RunStore.Entry entry = CommonOptions.defaultStore(terminal).find(resume.get(), terminal::resolve);
            return solve(Resumption.of(resume.get(), entry.record(), given), Optional.of(entry.path()));
        }
        return solve(Task.of(given, common.seed), Optional.empty());
    }

    private int solve(Task task, Optional<Path> place) {
        common.seed = task.spec().seed().orElseThrow();
        Progress progress = new Progress(terminal);
        task.problem().warnings().forEach(warning -> progress.line("ketwork: " + warning));
        return switch (task) {
            case Task.Exact exact -> diagonalise(exact, place, progress);
            case Task.Search search -> search(search, place, progress);
        };
    }

    /** Diagonalises before there is a run: what cannot be held in memory leaves nothing behind. */
    private int diagonalise(Task.Exact task, Optional<Path> place, Progress progress) {
        progress.now("diagonalising");
        Outcome outcome;
        try (Workers workers = Workers.of(common.threads())) {
            outcome = ExactRun.run(task, workers);
        }
        progress.end();
        try (RunFolder folder = open(task, place)) {
            return finish(outcome, folder);
        }
    }

    private int search(Task.Search task, Optional<Path> place, Progress progress) {
        try (RunFolder folder = open(task, place);
                StopNotice _ = StopNotice.of(terminal, folder);
                Workers workers = Workers.of(common.threads())) {
            if (folder.record().state() == RunRecord.State.DONE) {
                progress.line("the run in " + folder.path() + " is done; this is its result");
                return print(
                        Json.mapper().treeToValue(folder.record().result().orElseThrow(), SolveResult.class), folder);
            }
            if (folder.resumed()) {
                progress.line("going on with the run in " + folder.path());
            }
            SolveRun run =
                    new SolveRun(task, folder, workers, (line, steps, left) -> show(progress, line, steps, left));
            Outcome outcome = outcome(run, folder);
            progress.end();
            outcome.result().warnings().stream()
                    .filter(warning -> !task.problem().warnings().contains(warning))
                    .forEach(warning -> progress.line("ketwork: " + warning));
            return finish(outcome, folder);
        }
    }

    private static Outcome outcome(SolveRun run, RunFolder folder) {
        try {
            return run.run();
        } catch (InvalidInputException | OutOfMemoryError e) {
            folder.forgetIfNothingWasDone();
            throw e;
        }
    }

    private int finish(Outcome outcome, RunFolder folder) {
        Outcome placed = outcome.in(folder.path().toString());
        SolveReport.write(folder, placed);
        boolean broken = placed.result().broken().isPresent();
        folder.finish(broken ? RunRecord.State.FAILED : RunRecord.State.DONE, placed.result());
        SolveRun.forgetCheckpoint(folder);
        return print(placed.result(), folder);
    }

    private RunFolder open(Task task, Optional<Path> place) {
        if (place.isPresent()) {
            common.out = place;
        }
        return common.open(terminal, NAME, task.identity());
    }

    private static void show(Progress progress, StepLine line, int steps, double left) {
        int done = line.step() + 1;
        String level = line.level() == 0 ? "" : "level " + line.level() + ", ";
        if (line.retries() > 0) {
            progress.line("%sstep %d/%d was not finite; made at try %d, with a shift of %s"
                    .formatted(level, done, steps, line.retries() + 1, NumberText.of(line.shift(), 2)));
        }
        String text = level
                + "step %d/%d: energy %s ± %s, V-score %s, %s left"
                        .formatted(
                                done,
                                steps,
                                NumberText.of(line.energy(), 8),
                                NumberText.of(line.error(), 2),
                                NumberText.of(line.vScore(), 2),
                                duration(left));
        if (done == steps || done % Math.max(1, steps / 10) == 0) {
            progress.line(text);
        } else {
            progress.now(text);
        }
        if (done == steps) {
            progress.now("measuring the state that was found");
        }
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 120 ? whole + " s" : whole < 7200 ? whole / 60 + " min" : whole / 3600 + " h";
    }

    private int print(SolveResult result, RunFolder folder) {
        if (common.json) {
            terminal.out().print(Json.pretty(result));
        } else {
            TextTable table = new TextTable();
            SolveReport.facts(result).forEach(fact -> table.row(fact.get(0), fact.get(1)));
            terminal.out().print(table.render(terminal.width()));
            if (result.levels().size() > 1) {
                TextTable levels = new TextTable().row("level", "energy", "above the ground state", "exact energy");
                SolveReport.levels(result).forEach(row -> levels.row(row.toArray(String[]::new)));
                terminal.out().println();
                terminal.out().print(levels.render(terminal.width()));
            }
            terminal.out().println("\nreport: " + folder.file(RunFolder.REPORT));
        }
        terminal.out().flush();
        result.broken().ifPresent(reason -> terminal.err().println("ketwork: the result is broken: " + reason));
        return result.broken().isPresent() ? ExitCode.UNEXPECTED : ExitCode.DONE;
    }
}

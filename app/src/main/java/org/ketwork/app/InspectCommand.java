package org.ketwork.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.ketwork.app.input.About;
import org.ketwork.app.input.FileIdentity;
import org.ketwork.app.input.LabelFile;
import org.ketwork.app.input.PredictionFile;
import org.ketwork.app.inspect.Inspection;
import org.ketwork.app.inspect.InspectionReport;
import org.ketwork.app.inspect.Quality;
import org.ketwork.bridge.ensemble.PredictionAnatomy;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.SvgFigure;
import org.ketwork.lab.report.NumberText;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.RunFolder;
import org.ketwork.lab.run.RunRecord;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.file.Npy;
import org.ketwork.numerics.parallel.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes the predictions of dropout passes apart. */
@Command(description = "Takes the predictions of the dropout passes of a network apart, as a quantum object.")
final class InspectCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Class probabilities of shape (passes, samples, classes): npy; npz with the array probabilities and"
                            + " perhaps labels; csv with the columns pass, sample, class, probability.")
    Path file = Path.of("");

    @Option(names = "--logits", description = "FILE holds logits, not probabilities.")
    boolean logits;

    @Option(names = "--labels", paramLabel = "FILE", description = "True classes, one a sample: npy, npz, csv or idx.")
    Optional<Path> labels = Optional.empty();

    @Option(
            names = "--ood",
            paramLabel = "FILE",
            description = "Predictions on a second set, on which the network should doubt more.")
    Optional<Path> ood = Optional.empty();

    @Mixin
    CommonOptions common = new CommonOptions();

    InspectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What the result of this command depends on. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Spec(FileIdentity file, boolean logits, Optional<FileIdentity> labels, Optional<FileIdentity> ood) {}

    @Override
    public Integer call() {
        Path path = terminal.resolve(file);
        Stream.of(Optional.of(file), labels, ood)
                .flatMap(Optional::stream)
                .map(terminal::resolve)
                .forEach(FileIdentity::requireReadable);
        // The checksum of a large file takes as long as reading it, so it is made beside the analysis.
        FutureTask<Spec> identity = new FutureTask<>(() -> identity(path));
        Thread.ofPlatform().daemon().name("ketwork-checksum").start(identity);
        Progress progress = new Progress(terminal);
        progress.now("taking " + file + " apart");
        Inspection inspection = inspect(path);
        Spec spec = finished(identity);
        progress.end();
        try (RunFolder folder = common.open(terminal, "inspect", spec)) {
            store(inspection, folder);
            Map<String, Object> json = inspection.json(folder.path().toString());
            if (folder.metrics().lines().isEmpty()) {
                Map<String, Object> line = new LinkedHashMap<>(json);
                line.keySet().removeAll(Set.of("run", "advice"));
                folder.metrics().append(line);
            }
            folder.finish(RunRecord.State.DONE, json);
            if (common.json) {
                terminal.out().print(Json.pretty(json));
            } else {
                print(inspection, folder);
            }
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }

    private Spec identity(Path path) {
        return new Spec(
                FileIdentity.of(path),
                logits,
                labels.map(terminal::resolve).map(FileIdentity::of),
                ood.map(terminal::resolve).map(FileIdentity::of));
    }

    private static Spec finished(FutureTask<Spec> identity) {
        try {
            return identity.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InvalidInputException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Bad input is found here, before a run folder is made. */
    private Inspection inspect(Path path) {
        try (Workers workers = Workers.of(common.threads());
                PredictionFile predictions = PredictionFile.open(path, logits)) {
            int samples = predictions.source().samples();
            int classes = predictions.source().classes();
            Optional<int[]> truth = labels.map(f -> LabelFile.read(terminal.resolve(f), samples, classes))
                    .or(predictions::labels);
            PredictionAnatomy anatomy = About.file(path, () -> PredictionAnatomy.of(predictions.source(), workers));
            Optional<PredictionAnatomy> other = ood.map(f -> second(terminal.resolve(f), classes, workers));
            return Inspection.of(anatomy, truth, other);
        }
    }

    private PredictionAnatomy second(Path path, int classes, Workers workers) {
        try (PredictionFile predictions = PredictionFile.open(path, logits)) {
            if (predictions.source().classes() != classes) {
                throw new InvalidInputException("--ood " + path + " has "
                        + predictions.source().classes() + " classes; the first set has " + classes);
            }
            return About.file(path, () -> PredictionAnatomy.of(predictions.source(), workers));
        }
    }

    private void store(Inspection inspection, RunFolder folder) {
        PredictionAnatomy anatomy = inspection.anatomy();
        Inspection.perSample(anatomy)
                .forEach((name, values) -> Npy.write(folder.file(name + ".npy"), NdArray.vector(values)));
        Npy.write(
                folder.file("mean_probabilities.npy"),
                NdArray.of(anatomy.meanProbabilities().data(), anatomy.samples(), anatomy.classes()));
        inspection
                .other()
                .ifPresent(o -> Inspection.perSample(o)
                        .forEach((name, values) ->
                                Npy.write(folder.file("ood-" + name + ".npy"), NdArray.vector(values))));
        for (Map.Entry<String, Figure> figure :
                InspectionReport.figures(inspection).entrySet()) {
            folder.write("figures/" + figure.getKey() + ".svg", SvgFigure.document(figure.getValue()));
        }
        folder.write(
                RunFolder.REPORT,
                InspectionReport.html(
                        String.valueOf(file.getFileName()),
                        inspection,
                        folder.record().provenance()));
    }

    private void print(Inspection inspection, RunFolder folder) {
        PredictionAnatomy a = inspection.anatomy();
        TextTable table = new TextTable()
                .row("passes x samples x classes", a.passes() + " x " + a.samples() + " x " + a.classes())
                .row("predictive entropy", number(a.mean(a.predictiveEntropy())) + " nats")
                .row("von Neumann entropy", number(a.mean(a.vonNeumannEntropy())) + " nats")
                .row("BALD", number(a.mean(a.bald())) + " nats")
                .row("purity", number(a.mean(a.purity())))
                .row("effective members", number(a.mean(a.effectiveMembers())));
        inspection.quality().ifPresent(q -> addQuality(table, q));
        inspection
                .separations()
                .areas()
                .forEach((score, auroc) -> table.row(
                        "AUROC of " + score.key(),
                        number(auroc.area()) + " ± " + NumberText.of(auroc.standardError(), 2)));
        terminal.out().print(table.render(terminal.width()));
        inspection.advice().forEach(terminal.out()::println);
        terminal.out().println("\nreport: " + folder.file(RunFolder.REPORT));
    }

    private static void addQuality(TextTable table, Quality quality) {
        table.row("accuracy", number(quality.accuracy()))
                .row("log loss", number(quality.logLoss()) + " nats")
                .row("Brier score", number(quality.brier()))
                .row("expected calibration error", number(quality.calibrationError()));
    }

    private static String number(double value) {
        return NumberText.of(value, 5);
    }
}

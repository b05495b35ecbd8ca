package org.ketwork.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.SvgFigure;
import org.ketwork.lab.report.NumberText;
import org.ketwork.lab.report.Page;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.Provenance;

/** The report of a training run and its figures. */
public final class TrainReport {
    private TrainReport() {}

    public static List<Figure> figures(List<TrainRun.EpochLine> lines) {
        List<Figure> figures = new ArrayList<>();
        List<Long> seeds =
                lines.stream().map(TrainRun.EpochLine::seed).distinct().toList();
        figures.add(figure(
                "loss",
                "Loss over the epochs",
                "loss",
                seeds,
                lines,
                TrainRun.EpochLine::trainingLoss,
                TrainRun.EpochLine::validationLoss));
        if (lines.stream().anyMatch(l -> !Double.isNaN(l.trainingAccuracy()))) {
            figures.add(figure(
                    "accuracy",
                    "Accuracy over the epochs",
                    "accuracy",
                    seeds,
                    lines,
                    TrainRun.EpochLine::trainingAccuracy,
                    TrainRun.EpochLine::validationAccuracy));
        }
        return figures;
    }

    private static Figure figure(
            String name,
            String caption,
            String axis,
            List<Long> seeds,
            List<TrainRun.EpochLine> lines,
            ToDoubleFunction<TrainRun.EpochLine> training,
            ToDoubleFunction<TrainRun.EpochLine> validation) {
        List<Figure.Curve> curves = new ArrayList<>();
        for (long seed : seeds) {
            List<TrainRun.EpochLine> own =
                    lines.stream().filter(l -> l.seed() == seed).toList();
            double[] epochs =
                    own.stream().mapToDouble(TrainRun.EpochLine::epoch).toArray();
            String of = seeds.size() > 1 ? " " + seed : "";
            curves.add(Figure.Curve.line(
                    "training" + of, epochs, own.stream().mapToDouble(training).toArray()));
            double[] held = own.stream().mapToDouble(validation).toArray();
            if (own.stream().mapToDouble(validation).anyMatch(Double::isFinite)) {
                curves.add(Figure.Curve.line("held out" + of, epochs, held));
            }
        }
        return new Figure.Curves(
                name, caption, Figure.Axis.linear("epoch"), Figure.Axis.linear(axis), curves, List.of());
    }

    public static String html(
            String title,
            Map<String, Object> identity,
            List<TrainRun.SeedResult> results,
            List<TrainRun.EpochLine> lines,
            Provenance provenance) {
        Page page = Page.titled("Training of " + title);
        page.section("Results", "results");
        Page.Table table = page.table(
                "Seed",
                "Epochs",
                "Training loss",
                "Training accuracy",
                "Test loss",
                "Test accuracy",
                "Calibration error");
        for (TrainRun.SeedResult r : results) {
            table.row(
                    Long.toString(r.seed()),
                    Integer.toString(r.epochs()),
                    NumberText.of(r.trainingLoss(), 5),
                    NumberText.of(r.trainingAccuracy(), 5),
                    NumberText.of(r.testLoss(), 5),
                    NumberText.of(r.testAccuracy(), 5),
                    NumberText.of(r.testCalibrationError(), 4));
        }
        table.end();
        page.paragraph(
                "Training scores under \"Results\" are without masks; those of the curves are of the epoch's own passes.");
        page.section("Curves", "curves");
        page.figures(figures(lines).stream()
                .map(f -> new Page.Picture(SvgFigure.document(f), f.caption()))
                .toList());
        page.section("Spec", "spec").formula(Json.pretty(identity));
        return page.html(provenance);
    }
}

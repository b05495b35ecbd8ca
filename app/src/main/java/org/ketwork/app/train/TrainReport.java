package org.ketwork.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
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
        for (Map.Entry<String, ToDoubleFunction<TrainRun.EpochLine>> part :
                List.of(Map.entry("training", training), Map.entry("held out", validation))) {
            SortedMap<Integer, List<Double>> byEpoch = byEpoch(lines, part.getValue());
            if (byEpoch.isEmpty()) {
                continue;
            }
            double[] epochs =
                    byEpoch.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
            double[] means = statistic(byEpoch, values -> values.average().orElseThrow());
            curves.add(
                    seeds.size() == 1
                            ? Figure.Curve.line(part.getKey(), epochs, means)
                            : Figure.Curve.banded(
                                    part.getKey(),
                                    epochs,
                                    means,
                                    statistic(byEpoch, values -> values.min().orElseThrow()),
                                    statistic(byEpoch, values -> values.max().orElseThrow())));
        }
        return new Figure.Curves(
                name,
                caption + spread(seeds.size()),
                Figure.Axis.linear("epoch"),
                Figure.Axis.linear(axis),
                curves,
                List.of());
    }

    private static String spread(int seeds) {
        return seeds == 1 ? "" : ": the mean over " + seeds + " seeds, between the least and the largest";
    }

    /** The finite values of all seeds that came as far as an epoch. */
    private static SortedMap<Integer, List<Double>> byEpoch(
            List<TrainRun.EpochLine> lines, ToDoubleFunction<TrainRun.EpochLine> value) {
        return lines.stream()
                .filter(line -> Double.isFinite(value.applyAsDouble(line)))
                .collect(Collectors.groupingBy(
                        TrainRun.EpochLine::epoch,
                        TreeMap::new,
                        Collectors.mapping(value::applyAsDouble, Collectors.toList())));
    }

    private static double[] statistic(
            SortedMap<Integer, List<Double>> byEpoch, ToDoubleFunction<DoubleStream> statistic) {
        return byEpoch.values().stream()
                .mapToDouble(values -> statistic.applyAsDouble(values.stream().mapToDouble(v -> v)))
                .toArray();
    }

    public static String html(
            String title,
            Prepared prepared,
            List<TrainRun.SeedResult> results,
            List<TrainRun.EpochLine> lines,
            Provenance provenance) {
        Page page = Page.titled("Training of " + title);
        page.section("Results", "results");
        Page.Table table = page.table(
                "", "Epochs", "Training loss", "Training accuracy", "Test loss", "Test accuracy", "Calibration error");
        for (TrainRun.SeedResult r : results) {
            table.row(
                    "seed " + r.seed(),
                    Integer.toString(r.epochs()),
                    NumberText.of(r.trainingLoss(), 5),
                    NumberText.of(r.trainingAccuracy(), 5),
                    NumberText.of(r.testLoss(), 5),
                    NumberText.of(r.testAccuracy(), 5),
                    NumberText.of(r.testCalibrationError(), 4));
        }
        table.end();
        page.paragraph(
                prepared.spec().fullBatch()
                        ? "All scores are without masks."
                        : "Training scores under \"Results\" are without masks; those of the curves are of the epoch's own"
                                + " passes.");
        page.section("Curves", "curves");
        page.figures(figures(lines).stream()
                .map(f -> new Page.Picture(SvgFigure.document(f), f.caption()))
                .toList());
        page.section("Spec", "spec").formula(Json.pretty(prepared.identity()));
        return page.html(provenance);
    }
}

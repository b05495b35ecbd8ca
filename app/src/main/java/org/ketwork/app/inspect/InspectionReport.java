package org.ketwork.app.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ketwork.bridge.ensemble.PredictionAnatomy;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.SvgFigure;
import org.ketwork.lab.report.NumberText;
import org.ketwork.lab.report.Page;
import org.ketwork.lab.run.Provenance;

/** The report of an inspection and its figures. */
public final class InspectionReport {
    private static final int BINS = 24;

    private InspectionReport() {}

    /** The figures, by name. */
    public static Map<String, Figure> figures(Inspection inspection) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Figure figure : List.of(
                distribution(inspection, Score.VON_NEUMANN_ENTROPY, "von Neumann entropy S (nats)"),
                distribution(inspection, Score.BALD, "BALD (nats)"))) {
            figures.put(figure.name(), figure);
        }
        inspection.labels().ifPresent(l -> figures.put("reliability", reliability(inspection.anatomy(), l)));
        return figures;
    }

    public static String html(String file, Inspection inspection, Provenance provenance) {
        PredictionAnatomy anatomy = inspection.anatomy();
        Page page = Page.titled("Inspection of " + file);
        page.lead(anatomy.passes() + " passes over " + anatomy.samples() + " samples in " + anatomy.classes()
                + " classes, taken as the mixture of their square-root probability vectors.");
        page.bullets(inspection.advice());
        page.section("Means over the samples", "means");
        Page.Table table =
                inspection.other().isPresent() ? page.table("", "Value", "Second set") : page.table("", "Value");
        row(table, "predictive entropy H (nats)", inspection, a -> a.mean(a.predictiveEntropy()));
        row(table, "von Neumann entropy S (nats)", inspection, a -> a.mean(a.vonNeumannEntropy()));
        row(table, "BALD (nats)", inspection, a -> a.mean(a.bald()));
        row(table, "purity, unbiased", inspection, a -> a.mean(a.purity()));
        row(table, "effective members", inspection, a -> a.mean(a.effectiveMembers()));
        row(table, "passes needed", inspection, InspectionReport::passesNeeded);
        table.end();
        quality(page, inspection);
        separation(page, inspection);
        page.section("Figures", "figures");
        page.figures(figures(inspection).values().stream()
                .map(f -> new Page.Picture(SvgFigure.document(f), f.caption()))
                .toList());
        return page.html(provenance);
    }

    private static double passesNeeded(PredictionAnatomy anatomy) {
        OptionalInt needed = anatomy.passesNeededOverall();
        return needed.isPresent() ? needed.getAsInt() : Double.NaN;
    }

    private static void row(
            Page.Table table, String name, Inspection inspection, ToDoubleFunction<PredictionAnatomy> value) {
        String first = NumberText.of(value.applyAsDouble(inspection.anatomy()), 6);
        if (inspection.other().isPresent()) {
            table.row(
                    name,
                    first,
                    NumberText.of(value.applyAsDouble(inspection.other().get()), 6));
        } else {
            table.row(name, first);
        }
    }

    private static void quality(Page page, Inspection inspection) {
        inspection
                .quality()
                .ifPresent(q -> page.section("Against the labels", "quality")
                        .table("", "Value")
                        .row("accuracy", NumberText.of(q.accuracy(), 6))
                        .row("log loss (nats)", NumberText.of(q.logLoss(), 6))
                        .row("Brier score", NumberText.of(q.brier(), 6))
                        .row("expected calibration error", NumberText.of(q.calibrationError(), 6))
                        .end());
    }

    private static void separation(Page page, Inspection inspection) {
        if (inspection.other().isEmpty()) {
            return;
        }
        page.section("Telling the second set from the first", "separation");
        Page.Table table = page.table("Score", "Area under the curve", "Standard error");
        inspection
                .separations()
                .areas()
                .forEach((score, auroc) -> table.row(
                        score.key(), NumberText.of(auroc.area(), 5), NumberText.of(auroc.standardError(), 2)));
        table.end();
        Page.Table pairs = page.table("Difference of areas", "Value", "Interval at 95 %", "p (Holm)");
        inspection.separations().pairs().forEach(pair -> pairs.row(Separations.row(pair)));
        pairs.end();
    }

    private static Figure distribution(Inspection inspection, Score score, String label) {
        double[] first = score.of(inspection.anatomy());
        Optional<double[]> second = inspection.other().map(score::of);
        double top = Math.max(
                Arrays.stream(first).max().orElse(0),
                second.map(s -> Arrays.stream(s).max().orElse(0)).orElse(0.0));
        double width = top > 0 ? top / BINS : 1;
        List<Figure.Curve> curves = new ArrayList<>();
        curves.add(histogram(second.isPresent() ? "first set" : "samples", first, width));
        second.ifPresent(s -> curves.add(histogram("second set", s, width)));
        return new Figure.Curves(
                score.key().replace('_', '-'),
                "How " + label + " is spread over the samples",
                Figure.Axis.linear(label),
                Figure.Axis.linear("share of samples"),
                curves,
                List.of());
    }

    /** The outline of a histogram. */
    private static Figure.Curve histogram(String name, double[] values, double width) {
        double[] shares = new double[BINS];
        for (double v : values) {
            shares[Math.clamp((int) (v / width), 0, BINS - 1)] += 1.0 / values.length;
        }
        double[] x = IntStream.range(0, 2 * BINS)
                .mapToDouble(i -> (i + 1) / 2 * width)
                .toArray();
        double[] y =
                IntStream.range(0, 2 * BINS).mapToDouble(i -> shares[i / 2]).toArray();
        return Figure.Curve.line(name, x, y);
    }

    private static Figure reliability(PredictionAnatomy anatomy, int[] labels) {
        int bins = 10;
        double[] confidence = new double[bins];
        double[] hits = new double[bins];
        int[] counts = new int[bins];
        for (int s = 0; s < labels.length; s++) {
            int best = Quality.mostProbable(anatomy.meanProbabilities(), s);
            double p = anatomy.meanProbabilities().get(s, best);
            int bin = Math.clamp((int) Math.ceil(p * bins) - 1, 0, bins - 1);
            confidence[bin] += p;
            hits[bin] += best == labels[s] ? 1 : 0;
            counts[bin]++;
        }
        int[] used = IntStream.range(0, bins).filter(b -> counts[b] > 0).toArray();
        double[] x =
                Arrays.stream(used).mapToDouble(b -> confidence[b] / counts[b]).toArray();
        double[] y = Arrays.stream(used).mapToDouble(b -> hits[b] / counts[b]).toArray();
        double[] error = Arrays.stream(used)
                .mapToDouble(b -> Math.sqrt(hits[b] / counts[b] * (1 - hits[b] / counts[b]) / counts[b]))
                .toArray();
        double[] low =
                IntStream.range(0, x.length).mapToDouble(i -> y[i] - error[i]).toArray();
        double[] high =
                IntStream.range(0, x.length).mapToDouble(i -> y[i] + error[i]).toArray();
        return new Figure.Curves(
                "reliability",
                "Share of right predictions by confidence, with standard errors; a calibrated network lies on the line",
                Figure.Axis.linear("confidence"),
                Figure.Axis.linear("accuracy"),
                List.of(
                        Figure.Curve.background("calibrated", new double[] {0, 1}, new double[] {0, 1}),
                        Figure.Curve.pointsWithErrors("seen", x, y, low, high)),
                List.of());
    }
}

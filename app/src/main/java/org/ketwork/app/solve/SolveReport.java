package org.ketwork.app.solve;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.SvgFigure;
import org.ketwork.lab.report.NumberText;
import org.ketwork.lab.report.Page;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.Provenance;
import org.ketwork.lab.run.RunFolder;
import tools.jackson.databind.JsonNode;

/** The report of a run. */
public final class SolveReport {
    private SolveReport() {}

    /** Writes the report and its figures into the folder of the run. */
    public static void write(RunFolder folder, Outcome outcome) {
        List<Page.Picture> pictures = new ArrayList<>();
        for (Figure figure : SolveFigures.of(outcome.lines(), outcome.result(), outcome.state())) {
            String drawing = SvgFigure.document(figure);
            folder.write("figures/" + figure.name() + ".svg", drawing);
            pictures.add(new Page.Picture(drawing, figure.caption()));
        }
        JsonNode spec = folder.record().spec();
        String title = spec.path("hamiltonian").asString("") + " on "
                + spec.path("lattice").asString("");
        folder.write(
                RunFolder.REPORT,
                html(title, spec, outcome.result(), pictures, folder.record().provenance()));
    }

    private static String html(
            String title, JsonNode spec, SolveResult result, List<Page.Picture> pictures, Provenance provenance) {
        Page page = Page.titled(title);
        page.section("Result", "result");
        result.broken()
                .ifPresent(reason -> page.paragraph(
                        "This result is broken: " + reason + " Numbers that are in doubt are not reported."));
        page.facts(facts(result));
        if (result.levels().size() > 1) {
            page.section("Levels", "levels");
            Page.Table table = page.table("Level", "Energy", "Above the ground state", "Exact energy");
            levels(result).forEach(row -> table.row(row.toArray(Object[]::new)));
            table.end();
        }
        if (!pictures.isEmpty()) {
            page.section("Pictures", "pictures").figures(pictures);
        }
        if (!result.warnings().isEmpty()) {
            page.section("Warnings", "warnings").bullets(result.warnings());
        }
        page.section("Problem", "problem").formula(Json.pretty(spec));
        return page.html(provenance);
    }

    /** Each level with its energy, its distance from the ground state, and the exact energy if it is known. */
    public static List<List<String>> levels(SolveResult result) {
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < result.levels().size(); k++) {
            SolveResult.Level level = result.levels().get(k);
            rows.add(List.of(
                    Integer.toString(k),
                    withError(level.energy(), level.error(), 12),
                    withError(level.gap().mean(), level.gap().error(), 8),
                    Double.isNaN(level.exact()) ? "" : NumberText.of(level.exact(), 12)));
        }
        return rows;
    }

    private static String withError(double value, double error, int digits) {
        return NumberText.of(value, digits) + (error > 0 ? " ± " + NumberText.of(error, 2) : "");
    }

    /** The result in names and texts, as the report and the terminal show it. */
    public static List<List<String>> facts(SolveResult result) {
        List<List<String>> facts = new ArrayList<>();
        boolean variational = result.parameters() > 0;
        if (!Double.isNaN(result.energy().mean())) {
            int digits = result.energy().error() > 0 ? 10 : 13;
            facts.add(List.of(
                    "energy", withError(result.energy().mean(), result.energy().error(), digits)));
        }
        if (!variational) {
            result.exactSource().ifPresent(source -> facts.add(List.of("by", source)));
        } else {
            if (!Double.isNaN(result.exact())) {
                String source = result.exactSource().map(s -> " (" + s + ")").orElse("");
                facts.add(List.of("exact energy", NumberText.of(result.exact(), 13) + source));
            }
            add(facts, "relative error", result.relativeError(), 3, "");
            add(facts, "variance", result.variance(), 4, "");
            add(facts, "V-score", result.vScore(), 3, "");
            result.lanczos()
                    .ifPresent(step -> facts.add(List.of(
                            "step of Lanczos",
                            "α = " + NumberText.of(step.alpha(), 3) + "; before it "
                                    + withError(
                                            step.energy().mean(), step.energy().error(), 10)
                                    + ", variance " + NumberText.of(step.variance(), 4))));
            add(facts, "R-hat", result.rHat(), 4, "");
            add(facts, "autocorrelation time", result.tau(), 3, " draws");
            add(facts, "acceptance", result.acceptance(), 3, "");
            facts.add(List.of("parameters", Integer.toString(result.parameters())));
            facts.add(List.of("final sample", Long.toString(result.samples())));
            facts.add(List.of("steps", Integer.toString(result.steps())));
        }
        add(facts, "time", result.seconds(), 3, " s");
        return facts;
    }

    private static void add(List<List<String>> facts, String name, double value, int digits, String after) {
        if (!Double.isNaN(value)) {
            facts.add(List.of(name, NumberText.of(value, digits) + after));
        }
    }
}

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
        List<Figure> figures = SolveFigures.of(outcome.lines(), outcome.result(), outcome.state());
        figures.forEach(figure -> folder.write("figures/" + figure.name() + ".svg", SvgFigure.document(figure)));
        JsonNode spec = folder.record().spec();
        String title = spec.path("hamiltonian").asString("") + " on "
                + spec.path("lattice").asString("");
        folder.write(
                RunFolder.REPORT,
                html(title, spec, outcome.result(), figures, folder.record().provenance()));
    }

    static String html(String title, JsonNode spec, SolveResult result, List<Figure> figures, Provenance provenance) {
        Page page = Page.titled(title);
        page.section("Result", "result");
        result.broken()
                .ifPresent(
                        reason -> page.paragraph("This result is broken: " + reason + ". Its energy is not reported."));
        page.facts(facts(result));
        if (result.levels().size() > 1) {
            page.section("Levels", "levels");
            Page.Table table = page.table("Level", "Energy", "Above the ground state");
            for (int k = 0; k < result.levels().size(); k++) {
                double energy = result.levels().get(k);
                table.row(
                        Integer.toString(k),
                        NumberText.of(energy, 12),
                        NumberText.of(energy - result.levels().getFirst(), 8));
            }
            table.end();
        }
        if (!figures.isEmpty()) {
            page.section("Pictures", "pictures");
            page.figures(figures.stream()
                    .map(f -> new Page.Picture(SvgFigure.document(f), f.caption()))
                    .toList());
        }
        if (!result.warnings().isEmpty()) {
            page.section("Warnings", "warnings").bullets(result.warnings());
        }
        page.section("Problem", "problem").formula(Json.pretty(spec));
        return page.html(provenance);
    }

    /** The result in names and texts, as the report and the terminal show it. */
    public static List<List<String>> facts(SolveResult result) {
        List<List<String>> facts = new ArrayList<>();
        add(
                facts,
                "energy",
                result.energy().mean(),
                10,
                " ± " + NumberText.of(result.energy().error(), 2));
        if (!Double.isNaN(result.exact())) {
            facts.add(List.of(
                    "exact energy",
                    NumberText.of(result.exact(), 13)
                            + result.exactSource().map(s -> " (" + s + ")").orElse("")));
        }
        add(facts, "relative error", result.relativeError(), 3, "");
        add(facts, "variance", result.variance(), 4, "");
        add(facts, "V-score", result.vScore(), 3, "");
        add(facts, "R-hat", result.rHat(), 4, "");
        add(facts, "autocorrelation time", result.tau(), 3, " draws");
        add(facts, "acceptance", result.acceptance(), 3, "");
        if (result.parameters() > 0) {
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

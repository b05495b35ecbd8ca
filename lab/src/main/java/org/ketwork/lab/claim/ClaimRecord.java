package org.ketwork.lab.claim;

import java.util.List;
import java.util.Optional;
import org.ketwork.lab.figure.Figure;

/**
 * A tested claim as it is stored and printed: what was declared, what was found, and the verdict that follows. For a claim whose
 * experiment ended in an internal failure the verdict is "FAILED", the evidence is empty, and {@code failure} says what happened.
 *
 * @param id what a user types
 * @param verdict SUPPORTED, REFUTED, UNDECIDED or FAILED
 * @param sentence the result in one sentence
 * @param seconds wall time of the experiment
 */
public record ClaimRecord(
        String id,
        String statement,
        String verdict,
        String sentence,
        List<NumberRow> numbers,
        List<TestRow> tests,
        List<ControlRow> controls,
        double seconds,
        String source,
        String definition,
        List<PredictionRow> predictions,
        double alpha,
        String decision,
        List<FigureRow> figures,
        Optional<String> failure) {

    /** The verdict of a claim that could not be tested. */
    public static final String FAILED = "FAILED";

    /** A reference number: computed, expected, allowed difference. */
    public record NumberRow(String name, double value, double expected, double tolerance, boolean ok) {}

    /** A hypothesis test; the interval is that of the effect. */
    public record TestRow(
            String name,
            double statistic,
            double p,
            double alpha,
            double effect,
            Optional<Evidence.Interval> interval) {}

    /** A control: what had to be seen, what was seen. */
    public record ControlRow(String name, String expectation, boolean ok, String observed) {}

    /** A prediction: what was predicted, what would refute it, what was seen. */
    public record PredictionRow(String name, String sentence, String refutedIf, Outcome outcome, String observed) {}

    /** A figure: its file in the run folder and its caption. */
    public record FigureRow(String name, String caption, String file) {}

    /** The record of an experiment that came to its end. */
    public static ClaimRecord of(Declaration declaration, Evidence evidence, double seconds) {
        Verdict verdict = Verdict.of(declaration, evidence);
        return new ClaimRecord(
                declaration.id(),
                declaration.statement(),
                verdict.name(),
                evidence.sentence(),
                evidence.numbers().stream()
                        .map(n -> new NumberRow(n.name(), n.value(), n.expected(), n.tolerance(), n.ok()))
                        .toList(),
                evidence.tests().stream()
                        .map(t -> new TestRow(t.name(), t.statistic(), t.p(), t.alpha(), t.effect(), t.interval()))
                        .toList(),
                evidence.controls().stream()
                        .map(c -> new ControlRow(
                                c.control(), expectation(declaration, c.control()), c.ok(), c.observed()))
                        .toList(),
                seconds,
                declaration.source(),
                declaration.definition(),
                evidence.findings().stream()
                        .map(f -> prediction(declaration, f))
                        .toList(),
                declaration.alpha(),
                declaration.decision(),
                evidence.figures().stream()
                        .map(f -> new FigureRow(f.name(), f.caption(), figureFile(declaration.id(), f)))
                        .toList(),
                Optional.empty());
    }

    /** The record of an experiment that threw. */
    public static ClaimRecord failed(Declaration declaration, Throwable cause, double seconds) {
        String what = cause.getClass().getSimpleName()
                + Optional.ofNullable(cause.getMessage()).map(m -> ": " + m).orElse("");
        return new ClaimRecord(
                declaration.id(),
                declaration.statement(),
                FAILED,
                "the experiment ended in an internal failure (" + what + ")",
                List.of(),
                List.of(),
                List.of(),
                seconds,
                declaration.source(),
                declaration.definition(),
                List.of(),
                declaration.alpha(),
                declaration.decision(),
                List.of(),
                Optional.of(what));
    }

    static String figureFile(String id, Figure figure) {
        return "figures/" + id + "-" + figure.name() + ".svg";
    }

    private static PredictionRow prediction(Declaration declaration, Evidence.Finding finding) {
        Declaration.Prediction declared = declaration.predictions().stream()
                .filter(p -> p.name().equals(finding.prediction()))
                .findFirst()
                .orElseThrow();
        return new PredictionRow(
                declared.name(), declared.sentence(), declared.refutedIf(), finding.outcome(), finding.observed());
    }

    private static String expectation(Declaration declaration, String control) {
        return declaration.controls().stream()
                .filter(c -> c.name().equals(control))
                .findFirst()
                .orElseThrow()
                .expectation();
    }
}

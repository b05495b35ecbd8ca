package org.ketwork.lab.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a claim commits itself to before it runs.
 *
 * @param id what a user types
 * @param statement the statement under test, one sentence
 * @param source where the statement comes from (founding document, paper)
 * @param definition the formulas that make it precise
 * @param predictions what must hold if the statement is true; at least one, each with what refutes it
 * @param controls cases in which the instrument must find nothing, or must find what is known; at least one
 * @param alpha significance level of each test
 * @param decision what a user should do differently because of the result
 */
public record Declaration(
        String id,
        String statement,
        String source,
        String definition,
        List<Prediction> predictions,
        List<Control> controls,
        double alpha,
        String decision) {

    /** A consequence of the statement, and the observation that refutes it. */
    public record Prediction(String name, String sentence, String refutedIf) {
        public Prediction {
            requireText("prediction name", name);
            requireText("prediction", sentence);
            requireText("refutation rule of prediction " + name, refutedIf);
        }
    }

    /** A case with a known answer; if the experiment gets it wrong, the instrument is broken and the claim stays undecided. */
    public record Control(String name, String expectation) {
        public Control {
            requireText("control name", name);
            requireText("expectation of control " + name, expectation);
        }
    }

    public Declaration {
        requireText("id", id);
        requireText("statement of " + id, statement);
        requireText("source of " + id, source);
        requireText("definition of " + id, definition);
        requireText("decision of " + id, decision);
        predictions = List.copyOf(predictions);
        controls = List.copyOf(controls);
        if (predictions.isEmpty()) {
            throw new IllegalArgumentException(
                    "claim " + id + " has no refutation rule: declare at least one prediction");
        }
        if (controls.isEmpty()) {
            throw new IllegalArgumentException("claim " + id + " has no control: declare at least one");
        }
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "significance level of claim " + id + " must be in (0, 1), got " + alpha);
        }
        Set<String> names = new HashSet<>();
        predictions.forEach(p -> requireNew(names, p.name()));
        controls.forEach(c -> requireNew(names, c.name()));
    }

    private static void requireNew(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("two predictions or controls are named \"" + name + "\"");
        }
    }

    private static void requireText(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
    }
}

package org.ketwork.lab.claim;

import java.util.ArrayList;
import java.util.List;

/** What the evidence says about a claim. */
public enum Verdict {
    SUPPORTED,
    REFUTED,
    UNDECIDED;

    /**
     * The rule of the house. A reference number missed or a control gone wrong means that the instrument cannot be trusted:
     * undecided. Otherwise one refuted prediction refutes the claim, one inconclusive prediction leaves it undecided, and it is
     * supported when every declared prediction held.
     *
     * @throws IllegalArgumentException if the evidence does not answer every declared prediction and control, or answers one
     *     that was not declared
     */
    public static Verdict of(Declaration declaration, Evidence evidence) {
        requireAnswered(
                "prediction",
                declaration.predictions().stream()
                        .map(Declaration.Prediction::name)
                        .toList(),
                evidence.findings().stream().map(Evidence.Finding::prediction).toList());
        requireAnswered(
                "control",
                declaration.controls().stream().map(Declaration.Control::name).toList(),
                evidence.controls().stream()
                        .map(Evidence.ControlResult::control)
                        .toList());
        boolean instrumentWorks = evidence.numbers().stream().allMatch(Evidence.NumberCheck::ok)
                && evidence.controls().stream().allMatch(Evidence.ControlResult::ok);
        if (!instrumentWorks) {
            return UNDECIDED;
        }
        List<Outcome> outcomes =
                evidence.findings().stream().map(Evidence.Finding::outcome).toList();
        if (outcomes.contains(Outcome.REFUTED)) {
            return REFUTED;
        }
        return outcomes.contains(Outcome.INCONCLUSIVE) ? UNDECIDED : SUPPORTED;
    }

    private static void requireAnswered(String kind, List<String> declared, List<String> answered) {
        List<String> missing = new ArrayList<>(declared);
        missing.removeAll(answered);
        List<String> unknown = new ArrayList<>(answered);
        unknown.removeAll(declared);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the evidence is silent on the declared " + kind + " " + missing);
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the evidence answers the undeclared " + kind + " " + unknown);
        }
    }
}

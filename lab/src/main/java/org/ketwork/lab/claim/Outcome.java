package org.ketwork.lab.claim;

/** What was found about one prediction. */
public enum Outcome {
    HOLDS,
    REFUTED,
    INCONCLUSIVE;

    /** For exact predictions, which hold or do not. */
    public static Outcome holdsIf(boolean condition) {
        return condition ? HOLDS : REFUTED;
    }
}

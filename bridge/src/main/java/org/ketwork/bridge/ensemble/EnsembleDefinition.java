package org.ketwork.bridge.ensemble;

/** What ket stands for a sub-network. The five choices are inequivalent: each gives another entropy. */
public enum EnsembleDefinition {
    MASKED_AMPLITUDES("b1", "masked amplitudes, normalised once for the whole ensemble"),
    MASKED_NORMALISED("b2", "masked amplitudes, each mask normalised by itself; the all-dropped mask is an erasure"),
    CLASS_PROBABILITIES("b3", "square roots of class probabilities"),
    BATCH_ACTIVATIONS("b4", "activations over a batch as one normalised vector"),
    BORN_AMPLITUDES("b5", "amplitudes of a network read by Born's rule");

    private final String code;
    private final String meaning;

    EnsembleDefinition(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The short name: b1 to b5. */
    public String code() {
        return code;
    }

    /** The ket in words. */
    public String meaning() {
        return meaning;
    }

    /** Code and meaning, as printed beside numbers. */
    public String describe() {
        return code + ": " + meaning;
    }
}

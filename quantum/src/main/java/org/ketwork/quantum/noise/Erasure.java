package org.ketwork.quantum.noise;

/**
 * A system is lost with some probability, and the loss is noticed: ρ → (1 − ε)ρ ⊕ ε. The flag is an additional last level, so the
 * output has dimension d + 1. A unit dropped out of a network, when it is known to be dropped, is an erasure.
 *
 * @param dimension of the system before, at least 1
 * @param epsilon probability of the loss, in [0, 1]
 */
public record Erasure(int dimension, double epsilon) implements Noise {
    public Erasure {
        if (dimension < 1) {
            throw new IllegalArgumentException(
                    "the dimension of an erased system must be at least 1, got " + dimension);
        }
        Parameters.requireProbability("erasure probability", epsilon);
    }

    @Override
    public int inputDimension() {
        return dimension;
    }

    @Override
    public int outputDimension() {
        return dimension + 1;
    }
}

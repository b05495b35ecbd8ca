package org.ketwork.quantum.noise;

/**
 * A qubit is thrown away and prepared anew in |0⟩ or |1⟩ with given probabilities, otherwise left alone.
 *
 * @param toZero probability of a new |0⟩
 * @param toOne probability of a new |1⟩; the sum of both is at most 1
 */
public record Reset(double toZero, double toOne) implements Noise {
    public Reset {
        Parameters.requireProbability("probability of a reset to 0", toZero);
        Parameters.requireProbability("probability of a reset to 1", toOne);
        if (!(toZero + toOne <= 1)) {
            throw new IllegalArgumentException(
                    "the probabilities of a reset must not exceed 1 together, got " + toZero + " + " + toOne);
        }
    }

    @Override
    public int inputDimension() {
        return 2;
    }
}

package org.ketwork.quantum.noise;

/**
 * With the given probability one of the d² − 1 displacement operators other than the identity is applied, all equally likely; on
 * a qubit these are X, Y and Z with probability/3 each. Equivalently ρ → shrink·ρ + (1 − shrink)·I/d.
 *
 * @param dimension of the system, at least 2
 * @param probability that anything is applied, in [0, 1]
 */
public record Depolarizing(int dimension, double probability) implements Noise {
    public Depolarizing {
        if (dimension < 2) {
            throw new IllegalArgumentException(
                    "the dimension of a depolarized system must be at least 2, got " + dimension);
        }
        Parameters.requireProbability("error probability", probability);
    }

    /** On one qubit. */
    public Depolarizing(double probability) {
        this(2, probability);
    }

    /** The factor of everything traceless: 1 − p d²/(d² − 1), for a qubit 1 − 4p/3. */
    public double shrink() {
        double square = (double) dimension * dimension;
        return 1 - probability * square / (square - 1);
    }

    @Override
    public int inputDimension() {
        return dimension;
    }
}

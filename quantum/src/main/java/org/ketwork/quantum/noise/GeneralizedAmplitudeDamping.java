package org.ketwork.quantum.noise;

/**
 * Exchange of energy with a bath at finite temperature: a qubit is brought with strength γ towards the population {@code
 * excitation} of |1⟩. x and y shrink by √(1 − γ), z becomes γ(1 − 2·excitation) + (1 − γ)z.
 *
 * @param gamma strength, in [0, 1]
 * @param excitation population of |1⟩ in equilibrium, in [0, 1]
 */
public record GeneralizedAmplitudeDamping(double gamma, double excitation) implements Noise {
    public GeneralizedAmplitudeDamping {
        Parameters.requireProbability("decay probability", gamma);
        Parameters.requireProbability("excitation of the bath", excitation);
    }

    @Override
    public int inputDimension() {
        return 2;
    }
}

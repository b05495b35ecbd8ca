package org.ketwork.quantum.noise;

/**
 * A qubit in |1⟩ decays to |0⟩ with some probability: x and y shrink by √(1 − γ), z becomes γ + (1 − γ)z (Nielsen and Chuang,
 * section 8.3.5).
 *
 * @param gamma decay probability, in [0, 1]
 */
public record AmplitudeDamping(double gamma) implements Noise {
    public AmplitudeDamping {
        Parameters.requireProbability("decay probability", gamma);
    }

    @Override
    public int inputDimension() {
        return 2;
    }
}

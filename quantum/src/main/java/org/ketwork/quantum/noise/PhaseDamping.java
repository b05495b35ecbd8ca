package org.ketwork.quantum.noise;

/**
 * The environment learns with some probability that a qubit is in |1⟩: x and y shrink by √(1 − λ), populations stay (Nielsen and
 * Chuang, section 8.3.6).
 *
 * @param lambda damping probability, in [0, 1]
 */
public record PhaseDamping(double lambda) implements Noise {
    public PhaseDamping {
        Parameters.requireProbability("damping probability", lambda);
    }

    @Override
    public int inputDimension() {
        return 2;
    }
}

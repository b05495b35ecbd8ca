package org.ketwork.quantum.noise;

/**
 * A qubit suffers Z with some probability: x and y of the Bloch vector shrink by 1 − 2·flip.
 *
 * @param flip flip probability, in [0, 1]
 */
public record PhaseFlip(double flip) implements Noise {
    public PhaseFlip {
        Parameters.requireProbability("flip probability", flip);
    }

    @Override
    public int inputDimension() {
        return 2;
    }
}

package org.ketwork.quantum.noise;

/**
 * A qubit suffers X with some probability: y and z of the Bloch vector shrink by 1 − 2·flip.
 *
 * @param flip flip probability, in [0, 1]
 */
public record BitFlip(double flip) implements Noise {
    public BitFlip {
        Parameters.requireProbability("flip probability", flip);
    }

    @Override
    public int inputDimension() {
        return 2;
    }
}

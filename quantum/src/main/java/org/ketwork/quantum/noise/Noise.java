package org.ketwork.quantum.noise;

/**
 * A physical process that a system suffers, with its parameters. It knows nothing of Kraus operators, Choi or transfer matrices:
 * those are representations, made by {@code Kraus.of(noise)} and the conversions in {@code quantum.channel}.
 */
public sealed interface Noise
        permits PhaseFlip,
                PhaseDamping,
                BitFlip,
                Depolarizing,
                AmplitudeDamping,
                GeneralizedAmplitudeDamping,
                ThermalRelaxation,
                Reset,
                Erasure,
                PauliNoise,
                SchurNoise {

    /** The dimension of the system before the noise. */
    int inputDimension();

    /** The dimension after it, larger than before only for an erasure, which adds a flag. */
    default int outputDimension() {
        return inputDimension();
    }
}

package org.ketwork.bridge.encoding;

import java.util.Arrays;
import java.util.Optional;
import org.ketwork.quantum.state.Ket;

/**
 * Activations as amplitudes, |a> = a/‖a‖. The scale ‖a‖ is lost unless stored apart, a global sign cannot be told, and a dead
 * layer (all zeros) has no state.
 */
public final class AmplitudeEncoding {
    private AmplitudeEncoding() {}

    /** The ket of a layer's activations; empty for a dead layer. */
    public static Optional<Ket> of(double[] activations) {
        return isDead(activations) ? Optional.empty() : Optional.of(Ket.normalised(activations));
    }

    /** Whether every unit is exactly zero. */
    public static boolean isDead(double[] activations) {
        return Arrays.stream(activations).allMatch(a -> a == 0);
    }

    /** 2^−n: how often a layer of n ReLU units is dead when the pre-activations are independent and symmetric about zero. */
    public static double deadLayerProbability(int units) {
        if (units < 1) {
            throw new IllegalArgumentException("a layer has at least 1 unit, got " + units);
        }
        return Math.scalb(1.0, -units);
    }
}

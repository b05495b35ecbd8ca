package org.ketwork.claims.loss;

import java.util.Optional;
import org.ketwork.bridge.resonance.QuarticWell;
import org.ketwork.bridge.resonance.SuprathresholdArray;
import org.ketwork.bridge.resonance.ThresholdDetector;

/** Detection under noise as tasks; the risk is minus the performance. */
final class DetectionTasks {
    /** Angular frequency and amplitude of the weak force on a particle in a well. */
    static final double FREQUENCY = 0.1;

    static final double FORCE = 0.1;

    private static final int PERIODS = 10;
    private static final int STEPS_PER_PERIOD = 3000;

    private DetectionTasks() {}

    /** Minus the information of a threshold unit in nats, from the given number of trials. */
    static NoisyTask threshold(String name, ThresholdDetector detector, double unit, int trials) {
        return new NoisyTask(
                name,
                unit,
                Optional.of(sigma -> -detector.mutualInformation(sigma)),
                NoisyTask.perLevel((sigma, repetition) ->
                        -detector.sampledInformation(sigma, trials, repetition).mean()));
    }

    /** Minus the information of an array in nats, from the given number of trials. */
    static NoisyTask array(String name, SuprathresholdArray array, double unit, int trials) {
        return new NoisyTask(
                name,
                unit,
                Optional.of(sigma -> -array.mutualInformation(sigma)),
                NoisyTask.perLevel((sigma, repetition) -> sigma == 0
                        ? -array.mutualInformation(0)
                        : -array.sampledInformation(sigma, trials, repetition).mean()));
    }

    /** Minus the spectral power amplification of a weak force on a particle in a well, from a simulated run. */
    static NoisyTask well(String name, QuarticWell well, double unit) {
        return new NoisyTask(
                name,
                unit,
                Optional.of(noise -> -well.amplification(noise, FREQUENCY)),
                (noises, repetition) -> Grid.map(
                        well.simulatedAmplification(noises, FREQUENCY, FORCE, PERIODS, STEPS_PER_PERIOD, repetition),
                        amplification -> -amplification));
    }
}

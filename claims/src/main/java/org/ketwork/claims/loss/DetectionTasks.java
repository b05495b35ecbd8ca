package org.ketwork.claims.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.bridge.resonance.QuarticWell;
import org.ketwork.bridge.resonance.SuprathresholdArray;
import org.ketwork.bridge.resonance.ThresholdDetector;
import org.ketwork.numerics.statistics.Estimate;

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
                (sigmas, repetition) -> lost(detector.sampledInformation(sigmas, trials, repetition)));
    }

    /** Minus the information of an array in nats, from the given number of trials. */
    static NoisyTask array(String name, SuprathresholdArray array, double unit, int trials) {
        return new NoisyTask(
                name, unit, Optional.of(sigma -> -array.mutualInformation(sigma)), (sigmas, repetition) -> {
                    // Without noise all units agree: the information is known, and the law of the counts is singular.
                    double[] positive = Arrays.copyOfRange(sigmas, 1, sigmas.length);
                    double[] measured = lost(array.sampledInformation(positive, trials, repetition));
                    double[] risks = new double[sigmas.length];
                    risks[0] = -array.mutualInformation(0);
                    System.arraycopy(measured, 0, risks, 1, measured.length);
                    return risks;
                });
    }

    private static double[] lost(List<Estimate> information) {
        return information.stream().mapToDouble(estimate -> -estimate.mean()).toArray();
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

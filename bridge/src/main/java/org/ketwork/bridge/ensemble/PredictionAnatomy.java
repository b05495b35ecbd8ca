package org.ketwork.bridge.ensemble;

import java.util.Arrays;
import java.util.OptionalInt;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;

/**
 * The predictions of T passes taken apart, input by input: definition b3 (square roots of class probabilities).
 *
 * <p>The purity is the unbiased one, the mean squared overlap of distinct passes. The effective number of members is its
 * inverse, at most the number of classes, which is the rank that no state of this kind exceeds. The passes needed are the least
 * T at which the standard error of the purity is 5 % of it: the error of the U-statistic over pairs falls as 1/√T to leading
 * order and is estimated by the jackknife over the passes at hand (Arvesen 1969), so that the number may exceed them.
 *
 * @param meanProbabilities of shape (samples, classes)
 * @param predictiveEntropy H of the mean probabilities, one per sample, in nats
 * @param expectedEntropy mean over passes of the entropy of a pass
 * @param bald H minus the expected entropy
 * @param vonNeumannEntropy S of the mixture of the passes
 * @param purity unbiased estimate of Tr ρ²
 * @param effectiveMembers N₂
 * @param passesNeeded one per sample, at least 2; NaN for two passes, which show no scatter, infinite for purity 0
 */
public record PredictionAnatomy(
        int passes,
        int samples,
        int classes,
        Matrix meanProbabilities,
        double[] predictiveEntropy,
        double[] expectedEntropy,
        double[] bald,
        double[] vonNeumannEntropy,
        double[] purity,
        double[] effectiveMembers,
        double[] passesNeeded) {

    /** The relative standard error of the purity at which there are enough passes. */
    public static final double PURITY_ACCURACY = 0.05;

    /** The share of samples for which {@link #passesNeeded()} must be enough. */
    public static final double COVERED_SAMPLES = 0.95;

    /**
     * Reads all predictions once, in blocks of samples, and takes them apart.
     *
     * @throws org.ketwork.numerics.InvalidInputException if there is one pass only, or a row of probabilities is negative, not
     *     a number, or off one by more than 1e-4 in sum; smaller deviations, as files of single precision have, are divided out
     * @throws org.ketwork.numerics.LawViolation if the entropies come out in an impossible order
     */
    public static PredictionAnatomy of(PredictionSource source, Workers workers) {
        return AnatomyComputation.run(source, workers);
    }

    /** What is printed with the numbers. */
    public EnsembleDefinition definition() {
        return EnsembleDefinition.CLASS_PROBABILITIES;
    }

    /** The mean of a per-sample array over the samples. */
    public double mean(double[] perSample) {
        return Arrays.stream(perSample).sum() / samples;
    }

    /** The passes that are enough for 95 of 100 samples; empty when the passes at hand are too few to tell. */
    public OptionalInt passesNeededOverall() {
        double[] sorted = passesNeeded.clone();
        Arrays.sort(sorted);
        double enough = sorted[Math.max(0, (int) Math.ceil(COVERED_SAMPLES * samples) - 1)];
        return enough <= Integer.MAX_VALUE ? OptionalInt.of((int) enough) : OptionalInt.empty();
    }
}

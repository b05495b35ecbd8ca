package org.ketwork.bridge.ensemble;

import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.file.NpyFile;

/**
 * Class probabilities of shape (passes, samples, classes), read in blocks so that they may be larger than memory. Reading must
 * be safe from several threads.
 */
public interface PredictionSource {
    int passes();

    int samples();

    int classes();

    /** Copies the probabilities of samples {@code first} to {@code first + count − 1} under one pass to {@code target}, of shape (count, classes). */
    void read(int pass, int first, int count, double[] target);

    /**
     * The probabilities in an array of three axes.
     *
     * @throws InvalidInputException if the array has other than three axes
     */
    static PredictionSource of(NdArray array) {
        return new ArrayPredictions(array);
    }

    /**
     * The probabilities in a memory-mapped npy file of three axes.
     *
     * @throws InvalidInputException if the array has other than three axes
     */
    static PredictionSource of(NpyFile file) {
        return new MappedPredictions(file);
    }

    /** The softmax of what the source holds, for files of logits. */
    static PredictionSource softmaxOf(PredictionSource logits) {
        return new SoftmaxPredictions(logits);
    }
}

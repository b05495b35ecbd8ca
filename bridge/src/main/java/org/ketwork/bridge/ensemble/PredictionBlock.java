package org.ketwork.bridge.ensemble;

import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.kernel.VectorKernels;

/**
 * A block of samples under all passes: square roots of the probabilities of shape (passes, classes, samples), so that loops over
 * the samples of a block run along memory; and what is summed over passes while reading.
 *
 * @param means mean probabilities, of shape (classes, samples)
 * @param expectedEntropy mean entropy of a pass, one per sample
 */
record PredictionBlock(int passes, int samples, int classes, double[] roots, double[] means, double[] expectedEntropy) {
    /** How far a row of probabilities may be off one: single precision and a few thousand classes. */
    private static final double SUM_TOLERANCE = 1e-4;

    static PredictionBlock read(PredictionSource source, int first, int samples) {
        int passes = source.passes();
        int classes = source.classes();
        int size = classes * samples;
        PredictionBlock block = new PredictionBlock(
                passes, samples, classes, new double[passes * size], new double[size], new double[samples]);
        double[] rows = new double[size];
        double[] probabilities = new double[size];
        double[] logarithms = new double[size];
        for (int pass = 0; pass < passes; pass++) {
            source.read(pass, first, samples, rows);
            normalise(rows, probabilities, samples, classes, pass, first);
            block.add(pass, probabilities, logarithms);
        }
        for (int i = 0; i < size; i++) {
            block.means[i] /= passes;
        }
        for (int s = 0; s < samples; s++) {
            block.expectedEntropy[s] = Math.max(0, block.expectedEntropy[s] / passes);
        }
        return block;
    }

    private void add(int pass, double[] probabilities, double[] logarithms) {
        int size = classes * samples;
        int start = pass * size;
        for (int i = 0; i < size; i++) {
            means[i] += probabilities[i];
        }
        VectorKernels kernels = Kernels.best();
        kernels.sqrt(probabilities, 0, roots, start, size);
        // 0 ln 0 = 0: the smallest normal number stands in for zero, whose logarithm is finite.
        for (int i = 0; i < size; i++) {
            logarithms[i] = Math.max(probabilities[i], Double.MIN_NORMAL);
        }
        kernels.log(logarithms, 0, logarithms, 0, size);
        for (int c = 0; c < classes; c++) {
            for (int s = 0; s < samples; s++) {
                expectedEntropy[s] -= probabilities[c * samples + s] * logarithms[c * samples + s];
            }
        }
    }

    /** From (samples, classes) to (classes, samples), each sample divided by its sum. */
    private static void normalise(
            double[] rows, double[] probabilities, int samples, int classes, int pass, int first) {
        for (int s = 0; s < samples; s++) {
            double sum = 0;
            boolean valid = true;
            for (int c = 0; c < classes; c++) {
                double p = rows[s * classes + c];
                valid &= p >= 0;
                sum += p;
            }
            if (!valid || !(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
                refuse(rows, s, classes, sum, pass, first);
            }
            double factor = 1 / sum;
            for (int c = 0; c < classes; c++) {
                probabilities[c * samples + s] = rows[s * classes + c] * factor;
            }
        }
    }

    private static void refuse(double[] rows, int s, int classes, double sum, int pass, int first) {
        String place = " in pass " + pass + ", sample " + (first + s);
        for (int c = 0; c < classes; c++) {
            double p = rows[s * classes + c];
            if (!(p >= 0)) {
                throw new InvalidInputException(
                        "class probabilities must be numbers from 0 to 1, got " + p + place + ", class " + c);
            }
        }
        throw new InvalidInputException("class probabilities must sum to 1 (to within " + SUM_TOLERANCE + "), got "
                + sum + place + "; give --logits if these are logits");
    }
}

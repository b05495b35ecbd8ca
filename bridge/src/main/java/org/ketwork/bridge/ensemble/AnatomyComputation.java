package org.ketwork.bridge.ensemble;

import java.util.List;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;

/** Cuts the samples into blocks, takes each block apart on its own thread, and puts the results together. */
final class AnatomyComputation {
    /** Square-root probabilities that a block keeps in memory, in numbers: four megabytes, which stay in the cache of a core or near it. */
    private static final int BLOCK_NUMBERS = 1 << 19;

    private static final int LARGEST_BLOCK = 64;

    /** Blocks of whole vector registers leave no rest to plain loops. */
    private static final int LANES = 8;

    private AnatomyComputation() {}

    static PredictionAnatomy run(PredictionSource source, Workers workers) {
        int passes = source.passes();
        int samples = source.samples();
        int classes = source.classes();
        if (passes < 2) {
            throw new InvalidInputException("an ensemble needs at least 2 passes, got " + passes);
        }
        int fitting = Math.clamp(BLOCK_NUMBERS / ((long) passes * classes), 1, LARGEST_BLOCK);
        int width = fitting < LANES ? fitting : fitting / LANES * LANES;
        int blocks = (samples + width - 1) / width;
        List<BlockAnatomy> parts = workers.map(blocks, block -> {
            int first = block * width;
            PredictionBlock predictions = PredictionBlock.read(source, first, Math.min(width, samples - first));
            return classes <= passes ? DensitySide.analyse(predictions) : GramSide.analyse(predictions);
        });
        return join(parts, passes, samples, classes, width);
    }

    private static PredictionAnatomy join(List<BlockAnatomy> parts, int passes, int samples, int classes, int width) {
        PredictionAnatomy whole = new PredictionAnatomy(
                passes,
                samples,
                classes,
                Matrix.zeros(samples, classes),
                new double[samples],
                new double[samples],
                new double[samples],
                new double[samples],
                new double[samples],
                new double[samples],
                new double[samples]);
        for (int block = 0; block < parts.size(); block++) {
            BlockAnatomy part = parts.get(block);
            for (int s = 0; s < part.samples(); s++) {
                put(whole, block * width + s, part, s);
            }
        }
        return whole;
    }

    private static void put(PredictionAnatomy whole, int sample, BlockAnatomy part, int s) {
        double[] mean = part.mean(s);
        System.arraycopy(mean, 0, whole.meanProbabilities().data(), sample * mean.length, mean.length);
        double predictive = Entropies.shannon(mean);
        double expected = part.expectedEntropy()[s];
        double bald = Math.max(0, predictive - expected);
        double vonNeumann = part.vonNeumannEntropy()[s];
        EntropyOrder.require(bald, vonNeumann, predictive, Math.log(whole.passes()));
        double purity = part.purity()[s];
        whole.predictiveEntropy()[sample] = predictive;
        whole.expectedEntropy()[sample] = expected;
        whole.bald()[sample] = bald;
        whole.vonNeumannEntropy()[sample] = vonNeumann;
        whole.purity()[sample] = purity;
        whole.effectiveMembers()[sample] = Math.min(whole.classes(), 1 / purity);
        whole.passesNeeded()[sample] = passesNeeded(whole.passes(), purity, part.purityError()[s]);
    }

    /** The error falls as 1/√T, so T grows by the square of the ratio of the errors. */
    private static double passesNeeded(int passes, double purity, double error) {
        double ratio = error / (PredictionAnatomy.PURITY_ACCURACY * purity);
        return Math.max(2, Math.ceil(passes * ratio * ratio));
    }
}

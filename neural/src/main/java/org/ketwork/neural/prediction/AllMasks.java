package org.ketwork.neural.prediction;

import java.util.List;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;

/**
 * The predictions of all masks of a last hidden layer, weighted by their probabilities: no sampling error. With P_m the class
 * probabilities under mask m and w_m its probability, it holds for every input
 *
 * @param mean Σ w_m P_m, of shape (inputs, classes)
 * @param expectedEntropy Σ w_m H(P_m) in nats, so that BALD is H(mean) minus it
 * @param densities the mixture Σ w_m |√P_m><√P_m| of square-root-probability kets, of shape (classes, classes), trace one
 */
public record AllMasks(Matrix mean, double[] expectedEntropy, List<Matrix> densities) {
    public AllMasks {
        densities = List.copyOf(densities);
    }

    /**
     * All masks by walking a Gray code, fast: see {@link GrayCodeWalk}. The time grows by two with every switch. The memory does
     * not: with the read-out some 70 c + 9 c² numbers an input at c classes, 13 kB at 10 classes and 24 switches.
     */
    public static AllMasks of(MaskedReadout readout, Workers workers) {
        return GrayCodeWalk.run(readout, workers);
    }

    /** All masks one by one, each logit summed and each softmax taken anew: slow, and the oracle of the fast way. */
    public static AllMasks oneByOne(MaskedReadout readout) {
        int classes = readout.classes();
        PredictionSums sums = new PredictionSums(readout.inputs(), classes);
        double[] p = new double[classes];
        for (int n = 0; n < readout.inputs(); n++) {
            for (int mask = 0; mask < 1 << readout.switches(); mask++) {
                double weight = readout.probabilityOfSet()[Integer.bitCount(mask)];
                System.arraycopy(readout.bias(), 0, p, 0, classes);
                for (int s = 0; s < readout.switches(); s++) {
                    for (int c = 0; c < classes && (mask >>> s & 1) == 1; c++) {
                        p[c] += readout.contribution(n, s, c);
                    }
                }
                Kernels.best().softmaxRows(p, 0, 1, classes);
                sums.add(n, weight, p);
            }
        }
        return sums.result();
    }
}

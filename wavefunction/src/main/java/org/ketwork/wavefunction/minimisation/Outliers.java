package org.ketwork.wavefunction.minimisation;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ketwork.wavefunction.estimate.LocalValues;
import org.ketwork.wavefunction.sampler.Sample;

/**
 * Local energies in the tail of their distribution, drawn in for the force. Near a node of ψ they have no bound, and one such draw would
 * decide a whole step (Pfau, Spencer, Matthews and Foulkes, Phys. Rev. Research 2, 033429 (2020), section III). Estimates of the energy
 * use all values as they are.
 */
final class Outliers {
    /** How many times the mean distance from the median a value may lie away from it. */
    private static final double MOST = 5;

    private Outliers() {}

    /** The values with far ones moved towards the median, onto the circle that bounds them. Exact samples have no tail that was drawn. */
    static LocalValues limited(Sample sample, LocalValues values) {
        if (sample.exact()) {
            return values;
        }
        double[] weights = sample.weights();
        double middleRe = median(values.re(), weights);
        double middleIm = median(values.im(), weights);
        double mean = 0;
        for (int s = 0; s < weights.length; s++) {
            mean += weights[s] * Math.hypot(values.re()[s] - middleRe, values.im()[s] - middleIm);
        }
        double[] re = values.re().clone();
        double[] im = values.im().clone();
        for (int s = 0; s < weights.length; s++) {
            double distance = Math.hypot(re[s] - middleRe, im[s] - middleIm);
            if (distance > MOST * mean) {
                double kept = MOST * mean / distance;
                re[s] = middleRe + kept * (re[s] - middleRe);
                im[s] = middleIm + kept * (im[s] - middleIm);
            }
        }
        return new LocalValues(re, im);
    }

    private static double median(double[] values, double[] weights) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(s -> values[s]))
                .mapToInt(Integer::intValue)
                .toArray();
        double below = 0;
        for (int s : order) {
            below += weights[s];
            if (below >= 0.5) {
                return values[s];
            }
        }
        return values[order[order.length - 1]];
    }
}

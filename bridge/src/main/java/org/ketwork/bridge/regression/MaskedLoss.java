package org.ketwork.bridge.regression;

import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.numerics.matrix.Matrix;

/** Expected squared losses by summation over all masks: the slow oracle of {@link DropoutRegression}. */
public final class MaskedLoss {
    private static final int MOST_TERMS = 1 << 22;

    private MaskedLoss() {}

    /** E ‖y − X(m∘w)‖² with one mask for the whole batch. The masks are used as the table holds them. */
    public static double perBatch(Matrix x, double[] y, double[] w, MaskTable law) {
        return law.expectation(m -> {
            double sum = 0;
            for (int i = 0; i < x.rows(); i++) {
                double residual = residual(x, y, w, m, i);
                sum += residual * residual;
            }
            return sum;
        });
    }

    /**
     * The same with a mask of its own for every sample: the sum over all count^samples combinations of masks.
     *
     * @throws IllegalArgumentException for more than 2^22 combinations
     */
    public static double perSample(Matrix x, double[] y, double[] w, MaskTable law) {
        int n = x.rows();
        double terms = Math.pow(law.count(), n);
        if (terms > MOST_TERMS) {
            throw new IllegalArgumentException("enumerating " + terms + " combinations of masks is too much");
        }
        double sum = 0;
        int[] choice = new int[n];
        for (long s = 0; s < (long) terms; s++) {
            long rest = s;
            double probability = 1;
            for (int i = 0; i < n; i++) {
                choice[i] = (int) (rest % law.count());
                rest /= law.count();
                probability *= law.probabilities()[choice[i]];
            }
            double loss = 0;
            for (int i = 0; i < n; i++) {
                double residual = residual(x, y, w, law.masks().row(choice[i]), i);
                loss += residual * residual;
            }
            sum += probability * loss;
        }
        return sum;
    }

    private static double residual(Matrix x, double[] y, double[] w, double[] mask, int sample) {
        double prediction = 0;
        for (int j = 0; j < w.length; j++) {
            prediction += x.get(sample, j) * mask[j] * w[j];
        }
        return y[sample] - prediction;
    }
}

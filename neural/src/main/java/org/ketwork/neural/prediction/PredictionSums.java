package org.ketwork.neural.prediction;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.numerics.matrix.Matrix;

/** Weighted sums over masks for each input: probabilities, entropies, products of their square roots. */
final class PredictionSums {
    private final Matrix mean;
    private final double[] expectedEntropy;
    private final List<Matrix> densities = new ArrayList<>();

    PredictionSums(int inputs, int classes) {
        mean = Matrix.zeros(inputs, classes);
        expectedEntropy = new double[inputs];
        for (int n = 0; n < inputs; n++) {
            densities.add(Matrix.zeros(classes, classes));
        }
    }

    void add(int input, double weight, double[] p) {
        double[] rho = densities.get(input).data();
        int classes = p.length;
        for (int k = 0; k < classes; k++) {
            mean.data()[input * classes + k] += weight * p[k];
            expectedEntropy[input] -= p[k] > 0 ? weight * p[k] * Math.log(p[k]) : 0;
            for (int l = 0; l < classes; l++) {
                rho[k * classes + l] += weight * Math.sqrt(p[k] * p[l]);
            }
        }
    }

    /** Adds sums over some masks: entropy, and the lower triangle of the density matrix row by row. */
    void add(int input, double entropy, double[] triangle, int offset, int stride) {
        Matrix rho = densities.get(input);
        expectedEntropy[input] += entropy;
        for (int k = 0, pair = 0; k < rho.rows(); k++) {
            for (int l = 0; l <= k; l++, pair++) {
                double value = rho.get(k, l) + triangle[offset + pair * stride];
                rho.set(k, l, value);
                rho.set(l, k, value);
            }
            mean.set(input, k, rho.get(k, k));
        }
    }

    AllMasks result() {
        return new AllMasks(mean, expectedEntropy, densities);
    }
}

package org.ketwork.bridge.kernel;

import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;

/**
 * Linear regression under dropout of its features, each with its own keep probability, the intercept never dropped: the minimiser
 * of E_m |y - b 1 - X (m o w / p)|^2 over independent masks m_j in {0, 1} with P(m_j = 1) = p_j. Taking the expectation leaves
 * |y - b 1 - X w|^2 + sum_j (1 - p_j)/p_j G_jj w_j^2 with G = X'X (Srivastava et al., J. Mach. Learn. Res. 15, 1929, 2014,
 * section 9.1, one p for each feature): the Gram matrix keeps its off-diagonal entries and gains G_jj / p_j on the diagonal.
 *
 * @param weights w, used without mask at prediction
 * @param intercept b
 */
public record FeatureDropout(double[] weights, double intercept) {
    /**
     * The keep probabilities p_j = G_jj / (G_jj + lambda) with which dropout is ridge regression of strength lambda. A feature that
     * is 0 for every sample has none; it gets 1, and weight 0.
     */
    public static double[] keepProbabilities(Matrix features, double lambda) {
        if (!(lambda >= 0)) {
            throw new IllegalArgumentException("the ridge must not be negative, got " + lambda);
        }
        double[] squares = squares(features);
        double[] keep = new double[squares.length];
        for (int j = 0; j < keep.length; j++) {
            keep[j] = squares[j] == 0 ? 1 : squares[j] / (squares[j] + lambda);
        }
        return keep;
    }

    /** The exact minimiser, by one linear solve. */
    public static FeatureDropout fit(Matrix features, double[] targets, double[] keep) {
        int n = features.rows();
        int d = features.columns();
        if (targets.length != n || keep.length != d) {
            throw new IllegalArgumentException("features are " + n + " x " + d + ", but there are " + targets.length
                    + " targets and " + keep.length + " keep probabilities");
        }
        Matrix gram = features.transposeTimes(features);
        Matrix system = Matrix.zeros(d + 1, d + 1);
        double[] right = new double[d + 1];
        system.set(d, d, n);
        for (int j = 0; j < d; j++) {
            if (!(keep[j] > 0 && keep[j] <= 1)) {
                throw new IllegalArgumentException("keep probability must be in (0, 1], got " + keep[j]);
            }
            for (int k = 0; k < d; k++) {
                system.set(j, k, gram.get(j, k));
            }
            // A feature that is always 0 decouples; the unit diagonal gives it weight 0.
            system.set(j, j, gram.get(j, j) == 0 ? 1 : gram.get(j, j) / keep[j]);
            for (int i = 0; i < n; i++) {
                double x = features.get(i, j);
                system.set(j, d, system.get(j, d) + x);
                right[j] += x * targets[i];
            }
            system.set(d, j, system.get(j, d));
        }
        for (double y : targets) {
            right[d] += y;
        }
        double[] solution = LinearSystem.solve(system, right);
        double[] weights = new double[d];
        System.arraycopy(solution, 0, weights, 0, d);
        return new FeatureDropout(weights, solution[d]);
    }

    /** Predictions without masks, one a row of the features. */
    public double[] predict(Matrix features) {
        double[] prediction = features.times(weights);
        for (int i = 0; i < prediction.length; i++) {
            prediction[i] += intercept;
        }
        return prediction;
    }

    private static double[] squares(Matrix features) {
        double[] squares = new double[features.columns()];
        for (int i = 0; i < features.rows(); i++) {
            for (int j = 0; j < squares.length; j++) {
                squares[j] += features.get(i, j) * features.get(i, j);
            }
        }
        return squares;
    }
}

package org.ketwork.bridge.kernel;

import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

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
        requireKeep(features, targets, keep);
        int d = keep.length;
        Matrix second = Matrix.constant(d, d, 1);
        double[] first = new double[d];
        for (int j = 0; j < d; j++) {
            second.set(j, j, 1 / keep[j]);
            first[j] = 1;
        }
        return solve(features, targets, first, second);
    }

    /**
     * The minimiser of the mean over finitely many random masks, each of them shared by all samples: what training on masks sees,
     * and equal to {@link #fit} in the limit.
     *
     * @param masks how many, at least 1; mask t lies at {@code address.at(t)}
     */
    public static FeatureDropout fitSampled(
            Matrix features, double[] targets, double[] keep, int masks, RandomAddress address) {
        requireKeep(features, targets, keep);
        if (masks < 1) {
            throw new IllegalArgumentException("at least 1 mask is needed, got " + masks);
        }
        int d = keep.length;
        Matrix second = Matrix.zeros(d, d);
        double[] first = new double[d];
        double[] uniform = new double[d];
        double[] mask = new double[d];
        for (int t = 0; t < masks; t++) {
            address.at(t).fillUniform(uniform);
            for (int j = 0; j < d; j++) {
                mask[j] = uniform[j] < keep[j] ? 1 / keep[j] : 0;
                first[j] += mask[j] / masks;
            }
            for (int j = 0; j < d; j++) {
                if (mask[j] != 0) {
                    for (int k = 0; k < d; k++) {
                        second.data()[j * d + k] += mask[j] * mask[k] / masks;
                    }
                }
            }
        }
        return solve(features, targets, first, second);
    }

    /** The minimiser when the scaled masks have the given first and second moments. */
    private static FeatureDropout solve(Matrix features, double[] targets, double[] first, Matrix second) {
        int n = features.rows();
        int d = features.columns();
        Matrix gram = features.transposeTimes(features).schur(second);
        double[] product = features.transposeTimes(targets);
        double[] sums = features.transposeTimes(Matrix.constant(n, 1, 1).data());
        Matrix system = Matrix.zeros(d + 1, d + 1);
        double[] right = new double[d + 1];
        for (int j = 0; j < d; j++) {
            for (int k = 0; k < d; k++) {
                system.set(j, k, gram.get(j, k));
            }
            if (gram.get(j, j) == 0) {
                // A feature that is always 0 decouples; the unit diagonal gives it weight 0.
                system.set(j, j, 1);
            }
            system.set(j, d, first[j] * sums[j]);
            system.set(d, j, first[j] * sums[j]);
            right[j] = first[j] * product[j];
        }
        system.set(d, d, n);
        for (double y : targets) {
            right[d] += y;
        }
        double[] solution = LinearSystem.solve(system, right);
        double[] weights = new double[d];
        System.arraycopy(solution, 0, weights, 0, d);
        return new FeatureDropout(weights, solution[d]);
    }

    private static void requireKeep(Matrix features, double[] targets, double[] keep) {
        if (targets.length != features.rows() || keep.length != features.columns()) {
            throw new IllegalArgumentException("features are " + features.rows() + " x " + features.columns()
                    + ", but there are " + targets.length + " targets and " + keep.length + " keep probabilities");
        }
        for (double p : keep) {
            if (!(p > 0 && p <= 1)) {
                throw new IllegalArgumentException("keep probability must be in (0, 1], got " + p);
            }
        }
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

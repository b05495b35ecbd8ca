package org.ketwork.bridge.regression;

import java.util.Arrays;
import org.ketwork.numerics.matrix.Cholesky;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/**
 * Least squares on random subsets of the features, each subset of equal size and every choice alike (Ho 1998), and the mean of
 * their weights. Where dropout keeps one set of weights for all masks, here every mask is refitted.
 */
public final class SubspaceEnsemble {
    private final Matrix gram;
    private final double[] correlation;
    private final int kept;

    /**
     * @param x inputs, shape (samples, units)
     * @param y targets, one per sample
     * @param kept features in each member, at most the number of samples
     */
    public SubspaceEnsemble(Matrix x, double[] y, int kept) {
        if (kept < 1 || kept > Math.min(x.rows(), x.columns())) {
            throw new IllegalArgumentException("a member must keep 1 to " + Math.min(x.rows(), x.columns())
                    + " features of " + x.columns() + " on " + x.rows() + " samples, got " + kept);
        }
        this.gram = x.transposeTimes(x);
        this.correlation = x.transposeTimes(y);
        this.kept = kept;
    }

    /** The weights of the member on the given features, zero elsewhere. */
    public double[] member(int[] features) {
        int k = features.length;
        Matrix part = Matrix.zeros(k, k);
        double[] b = new double[k];
        for (int i = 0; i < k; i++) {
            b[i] = correlation[features[i]];
            for (int j = 0; j < k; j++) {
                part.set(i, j, gram.get(features[i], features[j]));
            }
        }
        double[] fitted = Cholesky.of(part).solve(b);
        double[] weights = new double[correlation.length];
        for (int i = 0; i < k; i++) {
            weights[features[i]] = fitted[i];
        }
        return weights;
    }

    /**
     * The weights of infinitely many members: the mean over all subsets.
     *
     * @throws IllegalArgumentException for more than 20 features
     */
    public double[] mean() {
        int d = correlation.length;
        if (d > 20) {
            throw new IllegalArgumentException("all subsets can be visited up to 20 features, got " + d);
        }
        double[] mean = new double[d];
        int subsets = 0;
        for (int set = 0; set < 1 << d; set++) {
            if (Integer.bitCount(set) == kept) {
                add(mean, member(features(set)));
                subsets++;
            }
        }
        for (int j = 0; j < d; j++) {
            mean[j] /= subsets;
        }
        return mean;
    }

    /**
     * An unbiased estimate of ‖w̄ − w‖² for w̄ the mean of infinitely many members, from a few: the mean of (ŵ_S − w)·(ŵ_T − w)
     * over pairs of different members, since two members are independent given the data. The plug-in ‖mean − w‖² would add
     * the spread of the members over their number.
     *
     * @param weights w
     * @param members how many to draw, at least 2; member m is drawn at {@code address.at(m)}
     */
    public double squaredDistance(double[] weights, int members, RandomAddress address) {
        if (members < 2) {
            throw new IllegalArgumentException("pairs of members need at least 2, got " + members);
        }
        int d = correlation.length;
        double[] sum = new double[d];
        double own = 0;
        for (int m = 0; m < members; m++) {
            double[] error = member(address.at(m).stream().choice(d, kept));
            for (int j = 0; j < d; j++) {
                error[j] -= weights[j];
                own += error[j] * error[j];
            }
            add(sum, error);
        }
        double all = Arrays.stream(sum).map(v -> v * v).sum();
        return (all - own) / ((double) members * (members - 1));
    }

    private static int[] features(int set) {
        int[] features = new int[Integer.bitCount(set)];
        int count = 0;
        for (int j = 0; set >> j != 0; j++) {
            if ((set >> j & 1) == 1) {
                features[count++] = j;
            }
        }
        return features;
    }

    private static void add(double[] sum, double[] values) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += values[j];
        }
    }
}

package org.ketwork.numerics.statistics;

import org.ketwork.numerics.random.RandomAddress;

/** Correlations of pairs (x_i, y_i), and their tests by random permutation of y. */
public final class Correlation {
    private Correlation() {}

    public static double pearson(double[] x, double[] y) {
        throw new UnsupportedOperationException();
    }

    /** Pearson's correlation of the ranks; equal values share their mean rank. */
    public static double spearman(double[] x, double[] y) {
        throw new UnsupportedOperationException();
    }

    /** Kendall's tau-b. */
    public static double kendall(double[] x, double[] y) {
        throw new UnsupportedOperationException();
    }

    /** Permutation test of Spearman's correlation; permutation r is drawn at {@code address.at(r)}. */
    public static TestResult spearmanTest(
            double[] x, double[] y, Alternative alternative, int permutations, RandomAddress address) {
        throw new UnsupportedOperationException();
    }

    /** Permutation test of Kendall's tau-b; permutation r is drawn at {@code address.at(r)}. */
    public static TestResult kendallTest(
            double[] x, double[] y, Alternative alternative, int permutations, RandomAddress address) {
        throw new UnsupportedOperationException();
    }
}

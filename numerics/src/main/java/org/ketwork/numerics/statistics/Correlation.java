package org.ketwork.numerics.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.ketwork.numerics.kernel.Sorting;
import org.ketwork.numerics.random.RandomAddress;

/** Correlations of pairs (x_i, y_i), and their tests by random permutation of y. A constant sample correlates with nothing: 0. */
public final class Correlation {
    /** Correlations that differ by rounding only are equally extreme. */
    private static final double ROUNDING = 1e-12;

    private Correlation() {}

    public static double pearson(double[] x, double[] y) {
        requirePairs(x, y);
        double meanX = Samples.mean(x);
        double meanY = Samples.mean(y);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
        return xx == 0 || yy == 0 ? 0 : Math.clamp(xy / (Math.sqrt(xx) * Math.sqrt(yy)), -1, 1);
    }

    /** Pearson's correlation of the ranks; equal values share their mean rank. */
    public static double spearman(double[] x, double[] y) {
        requirePairs(x, y);
        return pearson(Samples.ranks(x), Samples.ranks(y));
    }

    /** Kendall's tau-b, counted by a merge sort (Knight, J. Amer. Statist. Assoc. 61, 436, 1966). */
    public static double kendall(double[] x, double[] y) {
        requirePairs(x, y);
        return new Knight(x, tiedPairs(y)).tau(y);
    }

    /** Permutation test of Spearman's correlation; permutation r is drawn at {@code address.at(r)}. */
    public static TestResult spearmanTest(
            double[] x, double[] y, Alternative alternative, int permutations, RandomAddress address) {
        requirePairs(x, y);
        double[] ranks = Samples.ranks(x);
        return permutationTest(
                "Spearman correlation, permutation test",
                Samples.ranks(y),
                order -> pearson(ranks, order),
                alternative,
                permutations,
                address);
    }

    /** Permutation test of Kendall's tau-b; permutation r is drawn at {@code address.at(r)}. */
    public static TestResult kendallTest(
            double[] x, double[] y, Alternative alternative, int permutations, RandomAddress address) {
        requirePairs(x, y);
        return permutationTest(
                "Kendall correlation, permutation test",
                y,
                new Knight(x, tiedPairs(y))::tau,
                alternative,
                permutations,
                address);
    }

    /** p = (1 + number as extreme) / (1 + permutations), which is valid for any number of permutations. */
    private static TestResult permutationTest(
            String name,
            double[] y,
            ToDoubleFunction<double[]> correlation,
            Alternative alternative,
            int permutations,
            RandomAddress address) {
        if (permutations < 1) {
            throw new IllegalArgumentException("a permutation test needs at least 1 permutation, got " + permutations);
        }
        double observed = correlation.applyAsDouble(y);
        double[] shuffled = new double[y.length];
        int extreme = 0;
        for (int r = 0; r < permutations; r++) {
            int[] order = address.at(r).stream().permutation(y.length);
            for (int i = 0; i < shuffled.length; i++) {
                shuffled[i] = y[order[i]];
            }
            double value = correlation.applyAsDouble(shuffled);
            boolean asExtreme = switch (alternative) {
                case TWO_SIDED -> Math.abs(value) >= Math.abs(observed) - ROUNDING;
                case GREATER -> value >= observed - ROUNDING;
                case LESS -> value <= observed + ROUNDING;
            };
            if (asExtreme) {
                extreme++;
            }
        }
        return TestResult.of(name, observed, (1.0 + extreme) / (1.0 + permutations), "rank correlation", observed);
    }

    private static void requirePairs(double[] x, double[] y) {
        if (x.length != y.length || x.length < 2) {
            throw new IllegalArgumentException(
                    "a correlation needs at least 2 pairs, got " + x.length + " and " + y.length + " values");
        }
        Samples.requireNumbers(x, "a correlation");
        Samples.requireNumbers(y, "a correlation");
    }

    private static double tiedPairs(double[] values) {
        double pairs = 0;
        for (double size : Samples.tieSizes(values)) {
            pairs += size * (size - 1) / 2;
        }
        return pairs;
    }

    /** Kendall's tau-b against one fixed x, for any order of the same y values. */
    private static final class Knight {
        private final double[] x;
        private final int[] order;
        private final double pairs;
        private final double tiedX;
        private final double tiedY;

        Knight(double[] x, double tiedY) {
            this.x = x;
            this.order = Sorting.ascending(x);
            this.pairs = x.length * (x.length - 1.0) / 2;
            this.tiedX = tiedPairs(x);
            this.tiedY = tiedY;
        }

        double tau(double[] y) {
            int n = x.length;
            if (pairs == tiedX || pairs == tiedY) {
                return 0;
            }
            double[] byX = new double[n];
            for (int i = 0; i < n; i++) {
                byX[i] = y[order[i]];
            }
            double tiedBoth = 0;
            int start = 0;
            for (int i = 1; i <= n; i++) {
                if (i == n || x[order[i]] != x[order[start]]) {
                    if (i - start > 1) {
                        Arrays.sort(byX, start, i);
                        tiedBoth += tiedPairs(Arrays.copyOfRange(byX, start, i));
                    }
                    start = i;
                }
            }
            long discordant = inversions(byX, new double[n], 0, n);
            double balance = pairs - tiedX - tiedY + tiedBoth - 2.0 * discordant;
            return balance / (Math.sqrt(pairs - tiedX) * Math.sqrt(pairs - tiedY));
        }

        /** Number of pairs i < j with values[i] > values[j]; sorts the range. */
        private static long inversions(double[] values, double[] spare, int from, int to) {
            if (to - from < 2) {
                return 0;
            }
            int middle = (from + to) >>> 1;
            long count = inversions(values, spare, from, middle) + inversions(values, spare, middle, to);
            int left = from;
            int right = middle;
            for (int i = from; i < to; i++) {
                if (left < middle && (right == to || values[left] <= values[right])) {
                    spare[i] = values[left++];
                } else {
                    spare[i] = values[right++];
                    count += middle - left;
                }
            }
            System.arraycopy(spare, from, values, from, to - from);
            return count;
        }
    }
}

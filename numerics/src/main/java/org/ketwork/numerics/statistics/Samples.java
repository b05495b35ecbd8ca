package org.ketwork.numerics.statistics;

import java.util.Arrays;

/** Moments, differences and ranks of samples. */
final class Samples {
    private Samples() {}

    static double[] requireSize(double[] sample, int least, String what) {
        if (sample.length < least) {
            throw new IllegalArgumentException(what + " needs at least " + least + " values, got " + sample.length);
        }
        return requireNumbers(sample, what);
    }

    static double[] requireNumbers(double[] sample, String what) {
        for (double value : sample) {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException(what + " needs numbers, got NaN");
            }
        }
        return sample;
    }

    static double mean(double[] sample) {
        double sum = 0;
        for (double value : sample) {
            sum += value;
        }
        double mean = sum / sample.length;
        double rest = 0;
        for (double value : sample) {
            rest += value - mean;
        }
        return mean + rest / sample.length;
    }

    /** Unbiased variance by two passes. */
    static double variance(double[] sample) {
        double mean = mean(sample);
        double squares = 0;
        double rest = 0;
        for (double value : sample) {
            squares += (value - mean) * (value - mean);
            rest += value - mean;
        }
        return (squares - rest * rest / sample.length) / (sample.length - 1);
    }

    static double[] differences(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "paired samples must have equal sizes, got " + a.length + " and " + b.length);
        }
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] - b[i];
        }
        return differences;
    }

    /** Ranks from 1; equal values share the mean of their ranks. */
    static double[] ranks(double[] values) {
        double[] sorted = sorted(values);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = (countBelow(sorted, values[i]) + 1 + countUpTo(sorted, values[i])) / 2.0;
        }
        return ranks;
    }

    /** A sorted copy in which -0 is 0, as it is for comparisons. */
    static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0;
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** How many values of a sorted array are less than x. */
    static int countBelow(double[] sorted, double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many values of a sorted array are at most x. */
    static int countUpTo(double[] sorted, double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The sizes of the groups of equal values, groups of one left out. */
    static int[] tieSizes(double[] values) {
        double[] sorted = sorted(values);
        int[] sizes = new int[sorted.length];
        int groups = 0;
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                if (i - start > 1) {
                    sizes[groups++] = i - start;
                }
                start = i;
            }
        }
        return Arrays.copyOf(sizes, groups);
    }
}

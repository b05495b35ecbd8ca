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
        int n = values.length;
        int[] order = order(values);
        double[] ranks = new double[n];
        int start = 0;
        while (start < n) {
            int end = start + 1;
            while (end < n && values[order[end]] == values[order[start]]) {
                end++;
            }
            double rank = (start + 1 + end) / 2.0;
            for (int i = start; i < end; i++) {
                ranks[order[i]] = rank;
            }
            start = end;
        }
        return ranks;
    }

    /** The sizes of the groups of equal values, groups of one left out. */
    static int[] tieSizes(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
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

    /** Positions of the values in ascending order. */
    static int[] order(double[] values) {
        Integer[] boxed = new Integer[values.length];
        Arrays.setAll(boxed, i -> i);
        Arrays.sort(boxed, (a, b) -> Double.compare(values[a], values[b]));
        int[] order = new int[values.length];
        Arrays.setAll(order, i -> boxed[i]);
        return order;
    }
}

package org.ketwork.quantum.measure;

import java.util.Arrays;

/**
 * The order of mixedness: x majorises y if, sorted in descending order, every partial sum of x is at least that of y and the totals
 * agree. Every entropy that is Schur-concave then ranks them the same way.
 */
public final class Majorisation {
    private Majorisation() {}

    /** Whether x majorises y, with partial sums compared up to the tolerance. */
    public static boolean majorises(double[] x, double[] y, double tolerance) {
        return violation(x, y) <= tolerance;
    }

    /**
     * By how much "x majorises y" fails: the largest excess of a partial sum of y over that of x, or the difference of the totals,
     * whichever is larger; 0 when it holds.
     */
    public static double violation(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("lengths differ: " + x.length + " against " + y.length);
        }
        double[] ascendingX = x.clone();
        double[] ascendingY = y.clone();
        Arrays.sort(ascendingX);
        Arrays.sort(ascendingY);
        double difference = 0;
        double worst = 0;
        for (int i = x.length - 1; i >= 0; i--) {
            difference += ascendingY[i] - ascendingX[i];
            worst = Math.max(worst, difference);
        }
        return Math.max(worst, Math.abs(difference));
    }
}

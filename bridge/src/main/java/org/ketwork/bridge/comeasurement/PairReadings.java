package org.ketwork.bridge.comeasurement;

import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.measure.CycleInequality;

/**
 * Two-valued readings of slots (units under a mask, observables of a quantum system) that are made two at a time. The context of a
 * reading is the pair of slots that is kept. If the value of a slot does not depend on the context, all readings have a joint
 * distribution and no cycle inequality can be violated. If even the mean of a slot depends on the context, the readings signal,
 * and a violation would say nothing: look at {@link #signalling} first.
 */
public final class PairReadings {
    private final Matrix correlations;
    private final Matrix means;
    private final boolean[][] read;

    private PairReadings(Matrix correlations, Matrix means, boolean[][] read) {
        this.correlations = correlations;
        this.means = means;
        this.read = read;
    }

    /** What is read at two slots, each +1 or −1, when they are kept together. */
    @FunctionalInterface
    public interface Readout {
        /** The values of slots {@code first} and {@code second} on one sample. */
        int[] read(int first, int second, int sample);
    }

    /** Reads the given pairs on samples 0 to samples − 1. */
    public static PairReadings of(Readout readout, int slots, int[][] pairs, int samples) {
        Matrix correlations = Matrix.zeros(slots, slots);
        Matrix means = Matrix.zeros(slots, slots);
        boolean[][] read = new boolean[slots][slots];
        for (int[] pair : pairs) {
            long product = 0;
            long first = 0;
            long second = 0;
            for (int sample = 0; sample < samples; sample++) {
                int[] values = readout.read(pair[0], pair[1], sample);
                if (Math.abs(values[0]) != 1 || Math.abs(values[1]) != 1) {
                    throw new IllegalArgumentException(
                            "a reading must be +1 or -1, got " + values[0] + " and " + values[1]);
                }
                product += values[0] * values[1];
                first += values[0];
                second += values[1];
            }
            set(correlations, pair, (double) product / samples, (double) product / samples);
            set(means, pair, (double) first / samples, (double) second / samples);
            read[pair[0]][pair[1]] = true;
            read[pair[1]][pair[0]] = true;
        }
        return new PairReadings(correlations, means, read);
    }

    /** All pairs of so many slots. */
    public static int[][] allPairs(int slots) {
        int[][] pairs = new int[slots * (slots - 1) / 2][];
        int next = 0;
        for (int i = 0; i < slots; i++) {
            for (int j = i + 1; j < slots; j++) {
                pairs[next++] = new int[] {i, j};
            }
        }
        return pairs;
    }

    /** The mean product of two slots that were read together. */
    public double correlation(int first, int second) {
        requireRead(first, second);
        return correlations.get(first, second);
    }

    private void requireRead(int first, int second) {
        if (!read[first][second]) {
            throw new IllegalArgumentException("slots " + first + " and " + second + " were not read together");
        }
    }

    private static void set(Matrix target, int[] pair, double first, double second) {
        target.set(pair[0], pair[1], first);
        target.set(pair[1], pair[0], second);
    }

    /** The left side of the cycle inequality along the given slots, which closes between the last and the first. */
    public double cycle(int... slots) {
        double[] around = new double[slots.length];
        for (int i = 0; i < slots.length; i++) {
            int next = slots[(i + 1) % slots.length];
            around[i] = correlation(slots[i], next);
        }
        return CycleInequality.value(around);
    }

    /** The largest left side over all cycles of four slots, all of which must have been read with each other. */
    public double largestOfFour() {
        int n = correlations.rows();
        double largest = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                for (int c = b + 1; c < n; c++) {
                    for (int d = c + 1; d < n; d++) {
                        largest = Math.max(largest, cycle(a, b, c, d));
                        largest = Math.max(largest, cycle(a, c, b, d));
                        largest = Math.max(largest, cycle(a, b, d, c));
                    }
                }
            }
        }
        return largest;
    }

    /** The largest left side over all cycles of five slots. */
    public double largestOfFive() {
        int n = correlations.rows();
        double[] largest = {Double.NEGATIVE_INFINITY};
        for (int a = 0; a < n; a++) {
            extend(new int[] {a, -1, -1, -1, -1}, 1, largest);
        }
        return largest[0];
    }

    /** Every cycle is met from its smallest slot, in both directions. */
    private void extend(int[] slots, int filled, double[] largest) {
        if (filled == slots.length) {
            largest[0] = Math.max(largest[0], cycle(slots));
            return;
        }
        for (int next = slots[0] + 1; next < correlations.rows(); next++) {
            boolean fresh = true;
            for (int i = 0; i < filled; i++) {
                fresh &= slots[i] != next;
            }
            if (fresh) {
                slots[filled] = next;
                extend(slots, filled + 1, largest);
            }
        }
        slots[filled] = -1;
    }

    /** By how much the mean of a slot differs between two contexts, at most; 0 when values do not depend on the context. */
    public double signalling() {
        double largest = 0;
        for (int i = 0; i < correlations.rows(); i++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < correlations.rows(); j++) {
                if (read[i][j]) {
                    low = Math.min(low, means.get(i, j));
                    high = Math.max(high, means.get(i, j));
                }
            }
            largest = Math.max(largest, high - low);
        }
        return largest;
    }
}

package org.ketwork.neural.layer;

import java.util.Arrays;
import org.ketwork.numerics.kernel.Accumulation;

/**
 * Copies what the positions of an {@link IndexTable} read into the rows of a matrix, and adds such rows back. A place is one position
 * of one sample; places are numbered sample by sample.
 *
 * <p>Neighbours in a kernel are often neighbours in memory: entries that ascend by one are copied as one stretch.
 */
final class Patches {
    /** Numbers copied at a time, so that they are still in the cache when they are multiplied. */
    private static final int AT_ONCE = 1 << 15;
    /** Up to so many multiplications in a product OpenBLAS saves itself the packing of the matrices. */
    private static final int SMALL_PRODUCT = 1_000_000;

    private final int positions;
    private final int channels;
    private final int sample;
    private final int patch;
    private final boolean identity;
    /** The stretches of position p are firstRun[p], ..., firstRun[p + 1] - 1. */
    private final int[] firstRun;

    private final int[] runFrom;
    private final int[] runLength;
    private double[] buffer = new double[0];

    /** @param channels numbers at each input position */
    Patches(IndexTable table, int channels) {
        this.channels = channels;
        positions = table.outputs();
        sample = table.inputs() * channels;
        patch = table.kernel() * channels;
        identity = table.isIdentity();
        firstRun = new int[positions + 1];
        int[] from = new int[positions * table.kernel()];
        int[] length = new int[from.length];
        int runs = 0;
        for (int p = 0; p < positions; p++) {
            firstRun[p] = runs;
            for (int entry : table.entries()[p]) {
                int start = entry < 0 ? -1 : entry * channels;
                boolean joins = runs > firstRun[p]
                        && (entry < 0
                                ? from[runs - 1] < 0
                                : from[runs - 1] >= 0 && from[runs - 1] + length[runs - 1] == start);
                if (joins) {
                    length[runs - 1] += channels;
                } else {
                    from[runs] = start;
                    length[runs++] = channels;
                }
            }
        }
        firstRun[positions] = runs;
        runFrom = Arrays.copyOf(from, runs);
        runLength = Arrays.copyOf(length, runs);
    }

    /** Numbers that a position reads. */
    int patch() {
        return patch;
    }

    /** How many places are handled at a time when each patch is multiplied by so many columns. */
    int chunk(int places, int columns) {
        int multiplied = SMALL_PRODUCT / Math.multiplyExact(patch, columns);
        int most = identity ? multiplied : Math.min(multiplied, AT_ONCE / patch);
        return Math.clamp(most, 1, Math.max(1, places));
    }

    /** Whether a patch is the place itself, so that nothing need be copied. */
    boolean identity() {
        return identity;
    }

    /** Room for one chunk. */
    double[] room() {
        return new double[Math.max(AT_ONCE, patch)];
    }

    /** The array that holds the patches of the places, the first at {@link #start}. */
    double[] gather(double[] x, int first, int count) {
        if (identity) {
            return x;
        }
        if (buffer.length == 0) {
            buffer = room();
        }
        int to = 0;
        int position = first % positions;
        int base = first / positions * sample;
        for (int place = 0; place < count; place++) {
            for (int run = firstRun[position]; run < firstRun[position + 1]; run++) {
                int length = runLength[run];
                int from = runFrom[run];
                if (from < 0) {
                    Arrays.fill(buffer, to, to + length, 0);
                } else if (length < 8) {
                    for (int i = 0; i < length; i++) {
                        buffer[to + i] = x[base + from + i];
                    }
                } else {
                    System.arraycopy(x, base + from, buffer, to, length);
                }
                to += length;
            }
            if (++position == positions) {
                position = 0;
                base += sample;
            }
        }
        return buffer;
    }

    /** Where the patch of this place lies in what {@link #gather} returned for a stretch that begins with it. */
    int start(int first) {
        return identity ? first * patch : 0;
    }

    /** Adds patches, which begin at patches[0], to the input positions that they came from. */
    void scatter(double[] patches, double[] x, int first, int count) {
        int from = 0;
        int position = first % positions;
        int base = first / positions * sample;
        for (int place = 0; place < count; place++) {
            for (int run = firstRun[position]; run < firstRun[position + 1]; run++) {
                int length = runLength[run];
                int to = runFrom[run];
                if (to >= 0 && length < 8) {
                    for (int i = 0; i < length; i++) {
                        x[base + to + i] += patches[from + i];
                    }
                } else if (to >= 0) {
                    Accumulation.add(x, base + to, patches, from, length);
                }
                from += length;
            }
            if (++position == positions) {
                position = 0;
                base += sample;
            }
        }
    }
}

package org.ketwork.neural.layer;

import java.util.Arrays;

/**
 * Which positions of its input a layer reads for each position of its output: neighbours on a lattice, images of sites under a group,
 * products in a group, or the units that a unit is connected with.
 *
 * @param inputs how many positions there are to read from
 * @param entries for each output position the input positions in the order of the kernel; −1 is absent and counts as zero. Copied.
 */
public record IndexTable(int inputs, int[][] entries) {
    public IndexTable {
        Sizes.requirePositive("number of input positions", inputs);
        Sizes.requirePositive("number of output positions", entries.length);
        entries = Arrays.stream(entries).map(int[]::clone).toArray(int[][]::new);
        for (int[] row : entries) {
            for (int entry : row) {
                if (entry < -1 || entry >= inputs) {
                    throw new IllegalArgumentException("entries of a table of " + inputs + " positions go from -1 to "
                            + (inputs - 1) + ", got " + entry);
                }
            }
        }
    }

    /** Every position reads itself only. */
    public static IndexTable identity(int positions) {
        int[][] entries = new int[positions][1];
        for (int p = 0; p < positions; p++) {
            entries[p][0] = p;
        }
        return new IndexTable(positions, entries);
    }

    /** One position that reads all. */
    public static IndexTable whole(int inputs) {
        int[][] entries = new int[1][inputs];
        for (int i = 0; i < inputs; i++) {
            entries[0][i] = i;
        }
        return new IndexTable(inputs, entries);
    }

    /** The number of output positions. */
    public int outputs() {
        return entries.length;
    }

    /** The number of entries of every output position; fails if they have different numbers. */
    public int kernel() {
        int kernel = entries[0].length;
        for (int[] row : entries) {
            if (row.length != kernel) {
                throw new IllegalArgumentException(
                        "all positions must read equally many, got " + kernel + " and " + row.length);
            }
        }
        return kernel;
    }

    /** Whether every position reads itself only. */
    boolean isIdentity() {
        if (inputs != entries.length) {
            return false;
        }
        for (int p = 0; p < inputs; p++) {
            if (entries[p].length != 1 || entries[p][0] != p) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexTable that && inputs == that.inputs && Arrays.deepEquals(entries, that.entries);
    }

    @Override
    public int hashCode() {
        return 31 * inputs + Arrays.deepHashCode(entries);
    }

    @Override
    public String toString() {
        return "IndexTable[" + inputs + " -> " + entries.length + "]";
    }
}

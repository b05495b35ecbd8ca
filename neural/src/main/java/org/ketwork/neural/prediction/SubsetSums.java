package org.ketwork.neural.prediction;

import java.util.Arrays;
import org.ketwork.numerics.kernel.Accumulation;
import org.ketwork.numerics.matrix.Matrix;

/**
 * Many sums b + Σ_{i kept} h_i w_i over random subsets of the same rows h_i w_i, by the method of the four Russians (Arlazarov,
 * Dinic, Kronrod, Faradzhev 1970): rows are taken in fours, the 16 sums of each four are tabulated, and a subset adds one
 * tabulated row a four. Rows with h_i = 0 (silent units) are left out beforehand.
 */
final class SubsetSums {
    /** Rows in a group, and outputs in a tile; the tables of four groups over one tile fill the nearest cache. */
    private static final int GROUP = 4;

    private static final int ENTRIES = 1 << GROUP;
    private static final int TILE = 64;

    private final int outputs;
    private final double[] bias;
    private final long[] active;
    private final int groups;
    /** Of shape (tiles, groups, 16, tile); the groups are filled up to a multiple of four with zeros. */
    private final double[] table;

    private byte[] chosen = {};
    private int subsets;

    /**
     * @param h values, one per row
     * @param weights w, of shape (rows, outputs)
     */
    SubsetSums(double[] h, double scale, Matrix weights, double[] bias) {
        this.outputs = weights.columns();
        this.bias = bias;
        this.active = new long[(h.length + 63) >>> 6];
        for (int i = 0; i < h.length; i++) {
            active[i >>> 6] |= h[i] == 0 ? 0 : 1L << i;
        }
        int count = 0;
        for (long word : active) {
            count += groupsOf(word);
        }
        this.groups = (count + 3) / 4 * 4;
        this.table = tabulate(h, scale, weights);
    }

    /** Groups do not reach from one word of the mask into the next. */
    private static int groupsOf(long word) {
        return (Long.bitCount(word) + GROUP - 1) / GROUP;
    }

    private double[] tabulate(double[] h, double scale, Matrix weights) {
        int tiles = (outputs + TILE - 1) / TILE;
        double[] sums = new double[tiles * groups * ENTRIES * TILE];
        int group = 0;
        for (int w = 0; w < active.length; w++) {
            long rest = active[w];
            for (int inWord = 0; inWord < groupsOf(active[w]); inWord++, group++) {
                for (int bit = 0; bit < GROUP && rest != 0; bit++) {
                    int row = (w << 6) + Long.numberOfTrailingZeros(rest);
                    rest &= rest - 1;
                    addRow(sums, group, bit, h[row] * scale, weights.data(), row);
                }
            }
        }
        return sums;
    }

    /** Entries with the new bit are the entries without it plus the new row. */
    private void addRow(double[] sums, int group, int bit, double factor, double[] weights, int row) {
        for (int start = 0; start < outputs; start += TILE) {
            int width = Math.min(TILE, outputs - start);
            int base = tableOffset(start, group);
            for (int entry = 1 << bit; entry < 1 << (bit + 1); entry++) {
                int to = base + entry * TILE;
                int from = base + (entry - (1 << bit)) * TILE;
                for (int j = 0; j < width; j++) {
                    sums[to + j] = sums[from + j] + factor * weights[row * outputs + start + j];
                }
            }
        }
        // Without further rows the higher entries are never chosen.
    }

    private int tableOffset(int start, int group) {
        return (start / TILE * groups + group) * ENTRIES * TILE;
    }

    /** Prepares for this many subsets. */
    void begin(int count) {
        subsets = count;
        if (chosen.length < count * groups) {
            chosen = new byte[count * groups];
        }
        Arrays.fill(chosen, (byte) 0);
    }

    /** States a subset: bit i of word w keeps row 64 w + i. */
    void choose(int subset, long[] kept) {
        int at = subset * groups;
        for (int w = 0; w < active.length; w++) {
            long bits = Long.compress(kept[w], active[w]);
            for (int inWord = groupsOf(active[w]); inWord > 0; inWord--) {
                chosen[at++] = (byte) (bits & (ENTRIES - 1));
                bits >>>= GROUP;
            }
        }
    }

    /** Writes the sums of all subsets, of shape (subsets, outputs). */
    void sum(double[] target) {
        for (int subset = 0; subset < subsets; subset++) {
            System.arraycopy(bias, 0, target, subset * outputs, outputs);
        }
        for (int start = 0; start < outputs; start += TILE) {
            int width = Math.min(TILE, outputs - start);
            for (int group = 0; group < groups; group += 4) {
                int base = tableOffset(start, group);
                for (int subset = 0; subset < subsets; subset++) {
                    int at = subset * groups + group;
                    Accumulation.addFour(
                            target,
                            subset * outputs + start,
                            table,
                            base + chosen[at] * TILE,
                            base + (ENTRIES + chosen[at + 1]) * TILE,
                            base + (2 * ENTRIES + chosen[at + 2]) * TILE,
                            base + (3 * ENTRIES + chosen[at + 3]) * TILE,
                            width);
                }
            }
        }
    }
}

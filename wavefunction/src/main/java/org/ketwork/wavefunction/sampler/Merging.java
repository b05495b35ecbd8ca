package org.ketwork.wavefunction.sampler;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;

/** Draws, merged into a sample: equal configurations are held once, in the order of their first draw. */
final class Merging {
    /** Eight levels at once. */
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private Merging() {}

    /**
     * Merges the draws of chains.
     *
     * @param draws (chains, length) rows
     */
    static Sample merged(Configurations draws, int chains, int length) {
        StateSpace space = draws.space();
        int n = space.sites();
        byte[] from = draws.levels();
        byte[] kept = new byte[chains * length * n];
        int[] counts = new int[chains * length];
        int[][] indices = new int[chains][length];
        int[] table = new int[Integer.highestOneBit(Math.max(2, chains * length)) * 4];
        Arrays.fill(table, -1);
        int rows = 0;
        for (int c = 0; c < chains; c++) {
            for (int t = 0; t < length; t++) {
                int offset = (c * length + t) * n;
                int slot = (int) (hash(from, offset, n) >>> 33) & (table.length - 1);
                while (table[slot] >= 0 && !same(from, offset, kept, table[slot] * n, n)) {
                    slot = (slot + 1) & (table.length - 1);
                }
                if (table[slot] < 0) {
                    table[slot] = rows;
                    System.arraycopy(from, offset, kept, rows * n, n);
                    rows++;
                }
                counts[table[slot]]++;
                indices[c][t] = table[slot];
            }
        }
        double[] weights = new double[rows];
        double draw = 1.0 / ((double) chains * length);
        for (int i = 0; i < rows; i++) {
            weights[i] = counts[i] * draw;
        }
        return new Sample(new Configurations(space, rows, Arrays.copyOf(kept, rows * n)), weights, indices);
    }

    private static boolean same(byte[] a, int atA, byte[] b, int atB, int n) {
        return Arrays.equals(a, atA, atA + n, b, atB, atB + n);
    }

    private static long hash(byte[] levels, int offset, int n) {
        long hash = n;
        int i = 0;
        for (; i + Long.BYTES <= n; i += Long.BYTES) {
            hash = mixed(hash ^ (long) WORDS.get(levels, offset + i));
        }
        for (; i < n; i++) {
            hash = mixed(hash ^ levels[offset + i]);
        }
        return hash;
    }

    private static long mixed(long hash) {
        long product = hash * MULTIPLIER;
        return product ^ product >>> 29;
    }
}

package org.ketwork.numerics.random;

import org.apache.commons.rng.UniformRandomProvider;

/** A sequential generator at one address: its n-th draw depends on the address and on n only. Not for use by several threads. */
public final class RandomStream implements UniformRandomProvider {
    private final long key0;
    private final long key1;
    private final long[] block = new long[4];
    private long blocks;
    private int used = 4;
    private double spareNormal = Double.NaN;

    RandomStream(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    @Override
    public long nextLong() {
        if (used == 4) {
            block[0] = blocks++;
            block[1] = 0;
            block[2] = 0;
            block[3] = RandomAddress.STREAM;
            Philox.encrypt(block, key0, key1);
            used = 0;
        }
        return block[used++];
    }

    /** A standard normal number (Marsaglia's polar method). */
    public double nextNormal() {
        if (!Double.isNaN(spareNormal)) {
            double spare = spareNormal;
            spareNormal = Double.NaN;
            return spare;
        }
        while (true) {
            double x = 2 * nextDouble() - 1;
            double y = 2 * nextDouble() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                double factor = Math.sqrt(-2 * Math.log(square) / square);
                spareNormal = y * factor;
                return x * factor;
            }
        }
    }

    /** The numbers 0 to n-1 in uniformly random order (Fisher and Yates). */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** k different numbers out of 0 to n-1, in random order. */
    public int[] choice(int n, int k) {
        if (k < 0 || k > n) {
            throw new IllegalArgumentException("cannot choose " + k + " out of " + n);
        }
        int[] pool = new int[n];
        for (int i = 0; i < n; i++) {
            pool[i] = i;
        }
        int[] chosen = new int[k];
        for (int i = 0; i < k; i++) {
            int j = i + nextInt(n - i);
            chosen[i] = pool[j];
            pool[j] = pool[i];
        }
        return chosen;
    }
}

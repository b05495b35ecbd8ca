package org.ketwork.numerics.random;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A place in the tree of random numbers. The root is a seed; {@link #at(String)} and {@link #at(long...)} lead to a purpose and
 * to indices below it. A number depends on its address alone: not on the thread that asks, nor on what was asked before.
 *
 * <p>{@code RandomAddress.root(seed).at("mask").at(layer, step).uniform(unit)} is the same number for ever.
 */
public final class RandomAddress {
    /** Separates the counter blocks of children, of numbers of each law and of streams under one key. */
    private static final long CHILD_BY_INDEX = 1;

    private static final long CHILD_BY_NAME = 2;
    private static final long UNIFORM = 3;
    private static final long NORMAL = 5;
    static final long STREAM = 4;

    private final long key0;
    private final long key1;

    private RandomAddress(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /** The top of the tree of one seed. */
    public static RandomAddress root(long seed) {
        return new RandomAddress(seed, 0x6b6574776f726bL).child(0, CHILD_BY_INDEX);
    }

    /** The address below this one that is named after a purpose. */
    public RandomAddress at(String purpose) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return child(hash, CHILD_BY_NAME);
    }

    /** The address below this one with the given indices, one level per index. */
    public RandomAddress at(long... indices) {
        RandomAddress address = this;
        for (long index : indices) {
            address = address.child(index, CHILD_BY_INDEX);
        }
        return address;
    }

    private RandomAddress child(long index, long kind) {
        long[] block = {index, 0, 0, kind};
        Philox.encrypt(block, key0, key1);
        return new RandomAddress(block[0], block[1]);
    }

    /** Number {@code index} at this address, uniform in [0, 1) on the multiples of 2^-53. */
    public double uniform(long index) {
        long[] block = {index >>> 2, 0, 0, UNIFORM};
        Philox.encrypt(block, key0, key1);
        return unit(block[(int) index & 3]);
    }

    /** Whether uniform number {@code index} at this address lies below p. */
    public boolean bernoulli(long index, double p) {
        return uniform(index) < p;
    }

    /** Number {@code index} at this address, standard normal (Box and Muller 1958), independent of the uniform numbers. */
    public double normal(long index) {
        long[] block = {index >>> 2, 0, 0, NORMAL};
        Philox.encrypt(block, key0, key1);
        int pair = (int) index & 2;
        double angle = 2 * Math.PI * unit(block[pair + 1]);
        return radius(block[pair]) * ((index & 1) == 0 ? Math.cos(angle) : Math.sin(angle));
    }

    /** Fills the array with the uniform numbers 0, 1, ... of this address, the same that {@link #uniform} gives one by one. */
    public void fillUniform(double[] target) {
        fillUniform(target, 0, target.length, 0);
    }

    /** Puts the uniform numbers first, ..., first + length - 1 of this address to target[offset ...]. */
    public void fillUniform(double[] target, int offset, int length, long first) {
        Objects.checkFromIndexSize(offset, length, target.length);
        long[] block = new long[4];
        for (int i = 0; i < length; i++) {
            long index = first + i;
            if (i == 0 || (index & 3) == 0) {
                load(block, index >>> 2, UNIFORM);
            }
            target[offset + i] = unit(block[(int) index & 3]);
        }
    }

    /** Fills the array with the normal numbers 0, 1, ... of this address, the same that {@link #normal} gives one by one. */
    public void fillNormal(double[] target) {
        long[] block = new long[4];
        for (int i = 0; i < target.length; i += 2) {
            if ((i & 3) == 0) {
                load(block, i >>> 2, NORMAL);
            }
            double radius = radius(block[i & 2]);
            double angle = 2 * Math.PI * unit(block[(i & 2) + 1]);
            target[i] = radius * Math.cos(angle);
            if (i + 1 < target.length) {
                target[i + 1] = radius * Math.sin(angle);
            }
        }
    }

    private void load(long[] block, long number, long kind) {
        block[0] = number;
        block[1] = 0;
        block[2] = 0;
        block[3] = kind;
        Philox.encrypt(block, key0, key1);
    }

    private static double radius(long word) {
        return Math.sqrt(-2 * Math.log(1 - unit(word)));
    }

    /** A sequential generator that starts at this address, for algorithms whose count of draws is not known beforehand. */
    public RandomStream stream() {
        return new RandomStream(key0, key1);
    }

    static double unit(long word) {
        return (word >>> 11) * 0x1.0p-53;
    }
}

package org.ketwork.numerics.random;

import java.nio.charset.StandardCharsets;

/**
 * A place in the tree of random numbers. The root is a seed; {@link #at(String)} and {@link #at(long...)} lead to a purpose and
 * to indices below it. A number depends on its address alone: not on the thread that asks, nor on what was asked before.
 *
 * <p>{@code RandomAddress.root(seed).at("mask").at(layer, step).uniform(unit)} is the same number for ever.
 */
public final class RandomAddress {
    /** Separates the counter blocks of children, of indexed numbers and of streams under one key. */
    private static final long CHILD_BY_INDEX = 1;

    private static final long CHILD_BY_NAME = 2;
    private static final long NUMBERS = 3;
    static final long STREAM = 4;

    private final long key0;
    private final long key1;

    private RandomAddress(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

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
        long[] block = {index, 0, 0, NUMBERS};
        Philox.encrypt(block, key0, key1);
        return unit(block[0]);
    }

    /** Whether number {@code index} at this address lies below p. */
    public boolean bernoulli(long index, double p) {
        return uniform(index) < p;
    }

    /** Number {@code index} at this address, standard normal (Box and Muller 1958). */
    public double normal(long index) {
        long[] block = {index, 0, 0, NUMBERS};
        Philox.encrypt(block, key0, key1);
        double radius = Math.sqrt(-2 * Math.log(1 - unit(block[0])));
        return radius * Math.cos(2 * Math.PI * unit(block[1]));
    }

    /** Fills the array with the uniform numbers 0, 1, ... of this address, the same that {@link #uniform} gives one by one. */
    public void fillUniform(double[] target) {
        long[] block = new long[4];
        for (int i = 0; i < target.length; i++) {
            block[0] = i;
            block[1] = 0;
            block[2] = 0;
            block[3] = NUMBERS;
            Philox.encrypt(block, key0, key1);
            target[i] = unit(block[0]);
        }
    }

    /** A sequential generator that starts at this address, for algorithms whose count of draws is not known beforehand. */
    public RandomStream stream() {
        return new RandomStream(key0, key1);
    }

    static double unit(long word) {
        return (word >>> 11) * 0x1.0p-53;
    }
}

package org.ketwork.numerics.file;

import java.nio.file.Path;

/** A memory-mapped npy file in C order, read in blocks, so that it may be larger than memory. Thread-safe. */
public final class NpyFile implements AutoCloseable {
    private NpyFile() {}

    public static NpyFile open(Path file) {
        throw new UnsupportedOperationException();
    }

    /** Lengths of the axes. */
    public long[] shape() {
        throw new UnsupportedOperationException();
    }

    /** Number of values. */
    public long size() {
        throw new UnsupportedOperationException();
    }

    /** Copies the values offset, ..., offset + length - 1 (C order) to target[0..length-1]. */
    public void read(long offset, int length, double[] target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}

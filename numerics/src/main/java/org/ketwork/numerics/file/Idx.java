package org.ketwork.numerics.file;

import java.nio.file.Path;

/** The idx files of the MNIST family: big-endian, unsigned and signed bytes, shorts, ints, floats, doubles; plain or gzipped. */
public final class Idx {
    private Idx() {}

    public static NdArray read(Path file) {
        throw new UnsupportedOperationException();
    }

    /** Writes doubles (type 0x0E). */
    public static void write(Path file, NdArray array) {
        throw new UnsupportedOperationException();
    }
}

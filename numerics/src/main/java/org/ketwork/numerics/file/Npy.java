package org.ketwork.numerics.file;

import java.nio.file.Path;

/**
 * NumPy's npy files, versions 1 to 3. Reads boolean, integer and floating arrays of either byte order, in C or Fortran order, as
 * doubles; writes little-endian doubles in C order, the header padded to 64 bytes as NumPy does. Integers beyond 2^53 are refused.
 */
public final class Npy {
    private Npy() {}

    public static NdArray read(Path file) {
        throw new UnsupportedOperationException();
    }

    public static void write(Path file, NdArray array) {
        throw new UnsupportedOperationException();
    }
}

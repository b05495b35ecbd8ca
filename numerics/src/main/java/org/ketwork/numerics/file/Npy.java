package org.ketwork.numerics.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * NumPy's npy files, versions 1 to 3 (NEP 1). Reads booleans, integers and floating numbers of either byte order, in C or Fortran
 * order, as doubles; writes little-endian doubles in C order, the header padded to 64 bytes as NumPy does. Integers beyond 2^53
 * and pickled objects are refused. {@link NpyFile} reads in blocks.
 */
public final class Npy {
    private Npy() {}

    public static NdArray read(Path file) {
        try (NpyFile mapped = NpyFile.open(file)) {
            return mapped.readAll();
        }
    }

    public static void write(Path file, NdArray array) {
        AtomicFile.write(file, out -> write(array, out));
    }

    static void write(NdArray array, OutputStream out) throws IOException {
        out.write(NpyHeader.forDoubles(array.shape()));
        ElementType.DOUBLE.encode(array.data(), out);
    }

    /**
     * Reads an array from a stream of known length.
     *
     * @param present bytes in the stream
     * @param compressed bytes they take on disk
     */
    static NdArray read(String file, String what, InputStream in, long present, long compressed) throws IOException {
        NpyHeader header = NpyHeader.read(file, in);
        long size = Limits.size(file, header.shape());
        long bytes = size * header.type().bytes();
        Limits.requireBytes(file, header.shape(), bytes, present - header.bytes());
        Limits.requireInflatable(file, bytes, compressed);
        int[] shape = Limits.lengths(file, header.shape());
        double[] data = Limits.allocate(file, size);
        header.type().decode(file, what, in, data);
        return new NdArray(shape, header.fortranOrder() && shape.length > 1 ? toC(file, header.shape(), data) : data);
    }

    private static double[] toC(String file, long[] shape, double[] fortran) {
        double[] ordered = Limits.allocate(file, fortran.length);
        if (fortran.length > 0) {
            FortranOrder order = new FortranOrder(shape, 0);
            for (int i = 0; i < ordered.length; i++) {
                ordered[i] = fortran[(int) order.next()];
            }
        }
        return ordered;
    }
}

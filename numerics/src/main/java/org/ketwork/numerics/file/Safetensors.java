package org.ketwork.numerics.file;

import java.nio.file.Path;
import java.util.Map;

/** Safetensors: an 8-byte length, a JSON header of names, types, shapes and offsets, then the little-endian values. Reads F64 and F32; writes F64. */
public final class Safetensors {
    private Safetensors() {}

    /** Tensors by name, in the order of the header. */
    public static Map<String, NdArray> read(Path file) {
        throw new UnsupportedOperationException();
    }

    public static void write(Path file, Map<String, NdArray> tensors) {
        write(file, tensors, Map.of());
    }

    /** With free text in the header's {@code __metadata__}. */
    public static void write(Path file, Map<String, NdArray> tensors, Map<String, String> metadata) {
        throw new UnsupportedOperationException();
    }
}

package org.ketwork.numerics.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** NumPy's npz archives: a zip of npy members, stored or deflated. Names are without ".npy". */
public final class Npz {
    private Npz() {}

    /** Names of the members, in the order of the archive. */
    public static List<String> names(Path file) {
        throw new UnsupportedOperationException();
    }

    /** One member; an absent name is an error that lists the present ones. */
    public static NdArray read(Path file, String name) {
        throw new UnsupportedOperationException();
    }

    /** All members, in the order of the archive. */
    public static Map<String, NdArray> read(Path file) {
        throw new UnsupportedOperationException();
    }

    /** Writes a stored (uncompressed) archive with the members in the order of the map. */
    public static void write(Path file, Map<String, NdArray> arrays) {
        throw new UnsupportedOperationException();
    }
}

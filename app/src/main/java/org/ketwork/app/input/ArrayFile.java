package org.ketwork.app.input;

import java.nio.file.Path;
import org.ketwork.numerics.file.Csv;
import org.ketwork.numerics.file.Idx;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.file.Npy;
import org.ketwork.numerics.file.Npz;

/** An array from npy, npz (by name), csv (all columns) or idx. */
public final class ArrayFile {
    private ArrayFile() {}

    public static NdArray read(Path file, String nameInNpz) {
        return switch (PredictionFile.ending(file)) {
            case "npy" -> Npy.read(file);
            case "npz" -> Npz.read(file, nameInNpz);
            case "csv" -> Csv.read(file).toArray();
            default -> Idx.read(file);
        };
    }
}

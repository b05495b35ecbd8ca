package org.ketwork.app.input;

import java.nio.file.Path;
import java.util.Arrays;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.Csv;
import org.ketwork.numerics.file.Idx;
import org.ketwork.numerics.file.Npy;
import org.ketwork.numerics.file.Npz;
import org.ketwork.numerics.file.Table;

/** True classes: npy, npz (array {@code labels}), csv (column {@code label}, or its only column), or idx; one number a sample. */
public final class LabelFile {
    private LabelFile() {}

    /** @throws InvalidInputException if there is not one class from 0 to classes - 1 for each sample */
    public static int[] read(Path file, int samples, int classes) {
        double[] values = switch (PredictionFile.ending(file)) {
            case "npy" -> Npy.read(file).data();
            case "npz" -> Npz.read(file, "labels").data();
            case "csv" -> column(file, Csv.read(file));
            default -> Idx.read(file).data();
        };
        return labels(file.toString(), values, samples, classes);
    }

    private static double[] column(Path file, Table table) {
        if (table.names().size() == 1) {
            return table.columns()[0];
        }
        return About.file(file, () -> table.column("label"));
    }

    static int[] labels(String where, double[] values, int samples, int classes) {
        if (values.length != samples) {
            throw new InvalidInputException(
                    where + " has " + values.length + " labels; the predictions have " + samples + " samples");
        }
        for (int i = 0; i < values.length; i++) {
            double v = values[i];
            if (!(v >= 0 && v < classes && v == Math.rint(v))) {
                throw new InvalidInputException(where + ": the label of sample " + i
                        + " must be a whole number from 0 to " + (classes - 1) + ", got " + v);
            }
        }
        return Arrays.stream(values).mapToInt(v -> (int) v).toArray();
    }
}

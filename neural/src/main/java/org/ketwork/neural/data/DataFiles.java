package org.ketwork.neural.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.Csv;
import org.ketwork.numerics.file.Idx;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.file.Npy;
import org.ketwork.numerics.file.Npz;
import org.ketwork.numerics.file.Table;
import org.ketwork.numerics.matrix.Matrix;

/** A user's own data from files. Every fault of a file is an {@link InvalidInputException} that names the file. */
public final class DataFiles {
    /** The largest class number taken from a file; more is a mistaken column rather than a classification. */
    private static final int MOST_CLASSES = 100_000;

    private DataFiles() {}

    /** What the targets of a file are. */
    public enum Kind {
        /** Class numbers 0, 1, 2, ... */
        CLASSES,
        /** Real values to be predicted. */
        VALUES
    }

    /** A csv file: one column is the target, all others are features. */
    public static DataSet csv(Path file, String targetColumn, Kind kind) {
        Table table = Csv.read(file);
        if (!table.has(targetColumn)) {
            throw new InvalidInputException(file + " has no column \"" + targetColumn + "\"; its columns are "
                    + String.join(", ", table.names()));
        }
        List<String> names =
                table.names().stream().filter(n -> !n.equals(targetColumn)).toList();
        Matrix features = Matrix.zeros(table.rows(), names.size());
        for (int j = 0; j < names.size(); j++) {
            double[] column = table.column(names.get(j));
            for (int i = 0; i < column.length; i++) {
                features.set(i, j, column[i]);
            }
        }
        NdArray targets = NdArray.vector(table.column(targetColumn));
        return assemble(file, file, features, targets, List.of(targetColumn), names, kind);
    }

    /** An npz archive with the members {@code features}, of shape (samples, ...), and {@code targets}, of shape (samples) or (samples, outputs). */
    public static DataSet npz(Path file, Kind kind) {
        return assemble(file, file, Npz.read(file, "features"), Npz.read(file, "targets"), kind);
    }

    /** Two files, npy or idx (also gzipped), one with the features of shape (samples, ...) and one with the targets. */
    public static DataSet arrays(Path features, Path targets, Kind kind) {
        return assemble(features, targets, array(features), array(targets), kind);
    }

    private static NdArray array(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".npy") ? Npy.read(file) : Idx.read(file);
    }

    private static DataSet assemble(Path file, Path targetFile, NdArray features, NdArray targets, Kind kind) {
        if (features.rank() < 2) {
            throw new InvalidInputException(
                    file + " must hold features of shape (samples, ...), got " + Arrays.toString(features.shape()));
        }
        int samples = features.length(0);
        int width = samples == 0 ? 0 : features.size() / samples;
        List<String> names = IntStream.range(0, width).mapToObj(i -> "x" + i).toList();
        int outputs = targets.rank() == 2 ? targets.length(1) : 1;
        List<String> outputNames =
                IntStream.range(0, outputs).mapToObj(i -> "y" + i).toList();
        return assemble(
                file, targetFile, Matrix.wrap(samples, width, features.data()), targets, outputNames, names, kind);
    }

    private static DataSet assemble(
            Path file,
            Path targetFile,
            Matrix features,
            NdArray targets,
            List<String> outputNames,
            List<String> names,
            Kind kind) {
        int samples = features.rows();
        if (samples == 0 || targets.rank() == 0 || targets.rank() > 2 || targets.length(0) != samples) {
            throw new InvalidInputException(
                    file + " has " + samples + " samples, but targets of shape " + Arrays.toString(targets.shape()));
        }
        if (features.columns() == 0) {
            throw new InvalidInputException(file + " has no features");
        }
        requireFinite(file, "features", features.data());
        requireFinite(targetFile, "targets", targets.data());
        Targets typed = switch (kind) {
            case CLASSES -> labels(targetFile, targets);
            case VALUES -> new Targets.Values(Matrix.wrap(samples, outputNames.size(), targets.data()), outputNames);
        };
        boolean one = file.equals(targetFile);
        Provenance provenance = new Provenance(
                one ? file.toString() : file + " and " + targetFile,
                "the user's own",
                one ? DataSets.sha256(bytes(file)) : DataSets.sha256(bytes(file), bytes(targetFile)));
        return new DataSet(file.getFileName().toString(), features, typed, names, provenance);
    }

    private static Targets.Labels labels(Path file, NdArray targets) {
        double[] values = targets.data();
        if (targets.size() != targets.length(0)) {
            throw new InvalidInputException(
                    file + " must hold one class per sample, got shape " + Arrays.toString(targets.shape()));
        }
        int[] classes = new int[values.length];
        int most = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != Math.rint(values[i]) || values[i] < 0 || values[i] >= MOST_CLASSES) {
                throw new InvalidInputException(
                        file + " must hold classes 0, 1, 2, ..., got " + values[i] + " for sample " + i);
            }
            classes[i] = (int) values[i];
            most = Math.max(most, classes[i]);
        }
        return new Targets.Labels(
                classes,
                IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList());
    }

    private static void requireFinite(Path file, String what, double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new InvalidInputException("the " + what + " in " + file + " must be finite, got " + value);
            }
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}

package org.ketwork.app.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ketwork.app.input.About;
import org.ketwork.app.input.ArrayFile;
import org.ketwork.app.input.DidYouMean;
import org.ketwork.app.input.FileIdentity;
import org.ketwork.neural.data.DataSet;
import org.ketwork.neural.data.DataSets;
import org.ketwork.neural.data.Provenance;
import org.ketwork.neural.data.Split;
import org.ketwork.neural.data.Standardisation;
import org.ketwork.neural.data.Targets;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.Csv;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.file.Table;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/** The data of a spec, and their parts under a seed. */
record TrainData(DataSet all, List<FileIdentity> files) {
    private static final int MOST_CLASSES = 10_000;

    /** The parts of the data; all standardised by the part that is trained on. */
    record Parts(DataSet train, Optional<DataSet> validation, Optional<DataSet> test) {}

    /** @param folder where relative paths of the spec begin */
    static TrainData read(TrainSpec.DataSpec spec, Path folder) {
        long sources = List.of(spec.name(), spec.file(), spec.features()).stream()
                .filter(Optional::isPresent)
                .count();
        if (sources != 1) {
            throw new InvalidInputException(
                    "data needs exactly one of name (" + String.join(", ", DataSets.names()) + "), file and features");
        }
        if (spec.name().isPresent()) {
            String name = spec.name().get();
            if (!DataSets.names().contains(name)) {
                throw new InvalidInputException(
                        "data.name: there is no data set " + name + DidYouMean.suffix(name, DataSets.names())
                                + " (allowed: " + String.join(", ", DataSets.names()) + ")");
            }
            return new TrainData(DataSets.named(name), List.of());
        }
        return spec.file().isPresent()
                ? table(spec, folder.resolve(spec.file().get()))
                : arrays(spec, folder.resolve(spec.features().orElseThrow()), folder);
    }

    private static TrainData table(TrainSpec.DataSpec spec, Path file) {
        String target = spec.target()
                .orElseThrow(
                        () -> new InvalidInputException("data.target, the name of the column to predict, is missing"));
        Table table = Csv.read(file);
        double[] targets = About.file(file, () -> table.column(target));
        List<String> names =
                table.names().stream().filter(n -> !n.equals(target)).toList();
        Matrix features = Matrix.zeros(table.rows(), names.size());
        for (int c = 0; c < names.size(); c++) {
            double[] column = table.column(names.get(c));
            for (int r = 0; r < column.length; r++) {
                features.set(r, c, column[r]);
            }
        }
        return finite(
                file,
                features,
                targets(spec, file, Matrix.columnVector(targets)),
                names,
                List.of(FileIdentity.of(file)));
    }

    private static TrainData arrays(TrainSpec.DataSpec spec, Path file, Path folder) {
        Path targetFile = folder.resolve(spec.targets()
                .orElseThrow(() -> new InvalidInputException("data.targets, the file of what to predict, is missing")));
        NdArray x = ArrayFile.read(file, "features");
        NdArray y = ArrayFile.read(targetFile, "targets");
        if (x.rank() < 2 || y.rank() < 1 || x.length(0) != y.length(0)) {
            throw new InvalidInputException(file + " " + Arrays.toString(x.shape()) + " and " + targetFile + " "
                    + Arrays.toString(y.shape()) + " must have the shapes (samples, ...) with equally many samples");
        }
        int samples = x.length(0);
        int width = samples == 0 ? 0 : x.size() / samples;
        List<String> names = IntStream.range(0, width).mapToObj(i -> "x" + i).toList();
        Matrix targets = Matrix.wrap(samples, samples == 0 ? 0 : y.size() / samples, y.data());
        return finite(
                file,
                Matrix.wrap(samples, width, x.data()),
                targets(spec, targetFile, targets),
                names,
                List.of(FileIdentity.of(file), FileIdentity.of(targetFile)));
    }

    private static TrainData finite(
            Path file, Matrix features, Targets targets, List<String> names, List<FileIdentity> files) {
        for (int i = 0; i < features.data().length; i++) {
            if (!Double.isFinite(features.data()[i])) {
                throw new InvalidInputException(file + ": sample " + i / features.columns() + " has the feature "
                        + names.get(i % features.columns()) + " = " + features.data()[i] + "; features must be finite");
            }
        }
        Provenance provenance =
                new Provenance(file.toString(), "the user's", files.getFirst().crc32c());
        return new TrainData(
                new DataSet(String.valueOf(file.getFileName()), features, targets, names, provenance), files);
    }

    private static Targets targets(TrainSpec.DataSpec spec, Path file, Matrix values) {
        if (spec.meaning() == TrainSpec.Task.VALUES) {
            List<String> names =
                    IntStream.range(0, values.columns()).mapToObj(i -> "y" + i).toList();
            return new Targets.Values(values, names);
        }
        int[] classes = new int[values.data().length];
        for (int i = 0; i < classes.length; i++) {
            double v = values.data()[i];
            if (!(v >= 0 && v < MOST_CLASSES && v == Math.rint(v))) {
                throw new InvalidInputException(file + ": the class of sample " + i
                        + " must be a whole number from 0, got " + v + "; for real targets give data.task: values");
            }
            classes[i] = (int) v;
        }
        int count = Arrays.stream(classes).max().orElse(0) + 1;
        return new Targets.Labels(
                classes, IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }

    Parts parts(TrainSpec.DataSpec spec, RandomAddress address) {
        double test = share("data.test", spec.testShare());
        double validation = share("data.validation", spec.validationShare());
        if (test + validation >= 1) {
            throw new InvalidInputException(
                    "data.test and data.validation are shares of all samples and must leave some" + " to train on, got "
                            + test + " and " + validation);
        }
        DataSet rest = all;
        List<Optional<DataSet>> parts = new ArrayList<>();
        for (double share : new double[] {test, validation / (1 - test)}) {
            if (share == 0) {
                parts.add(Optional.empty());
                continue;
            }
            Split split = Split.of(rest, share, address.at(parts.size()));
            parts.add(Optional.of(split.test()));
            rest = split.train();
        }
        if (rest.samples() == 0) {
            throw new InvalidInputException("data: no sample is left to train on");
        }
        if (!spec.standardised()) {
            return new Parts(rest, parts.get(1), parts.get(0));
        }
        Standardisation standardisation = Standardisation.fit(rest.features());
        return new Parts(
                standardised(rest, standardisation),
                parts.get(1).map(d -> standardised(d, standardisation)),
                parts.get(0).map(d -> standardised(d, standardisation)));
    }

    private static DataSet standardised(DataSet data, Standardisation standardisation) {
        return data.withFeatures(standardisation.apply(data.features()));
    }

    private static double share(String key, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new InvalidInputException(key + " must be a share of samples in [0, 1), got " + share);
        }
        return share;
    }
}

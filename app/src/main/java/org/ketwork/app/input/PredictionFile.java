package org.ketwork.app.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ketwork.bridge.ensemble.PredictionSource;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.file.Csv;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.file.NpyFile;
import org.ketwork.numerics.file.Npz;
import org.ketwork.numerics.file.Table;

/**
 * Class probabilities, or logits, of shape (passes, samples, classes), and labels if the file has some.
 *
 * <ul>
 *   <li>npy: the array; it is mapped, so it may be larger than memory
 *   <li>npz: the array {@code probabilities} ({@code logits} for logits), and perhaps {@code labels}
 *   <li>csv: one row an element, columns {@code pass, sample, class} and {@code probability} (or {@code logit}), numbered from 0
 * </ul>
 */
public final class PredictionFile implements AutoCloseable {
    private static final String LABELS = "labels";

    private final Path file;
    private final PredictionSource source;
    private final Optional<double[]> labels;
    private final Optional<NpyFile> mapped;

    private PredictionFile(Path file, PredictionSource source, Optional<double[]> labels, Optional<NpyFile> mapped) {
        this.file = file;
        this.source = source;
        this.labels = labels;
        this.mapped = mapped;
    }

    /** @throws InvalidInputException if the file is none of these */
    public static PredictionFile open(Path file, boolean logits) {
        return switch (ending(file)) {
            case "npy" -> {
                NpyFile mapped = NpyFile.open(file);
                try {
                    PredictionSource source = About.file(file, () -> reading(PredictionSource.of(mapped), logits));
                    yield new PredictionFile(file, source, Optional.empty(), Optional.of(mapped));
                } catch (InvalidInputException e) {
                    mapped.close();
                    throw e;
                }
            }
            case "npz" -> {
                List<String> names = Npz.names(file);
                String name = logits && names.contains("logits") ? "logits" : "probabilities";
                NdArray array = Npz.read(file, name);
                Optional<double[]> labels = names.contains(LABELS)
                        ? Optional.of(Npz.read(file, LABELS).data())
                        : Optional.empty();
                PredictionSource source = About.file(file, () -> reading(PredictionSource.of(array), logits));
                yield new PredictionFile(file, source, labels, Optional.empty());
            }
            case "csv" -> {
                Table table = Csv.read(file);
                String value = logits && table.has("logit") ? "logit" : "probability";
                PredictionSource source = About.file(
                        file,
                        () -> reading(PredictionSource.of(table.pivot(value, "pass", "sample", "class")), logits));
                yield new PredictionFile(file, source, Optional.empty(), Optional.empty());
            }
            default ->
                throw new InvalidInputException(
                        file + " has none of the endings npy, npz and csv, which say how predictions are stored");
        };
    }

    private static PredictionSource reading(PredictionSource source, boolean logits) {
        if (source.classes() < 2) {
            throw new InvalidInputException("predictions need at least two classes, got shape (" + source.passes()
                    + ", " + source.samples() + ", " + source.classes()
                    + "); for a yes-or-no network store both probabilities, 1 - p and p");
        }
        return logits ? PredictionSource.softmaxOf(source) : source;
    }

    static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    public Path path() {
        return file;
    }

    public PredictionSource source() {
        return source;
    }

    /** The labels that came with the predictions. */
    public Optional<int[]> labels() {
        return labels.map(l -> LabelFile.labels(file + " (array labels)", l, source.samples(), source.classes()));
    }

    @Override
    public void close() {
        mapped.ifPresent(NpyFile::close);
    }
}

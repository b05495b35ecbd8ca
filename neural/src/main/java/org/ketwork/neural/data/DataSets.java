package org.ketwork.neural.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.Matrix;

/** The data sets in the jar: small, real, redistributable. */
public final class DataSets {
    private DataSets() {}

    /** What a user types to get a data set. */
    public static List<String> names() {
        return List.of("digits", "breast-cancer", "wine", "diabetes");
    }

    /**
     * The data set of that name.
     *
     * @throws InvalidInputException if there is none
     */
    public static DataSet named(String name) {
        return switch (name) {
            case "digits" -> digits();
            case "breast-cancer" -> breastCancer();
            case "wine" -> wine();
            case "diabetes" -> diabetes();
            default ->
                throw new InvalidInputException(
                        "there is no data set \"" + name + "\"; the data sets are " + String.join(", ", names()));
        };
    }

    /** 1797 handwritten digits of 8x8 pixels, 0 to 16, in 10 classes. */
    public static DataSet digits() {
        return labelled(
                "digits",
                IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
                "UCI Machine Learning Repository, Optical Recognition of Handwritten Digits"
                        + " (E. Alpaydin, C. Kaynak, 1998), its test part",
                "CC BY 4.0");
    }

    /** 569 breast tumours by 30 features of their cell nuclei, malignant or benign. */
    public static DataSet breastCancer() {
        return labelled(
                "breast-cancer",
                List.of("malignant", "benign"),
                "UCI Machine Learning Repository, Breast Cancer Wisconsin (Diagnostic)"
                        + " (W. Wolberg, O. Mangasarian, N. Street, W. Street, 1993)",
                "CC BY 4.0");
    }

    /** 178 wines by 13 chemical features, of 3 cultivars. */
    public static DataSet wine() {
        return labelled(
                "wine",
                List.of("cultivar 1", "cultivar 2", "cultivar 3"),
                "UCI Machine Learning Repository, Wine (S. Aeberhard, M. Forina, 1992)",
                "CC BY 4.0");
    }

    /** 442 diabetes patients by 10 raw features; the target is the progression of the disease after a year. */
    public static DataSet diabetes() {
        Table table = load("diabetes");
        return new DataSet(
                "diabetes",
                table.features(),
                new Targets.Values(Matrix.columnVector(table.last()), List.of(table.lastName())),
                table.featureNames(),
                new Provenance(
                        "B. Efron, T. Hastie, I. Johnstone, R. Tibshirani, Least Angle Regression, Annals of Statistics 2004",
                        "published with the paper for free use",
                        table.sha256()));
    }

    private static DataSet labelled(String name, List<String> classNames, String source, String licence) {
        Table table = load(name);
        int[] classes = new int[table.last().length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (int) table.last()[i];
        }
        return new DataSet(
                name,
                table.features(),
                new Targets.Labels(classes, classNames),
                table.featureNames(),
                new Provenance(source, licence, table.sha256()));
    }

    /** All columns but the last are features. */
    private record Table(Matrix features, double[] last, List<String> featureNames, String lastName, String sha256) {}

    private static Table load(String name) {
        byte[] bytes = bytes(name + ".csv");
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        List<String> header = List.of(lines.getFirst().split(","));
        int width = header.size() - 1;
        int samples = lines.size() - 1;
        Matrix features = Matrix.zeros(samples, width);
        double[] last = new double[samples];
        for (int i = 0; i < samples; i++) {
            String[] cells = lines.get(i + 1).split(",");
            for (int j = 0; j < width; j++) {
                features.set(i, j, Double.parseDouble(cells[j]));
            }
            last[i] = Double.parseDouble(cells[width]);
        }
        return new Table(features, last, header.subList(0, width), header.get(width), sha256(bytes));
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = DataSets.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks its data set " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the given bytes, one array after the other. */
    static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

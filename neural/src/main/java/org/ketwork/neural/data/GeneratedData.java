package org.ketwork.neural.data;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.Qr;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** Data made to a known truth; all numbers are functions of the address. */
public final class GeneratedData {
    private GeneratedData() {}

    /**
     * Two interleaved half circles of radius 1 with normal noise: class 0 around (cos t, sin t), class 1 around
     * (1 − cos t, 1/2 − sin t), t uniform in [0, π]. Classes alternate.
     *
     * @param noise standard deviation of each coordinate
     */
    public static DataSet twoMoons(int samples, double noise, RandomAddress address) {
        RandomStream random = address.stream();
        Matrix features = Matrix.zeros(samples, 2);
        int[] classes = new int[samples];
        for (int i = 0; i < samples; i++) {
            classes[i] = i % 2;
            double t = Math.PI * random.nextDouble();
            double x = classes[i] == 0 ? Math.cos(t) : 1 - Math.cos(t);
            double y = classes[i] == 0 ? Math.sin(t) : 0.5 - Math.sin(t);
            features.set(i, 0, x + noise * random.nextNormal());
            features.set(i, 1, y + noise * random.nextNormal());
        }
        return dataSet("two moons", features, new Targets.Labels(classes, List.of("upper", "lower")));
    }

    /**
     * A linear regression with known optimum of dropout, p* = S/(S+V).
     *
     * @param weights the true w*
     * @param signal S = ‖w*‖²
     * @param variance V = σ²d/n, the squared error of least squares
     */
    public record LinearProblem(DataSet data, double[] weights, double signal, double variance) {}

    /**
     * y = Xw* + σε on an orthonormal design, XᵀX = nI, in random directions; w* has random direction and squared norm S, and σ
     * is such that V = σ²d/n.
     */
    public static LinearProblem linearRegression(
            int samples, int features, double signal, double variance, RandomAddress address) {
        if (features < 1 || features > samples) {
            throw new IllegalArgumentException("an orthonormal design of " + samples + " samples has 1 to " + samples
                    + " features, got " + features);
        }
        if (!(signal >= 0) || !(variance >= 0)) {
            throw new IllegalArgumentException(
                    "signal and variance must not be negative, got " + signal + " and " + variance);
        }
        RandomStream random = address.stream();
        Matrix design = Qr.of(normal(random, samples, features)).q().scale(Math.sqrt(samples));
        double[] direction = normal(random, 1, features).data();
        double norm = Matrix.columnVector(direction).frobeniusNorm();
        double[] weights = new double[features];
        for (int j = 0; j < features; j++) {
            weights[j] = direction[j] / norm * Math.sqrt(signal);
        }
        double sigma = Math.sqrt(variance * samples / features);
        double[] y = design.times(weights);
        for (int i = 0; i < samples; i++) {
            y[i] += sigma * random.nextNormal();
        }
        DataSet data = dataSet("linear regression", design, new Targets.Values(Matrix.columnVector(y), List.of("y")));
        return new LinearProblem(data, weights, signal, variance);
    }

    /**
     * How strong core and spurious features are.
     *
     * @param core number of core features y μ + σ_c ε
     * @param coreDeviation σ_c
     * @param spurious number of spurious features a μ + σ_s ε
     * @param spuriousDeviation σ_s
     * @param mean μ of both kinds
     * @param correlation r, with P(a = y) = (1 + r)/2
     */
    public record SpuriousPlan(
            int core, double coreDeviation, int spurious, double spuriousDeviation, double mean, double correlation) {
        public SpuriousPlan {
            if (!(correlation >= -1 && correlation <= 1)) {
                throw new IllegalArgumentException("correlation must be in [-1, 1], got " + correlation);
            }
        }
    }

    /**
     * Labelled data with a shortcut, and the shortcut's sign.
     *
     * @param data core features first, then spurious ones; class 1 is y = 1
     * @param minority whether the shortcut points the wrong way (a ≠ y), one per sample
     */
    public record SpuriousProblem(DataSet data, boolean[] minority) {}

    /** Labels y = ±1 at even odds, with features that follow y and features that follow a sign a that mostly equals y. */
    public static SpuriousProblem spuriousFeatures(int samples, SpuriousPlan plan, RandomAddress address) {
        RandomStream random = address.stream();
        int width = plan.core() + plan.spurious();
        Matrix features = Matrix.zeros(samples, width);
        int[] classes = new int[samples];
        boolean[] minority = new boolean[samples];
        for (int i = 0; i < samples; i++) {
            classes[i] = random.nextInt(2);
            minority[i] = random.nextDouble() >= (1 + plan.correlation()) / 2;
            int y = 2 * classes[i] - 1;
            int a = minority[i] ? -y : y;
            for (int j = 0; j < width; j++) {
                boolean isCore = j < plan.core();
                double deviation = isCore ? plan.coreDeviation() : plan.spuriousDeviation();
                features.set(i, j, (isCore ? y : a) * plan.mean() + deviation * random.nextNormal());
            }
        }
        return new SpuriousProblem(
                dataSet("spurious features", features, new Targets.Labels(classes, List.of("-1", "+1"))), minority);
    }

    private static Matrix normal(RandomStream random, int rows, int columns) {
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            matrix.data()[i] = random.nextNormal();
        }
        return matrix;
    }

    private static DataSet dataSet(String name, Matrix features, Targets targets) {
        ByteBuffer bytes = ByteBuffer.allocate(features.data().length * Double.BYTES);
        bytes.asDoubleBuffer().put(features.data());
        List<String> names =
                IntStream.range(0, features.columns()).mapToObj(i -> "x" + i).toList();
        return new DataSet(
                name, features, targets, names, new Provenance("generated", "none", DataSets.sha256(bytes.array())));
    }
}

package org.ketwork.lab.claim;

import java.util.List;
import java.util.stream.IntStream;
import org.ketwork.lab.figure.Figure;

/** Small claims with every part that a real one has. */
public final class ToyClaims {
    private ToyClaims() {}

    /** A claim about the mean of uniform numbers; it holds. */
    public static Claim mean(String id) {
        return new Toy(id, 0.5);
    }

    /** The same with a wrong prediction. */
    public static Claim wrongMean(String id) {
        return new Toy(id, 0.25);
    }

    /** A claim whose experiment has a defect. */
    public static Claim broken(String id) {
        return new Broken(id);
    }

    private record Toy(String id, double predicted) implements Claim {
        @Override
        public Declaration declaration() {
            return declare(id, predicted);
        }

        @Override
        public Evidence test(Conditions conditions) {
            int n = conditions.size().choose(1000, 10_000, 100_000);
            double[] draws = IntStream.range(0, n)
                    .mapToDouble(i -> conditions.random().uniform(i))
                    .toArray();
            double mean = conditions
                                    .workers()
                                    .mapToDouble(
                                            10,
                                            block -> IntStream.range(0, n / 10)
                                                    .mapToDouble(i -> draws[block * (n / 10) + i])
                                                    .sum())
                                    .length
                            == 10
                    ? IntStream.range(0, n).mapToDouble(i -> draws[i]).average().orElseThrow()
                    : Double.NaN;
            double error = 1 / Math.sqrt(12.0 * n);
            double z = (mean - predicted) / error;
            double[] x = IntStream.rangeClosed(1, 50).mapToDouble(i -> i).toArray();
            double[] running = IntStream.rangeClosed(1, 50)
                    .mapToDouble(i -> IntStream.range(0, i)
                            .mapToDouble(j -> draws[j])
                            .average()
                            .orElseThrow())
                    .toArray();
            double[] low = IntStream.rangeClosed(1, 50)
                    .mapToDouble(i -> predicted - 2 / Math.sqrt(12.0 * i))
                    .toArray();
            double[] high = IntStream.rangeClosed(1, 50)
                    .mapToDouble(i -> predicted + 2 / Math.sqrt(12.0 * i))
                    .toArray();
            double[] level =
                    IntStream.rangeClosed(1, 50).mapToDouble(i -> predicted).toArray();
            return Evidence.builder()
                    .number("1/12", 1.0 / 12, 0.08333333333333333, 1e-15)
                    .number("1/√12", 1 / Math.sqrt(12), 0.28867513459481287, 1e-15)
                    .test(
                            "z of the mean",
                            z,
                            Math.min(1, 2 * Math.exp(-z * z / 2)),
                            0.01,
                            mean - predicted,
                            new Evidence.Interval(mean - predicted - 3 * error, mean - predicted + 3 * error, 0.997))
                    .test("a test without interval", Double.POSITIVE_INFINITY, 0, 0.01, Double.NaN)
                    .finding("mean", Math.abs(z) < 4, "the mean is " + mean)
                    .control("range", true, "all draws lie in [0, 1)")
                    .figure(new Figure.Curves(
                            "running",
                            "Running mean of the draws and two standard errors around the prediction",
                            Figure.Axis.linear("draws"),
                            Figure.Axis.linear("mean"),
                            List.of(
                                    Figure.Curve.banded("predicted", x, level, low, high),
                                    Figure.Curve.line("seen", x, running)),
                            List.of()))
                    .conclude("the mean of " + n + " draws is " + mean);
        }
    }

    private static Declaration declare(String id, double predicted) {
        return new Declaration(
                id,
                "uniform numbers have the mean " + predicted + " <really & truly>",
                "a founding document",
                "m = (1/n) Σ x_i\nx_i ~ U[0, 1)",
                List.of(new Declaration.Prediction(
                        "mean", "the mean is " + predicted, "it differs by four standard errors")),
                List.of(new Declaration.Control("range", "no draw lies outside [0, 1)")),
                0.01,
                "use uniform numbers");
    }

    private record Broken(String id) implements Claim {
        @Override
        public Declaration declaration() {
            return declare(id, 0);
        }

        @Override
        public Evidence test(Conditions conditions) {
            throw new IllegalStateException("index 7 out of bounds");
        }
    }
}

package org.ketwork.lab.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ketwork.numerics.matrix.Matrix;

/** One figure of each kind and of each difficulty: what the golden files hold. */
final class Gallery {
    private Gallery() {}

    static List<Figure> all() {
        return List.of(
                banded(),
                legendNeeded(),
                pointsWithErrors(),
                decades(),
                flat(),
                densityMatrix(),
                largeMatrix(),
                namedMatrix(),
                spectrum(),
                scores(),
                longNames());
    }

    private static double[] grid(double from, double to, int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> from + (to - from) * i / (n - 1))
                .toArray();
    }

    private static double[] map(double[] x, java.util.function.DoubleUnaryOperator f) {
        return java.util.Arrays.stream(x).map(f).toArray();
    }

    private static Figure banded() {
        double[] p = grid(0.05, 1, 60);
        double[] risk = map(p, x -> 0.35 + (x - 0.62) * (x - 0.62));
        double[] other = map(p, x -> 0.6 + 0.3 * (x - 0.3) * (x - 0.3));
        return new Figure.Curves(
                "banded",
                "Risk over the keep probability: neural and quantum side, with 95 % bands and the predicted optimum",
                Figure.Axis.linear("keep probability p"),
                Figure.Axis.linear("risk (mean squared error)"),
                List.of(
                        Figure.Curve.banded("network", p, risk, map(risk, r -> r - 0.04), map(risk, r -> r + 0.04)),
                        Figure.Curve.banded("qubit", p, other, map(other, r -> r - 0.02), map(other, r -> r + 0.02))),
                List.of(
                        new Figure.Mark("predicted 0.62", 0.62, 0.55, 0.70),
                        Figure.Mark.at("measured 0.60", 0.60),
                        Figure.Mark.at("p = 1", 1)));
    }

    private static Figure legendNeeded() {
        double[] t = grid(0, 10, 80);
        List<Figure.Curve> curves = new ArrayList<>();
        for (int k = 1; k <= 7; k++) {
            int rate = k;
            curves.add(Figure.Curve.line(
                    "dephasing rate " + k, t, map(t, x -> Math.exp(-rate * x / 4) * Math.cos(3 * x))));
        }
        return new Figure.Curves(
                "legend",
                "Seven coherences that end at one place <& need a \"legend\">",
                Figure.Axis.linear("time (1/J)"),
                Figure.Axis.linear("coherence"),
                curves,
                List.of());
    }

    private static Figure pointsWithErrors() {
        double[] x = {1, 2, 3, 4, 5, 6};
        double[] y = {0.91, 0.93, 0.935, 0.95, Double.NaN, 0.952};
        return new Figure.Curves(
                "points",
                "Measured points with errors, one undefined, beside the exact curve",
                Figure.Axis.linear("hidden units"),
                Figure.Axis.linear("accuracy"),
                List.of(
                        Figure.Curve.line("exact", x, map(x, v -> 0.96 - 0.05 / v)),
                        Figure.Curve.pointsWithErrors("measured", x, y, map(y, v -> v - 0.01), map(y, v -> v + 0.01)),
                        Figure.Curve.background("other seeds", x, map(x, v -> 0.94 - 0.05 / v)),
                        Figure.Curve.background("other seeds", x, map(x, v -> 0.95 - 0.04 / v))),
                List.of());
    }

    private static Figure decades() {
        double[] n = {1, 10, 100, 1000, 1e4, 1e5};
        return new Figure.Curves(
                "decades",
                "Errors fall with the number of passes over five decades",
                Figure.Axis.log(
                        "number of Monte Carlo passes T through the network, with masks drawn anew for each of them"),
                Figure.Axis.log("error"),
                List.of(
                        Figure.Curve.line("1/√T", n, map(n, v -> 1 / Math.sqrt(v))),
                        Figure.Curve.line("1/T", n, map(n, v -> 1 / v))),
                List.of(Figure.Mark.at("T = 30", 30)));
    }

    private static Figure flat() {
        double[] x = {0, 1, 2};
        return new Figure.Curves(
                "flat",
                "A constant",
                Figure.Axis.linear("step"),
                Figure.Axis.linear("entropy (nats)"),
                List.of(Figure.Curve.line("constant", x, new double[] {0.7, 0.7, 0.7})),
                List.of());
    }

    private static Figure densityMatrix() {
        double[] data = {0.5, 0.35, 0, -0.12, 0.35, 0.3, 0.05, 0, 0, 0.05, 0.15, Double.NaN, -0.12, 0, Double.NaN, 0.05
        };
        return new Figure.HeatMap(
                "density",
                "Density matrix of two qubits after dephasing",
                Matrix.wrap(4, 4, data),
                List.of("|00⟩", "|01⟩", "|10⟩", "|11⟩"),
                List.of("|00⟩", "|01⟩", "|10⟩", "|11⟩"));
    }

    private static Figure largeMatrix() {
        double[] data = new double[64 * 64];
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 64; j++) {
                data[64 * i + j] = Math.exp(-0.1 * Math.abs(i - j)) * Math.cos(0.4 * (i - j));
            }
        }
        return new Figure.HeatMap(
                "large", "Coherence matrix of 64 units", Matrix.wrap(64, 64, data), List.of(), List.of());
    }

    private static Figure namedMatrix() {
        double[] data = new double[24];
        for (int i = 0; i < 24; i++) {
            data[i] = i - 6;
        }
        return new Figure.HeatMap(
                "named",
                "Which score wins on which data",
                Matrix.wrap(4, 6, data),
                List.of("predictive entropy", "mutual information", "von Neumann entropy", "purity"),
                List.of("digits", "breast cancer", "diabetes", "wine", "noise", "rotated"));
    }

    private static Figure spectrum() {
        double[] v = IntStream.range(0, 40).mapToDouble(i -> Math.exp(-0.4 * i)).toArray();
        return new Figure.Bars(
                "spectrum",
                "Eigenvalues of the mixture of sub-networks",
                Figure.Axis.log("eigenvalue"),
                IntStream.range(0, 40).mapToObj(Integer::toString).toList(),
                List.of(new Figure.BarSeries("eigenvalues", v, Optional.empty())));
    }

    private static Figure scores() {
        return new Figure.Bars(
                "scores",
                "Area under the curve of each score, with standard errors",
                Figure.Axis.linear("AUROC"),
                List.of("H", "BALD", "S"),
                List.of(
                        new Figure.BarSeries(
                                "rotated digits",
                                new double[] {0.81, 0.78, 0.83},
                                Optional.of(new double[] {0.02, 0.03, 0.02})),
                        new Figure.BarSeries(
                                "noise", new double[] {0.95, 0.91, 0.96}, Optional.of(new double[] {0.01, 0.01, 0.01
                                }))));
    }

    private static Figure longNames() {
        return new Figure.Bars(
                "names",
                "Effect of each mask law on the risk",
                Figure.Axis.linear("change of risk against no mask (negative is better)"),
                List.of(
                        "independent Bernoulli masks",
                        "masks tied along blocks of neighbouring units (coherent dropout)",
                        "k of d",
                        "Gaussian masks",
                        "adversarial deletion"),
                List.of(new Figure.BarSeries(
                        "effect",
                        new double[] {-0.12, -0.2, -0.1, -0.05, 0.3},
                        Optional.of(new double[] {0.02, 0.05, 0.02, 0.01, 0.1}))));
    }
}

package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;

/** The table of families: an ansatz with its formula, evaluated naively at one configuration. */
final class Families {
    private Families() {}

    /** log ψ at the values v, as (real part, imaginary part). */
    @FunctionalInterface
    interface Formula {
        double[] logPsi(double[] v, double[] theta);
    }

    record Family(String name, Ansatz ansatz, Formula formula) {
        /** Parameters far from those of a fresh state, so that nothing is small. */
        double[] theta() {
            double[] theta = new double[ansatz.parameterCount()];
            RandomAddress.root(11).at(name).fillNormal(theta);
            for (int k = 0; k < theta.length; k++) {
                theta[k] *= 0.3;
            }
            return theta;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final StateSpace SPINS = Spins.free(6);
    private static final StateSpace BALANCED = Spins.withMagnetisation(6, 0);
    private static final Bosons BOSONS = new Bosons(4, 3, OptionalInt.empty());
    private static final Gutzwiller GUTZWILLER = Gutzwiller.ofSites(BOSONS, false);
    /** Translations of a ring of six. */
    private static final int[][] RING = {
        {0, 1, 2, 3, 4, 5}, {1, 2, 3, 4, 5, 0}, {2, 3, 4, 5, 0, 1},
        {3, 4, 5, 0, 1, 2}, {4, 5, 0, 1, 2, 3}, {5, 0, 1, 2, 3, 4}
    };
    /** Translations and a reflection: not all elements are their own inverses, nor do all commute. */
    private static final int[][] SQUARE = {
        {0, 1, 2, 3}, {1, 2, 3, 0}, {2, 3, 0, 1}, {3, 0, 1, 2}, {3, 2, 1, 0}, {2, 1, 0, 3}, {1, 0, 3, 2}, {0, 3, 2, 1}
    };

    private static final List<int[][]> SHELLS = List.of(
            new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 0}},
            new int[][] {{0, 2}, {3, 1}, {2, 4}, {3, 5}, {4, 0}, {5, 1}});

    static Stream<Family> all() {
        return Stream.of(
                real("real RBM", new Rbm(SPINS, 5, false), (v, x) -> rbm(v, x, 5, false)),
                real("real RBM with visible bias", new Rbm(BALANCED, 7, true), (v, x) -> rbm(v, x, 7, true)),
                real("real RBM of bosons", new Rbm(BOSONS, 3, true), (v, x) -> rbm(v, x, 3, true)),
                holomorphic("complex RBM", new RbmComplex(SPINS, 5, false), (v, x) -> rbm(v, x, 5, false)),
                holomorphic(
                        "complex RBM with visible bias",
                        new RbmComplex(BALANCED, 9, true),
                        (v, x) -> rbm(v, x, 9, true)),
                holomorphic("complex RBM of bosons", new RbmComplex(BOSONS, 3, true), (v, x) -> rbm(v, x, 3, true)),
                modulusPhase("modulus-phase RBM", new RbmModulusPhase(SPINS, 4, 3, false), 4, 3),
                modulusPhase("modulus-phase RBM with visible biases", new RbmModulusPhase(BALANCED, 2, 6, true), 2, 6),
                real(
                        "translation-symmetric RBM",
                        new RbmSymmetric(SPINS, 2, RING, false),
                        (v, x) -> symmetric(v, x, 2, RING)),
                holomorphic(
                        "complex symmetric RBM of bosons",
                        new RbmSymmetric(BOSONS, 3, SQUARE, true),
                        (v, x) -> symmetric(v, x, 3, SQUARE)),
                real("long-range Jastrow", Jastrow.longRange(SPINS, false), Families::pairs),
                real("long-range Jastrow of bosons", Jastrow.longRange(BOSONS, false), Families::pairs),
                holomorphic("complex long-range Jastrow", Jastrow.longRange(SPINS, true), Families::pairs),
                real("short-range Jastrow", new Jastrow(SPINS, SHELLS, false), Families::shells),
                holomorphic("complex short-range Jastrow", new Jastrow(BALANCED, SHELLS, true), Families::shells),
                real("mean field", new MeanField(SPINS, false), Families::fields),
                holomorphic("complex mean field", new MeanField(BALANCED, true), Families::fields),
                real("mean field of bosons", new MeanField(BOSONS, false), Families::fields),
                real("Gutzwiller state", GUTZWILLER, (v, x) -> levels(v, x, 0)),
                holomorphic(
                        "complex Gutzwiller state of two sublattices",
                        new Gutzwiller(BOSONS, new int[] {0, 1, 0, 1}, true),
                        (v, x) -> {
                            double[] log = new double[2];
                            for (int i = 0; i < 4; i++) {
                                add(log, v[i] == 0 ? 0 : 1, x[Math.max(0, i % 2 * 3 + (int) v[i] - 1)]);
                            }
                            return log;
                        }),
                real(
                        "real product",
                        new Product(GUTZWILLER, new Rbm(BOSONS, 3, false)),
                        (v, x) -> sum(levels(v, x, 0), rbm(v, Arrays.copyOfRange(x, 12, x.length), 3, false))),
                holomorphic(
                        "holomorphic product",
                        new Product(Jastrow.longRange(BOSONS, true), Gutzwiller.ofSites(BOSONS, true)),
                        (v, x) -> sum(pairs(v, x), levels(v, x, 6))),
                complexProduct(),
                real("table", new TableState(SPINS, false), Families::entry),
                holomorphic("complex table", new TableState(BOSONS, true), (v, x) -> x[digits(v, 4)]));
    }

    /** log ψ for complex parameters (re, im); of which real families use the real ones. */
    @FunctionalInterface
    interface Analytic {
        double[] logPsi(double[] v, double[][] x);
    }

    private static Family real(String name, Ansatz ansatz, Analytic formula) {
        return new Family(name, ansatz, (v, theta) -> formula.logPsi(v, numbers(theta, theta.length)));
    }

    private static Family holomorphic(String name, Ansatz ansatz, Analytic formula) {
        return new Family(name, ansatz, (v, theta) -> formula.logPsi(v, numbers(theta, theta.length / 2)));
    }

    /** A real factor and one of modulus and phase. */
    private static Family complexProduct() {
        Family machine = modulusPhase("", new RbmModulusPhase(BOSONS, 3, 2, false), 3, 2);
        return new Family(
                "product of a real and a complex family",
                new Product(GUTZWILLER, machine.ansatz()),
                (v, theta) -> sum(
                        levels(v, numbers(theta, theta.length), 0),
                        machine.formula().logPsi(v, Arrays.copyOfRange(theta, 12, theta.length))));
    }

    private static double[] sum(double[] a, double[] b) {
        return new double[] {a[0] + b[0], a[1] + b[1]};
    }

    /** A parameter for every site and every number of particles but 0. */
    private static double[] levels(double[] v, double[][] x, int from) {
        double[] log = new double[2];
        for (int i = 0; i < v.length; i++) {
            if (v[i] > 0) {
                add(log, 1, x[from + 3 * i + (int) v[i] - 1]);
            }
        }
        return log;
    }

    private static Family modulusPhase(String name, RbmModulusPhase ansatz, int f, int g) {
        int cut = new Rbm(ansatz.space(), f, ansatz.visibleBias()).parameterCount();
        return new Family(name, ansatz, (v, theta) -> new double[] {
            rbm(v, numbers(Arrays.copyOf(theta, cut), cut), f, ansatz.visibleBias())[0],
            rbm(v, numbers(Arrays.copyOfRange(theta, cut, theta.length), theta.length - cut), g, ansatz.visibleBias())[
                    0]
        });
    }

    private static double[][] numbers(double[] theta, int count) {
        double[][] x = new double[count][];
        for (int k = 0; k < count; k++) {
            x[k] = new double[] {theta[k], count < theta.length ? theta[count + k] : 0};
        }
        return x;
    }

    private static void add(double[] sum, double factor, double[] x) {
        sum[0] += factor * x[0];
        sum[1] += factor * x[1];
    }

    /** log(e^z + e^−z). */
    private static double[] log2Cosh(double[] z) {
        double re = 2 * Math.cosh(z[0]) * Math.cos(z[1]);
        double im = 2 * Math.sinh(z[0]) * Math.sin(z[1]);
        return new double[] {Math.log(Math.hypot(re, im)), Math.atan2(im, re)};
    }

    private static double[] rbm(double[] v, double[][] x, int hidden, boolean visibleBias) {
        int n = v.length;
        int a = visibleBias ? n : 0;
        double[] log = new double[2];
        for (int i = 0; i < a; i++) {
            add(log, v[i], x[i]);
        }
        for (int j = 0; j < hidden; j++) {
            double[] angle = x[a + j].clone();
            for (int i = 0; i < n; i++) {
                add(angle, v[i], x[a + hidden + j * n + i]);
            }
            add(log, 1, log2Cosh(angle));
        }
        return log;
    }

    private static double[] symmetric(double[] v, double[][] x, int features, int[][] group) {
        int n = v.length;
        double[] log = new double[2];
        for (int f = 0; f < features; f++) {
            for (int[] g : group) {
                double[] angle = x[f].clone();
                for (int i = 0; i < n; i++) {
                    add(angle, v[g[i]], x[features + f * n + i]);
                }
                add(log, 1, log2Cosh(angle));
            }
        }
        return log;
    }

    private static double[] pairs(double[] v, double[][] x) {
        double[] log = new double[2];
        int k = 0;
        for (int i = 0; i < v.length; i++) {
            for (int j = i + 1; j < v.length; j++) {
                add(log, v[i] * v[j], x[k++]);
            }
        }
        return log;
    }

    private static double[] shells(double[] v, double[][] x) {
        double[] log = new double[2];
        for (int i = 0; i < v.length; i++) {
            add(log, v[i] * v[(i + 1) % v.length], x[0]);
            add(log, v[i] * v[(i + 2) % v.length], x[1]);
        }
        return log;
    }

    private static double[] fields(double[] v, double[][] x) {
        double[] log = new double[2];
        for (int i = 0; i < v.length; i++) {
            add(log, v[i], x[i]);
        }
        return log;
    }

    private static double[] entry(double[] v, double[][] x) {
        double[] levels = Arrays.stream(v).map(value -> (1 - value) / 2).toArray();
        return x[digits(levels, 2)];
    }

    private static int digits(double[] levels, int base) {
        int number = 0;
        for (int i = 0; i < levels.length; i++) {
            number = number * base + (int) levels[i];
        }
        return number;
    }
}

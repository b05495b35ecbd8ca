package org.ketwork.wavefunction.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.neural.derivative.Derivatives;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.mask.Sharing;
import org.ketwork.neural.network.Network;
import org.ketwork.neural.network.Parameters;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.LogDerivatives;
import org.ketwork.wavefunction.ansatz.StoredDerivatives;
import org.ketwork.wavefunction.ansatz.Walkers;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.ansatz.WholeWalkers;

/** Every family of networks, its parts checked against each other and against the derivatives of {@code neural}. */
class NetworkFamiliesTest {
    static Stream<NetworkTable.Entry> families() {
        return NetworkTable.all();
    }

    @ParameterizedTest
    @MethodSource("families")
    void amplitudesAreTheOutputsOfTheNetwork(NetworkTable.Entry family) {
        Configurations at = family.some();
        double[][] log = amplitudes(family, family.theta(), at);
        Matrix y = derivatives(family, at).outputs();
        int o = y.columns();
        for (int s = 0; s < at.rows(); s++) {
            assertThat(log[0][s]).isCloseTo(y.get(s, 0), within(1e-12 * (1 + Math.abs(y.get(s, 0)))));
            assertThat(log[1][s]).isCloseTo(o == 2 ? y.get(s, 1) : 0, within(1e-12 * (1 + Math.abs(log[1][s]))));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void derivativesAreCentralDifferencesAndTheJacobianOfTheNetwork(NetworkTable.Entry family) {
        double[] theta = family.theta();
        Configurations at = family.some();
        try (Workers workers = Workers.of(1)) {
            LogDerivatives derivatives = family.ansatz().at(theta).logDerivatives(at, workers);
            StoredDerivatives o = stored(derivatives);
            Matrix jacobian = derivatives(family, at).jacobian();
            int outputs = family.ansatz().network().outputs();
            for (int s = 0; s < at.rows(); s++) {
                double[] re = Arrays.copyOfRange(o.re(), s * theta.length, (s + 1) * theta.length);
                assertThat(distance(re, jacobian.row(s * outputs))).isLessThan(1e-11 * (1 + largest(re)));
                if (outputs == 2) {
                    double[] im = Arrays.copyOfRange(o.im(), s * theta.length, (s + 1) * theta.length);
                    assertThat(distance(im, jacobian.row(2 * s + 1))).isLessThan(1e-11 * (1 + largest(im)));
                }
            }
            double[][] along = new double[2][at.rows()];
            for (int trial = 0; trial < 5; trial++) {
                double[] direction = normal(theta.length, trial);
                double[][] slope = slopes(family, theta, direction, at);
                o.product(direction, new double[0], along[0], along[1], workers);
                assertThat(slope[0]).containsExactly(along[0], within(1e-7 * (1 + largest(along[0]))));
                assertThat(slope[1]).containsExactly(along[1], within(1e-7 * (1 + largest(along[1]))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void productAdjointAndGramAreThoseOfTheRowsWithAnyNumberOfThreads(NetworkTable.Entry family) {
        RandomStream random = RandomAddress.root(6).at("products").stream();
        Wavefunction psi = family.ansatz().at(family.theta());
        try (Workers one = Workers.of(1);
                Workers three = Workers.of(3)) {
            for (int rows : new int[] {0, 1, 150}) {
                Configurations at = Configurations.random(family.ansatz().space(), rows, random);
                LogDerivatives derivatives = psi.logDerivatives(at, one);
                double[][] single = products(derivatives, one);
                double[][] several = products(psi.logDerivatives(at, three), three);
                assertThat(Arrays.deepEquals(several, single)).isTrue();
                double[][] expected = products(stored(derivatives), one);
                for (int part = 0; part < expected.length; part++) {
                    double scale = 1 + largest(expected[part]);
                    assertThat(distance(single[part], expected[part])).isLessThan(1e-12 * scale);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void updatesOfTheFirstLayerAgreeWithWholeEvaluation(NetworkTable.Entry family) {
        StateSpace space = family.ansatz().space();
        Wavefunction psi = family.ansatz().at(family.theta());
        RandomStream random = RandomAddress.root(5).at("moves").stream();
        for (int rows : new int[] {1, 70, 150}) {
            Configurations start = Configurations.random(space, rows, random);
            Walkers local = psi.walkers(start);
            Walkers whole = new WholeWalkers(psi, start);
            double[][] re = new double[2][rows];
            double[][] im = new double[2][rows];
            for (int step = 0; step < 40; step++) {
                int[] sites = random.choice(space.sites(), 1 + random.nextInt(2));
                Move move = Move.flip(sites);
                boolean[] wanted = new boolean[rows];
                boolean[] accepted = new boolean[rows];
                for (int s = 0; s < rows; s++) {
                    boolean fits = move.fits(space, local.configurations().levels(), s * space.sites());
                    wanted[s] = fits && random.nextInt(5) > 0;
                    // Now and then a row is moved that was not asked about.
                    accepted[s] = fits && (step % 10 == 0 || wanted[s]) && random.nextBoolean();
                }
                local.ratios(move, wanted, re[0], im[0]);
                whole.ratios(move, wanted, re[1], im[1]);
                for (int s = 0; s < rows; s++) {
                    if (wanted[s]) {
                        double tolerance = 1e-11 * Math.hypot(re[1][s], im[1][s]);
                        assertThat(re[0][s]).isCloseTo(re[1][s], within(tolerance));
                        assertThat(im[0][s]).isCloseTo(im[1][s], within(tolerance));
                    }
                }
                local.apply(move, accepted);
                whole.apply(move, accepted);
                assertThat(local.configurations()).isEqualTo(whole.configurations());
                if (step == 20) {
                    local.refresh();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void amplitudesAreSymmetricWhereTheFamilySaysSo(NetworkTable.Entry family) {
        if (family.symmetry().isEmpty()) {
            return;
        }
        SymmetryGroup group = family.symmetry().get();
        Configurations at =
                Configurations.random(family.ansatz().space(), 20, RandomAddress.root(7).at("symmetry").stream());
        double[][] log = amplitudes(family, family.theta(), at);
        for (int g = 0; g < group.order(); g++) {
            Configurations moved = Configurations.room(at.space(), at.rows());
            for (int s = 0; s < at.rows(); s++) {
                group.apply(g, at.levels(), s * at.sites(), moved.levels(), s * at.sites());
            }
            double[][] same = amplitudes(family, family.theta(), moved);
            assertThat(same[0]).containsExactly(log[0], within(1e-10));
            assertThat(same[1]).containsExactly(log[1], within(1e-10));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void freshAmplitudesAreNearlyConstantAndNotQuite(NetworkTable.Entry family) {
        if (family.ansatz().readoutScale() == 1) {
            return;
        }
        Configurations at = family.ansatz().space().all();
        for (int seed = 0; seed < 5; seed++) {
            double[] theta = family.ansatz().initialise(RandomAddress.root(seed));
            double[][] log = amplitudes(family, theta, at);
            assertThat(deviation(log[0])).as("seed %d", seed).isBetween(1e-4, 0.7);
            assertThat(deviation(log[1])).as("seed %d", seed).isLessThan(0.7);
        }
    }

    @Test
    void aPassPicksOneSubNetworkForAllConfigurations() {
        NetworkTable.Entry masked =
                families().filter(f -> f.name().equals("masked")).findFirst().orElseThrow();
        RandomAddress address = RandomAddress.root(9);
        double[] theta = masked.theta();
        Configurations all = masked.ansatz().space().all();
        Parameters parameters = new Parameters(masked.ansatz().network(), theta);
        double[] values = new double[all.rows() * 6];
        all.values(0, all.rows(), values);
        Matrix inputs = Matrix.wrap(all.rows(), 6, values);
        for (long step = 0; step < 3; step++) {
            Pass pass = Pass.masked(address, step, Sharing.PER_BATCH);
            double[] log = new double[all.rows()];
            masked.ansatz().with(pass).at(theta).logAmplitudes(all, log, new double[all.rows()]);
            Matrix expected = parameters.network().apply(parameters, inputs, pass);
            for (int s = 0; s < all.rows(); s++) {
                assertThat(log[s]).isCloseTo(expected.get(s, 0), within(1e-13 * (1 + Math.abs(log[s]))));
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Lattice ring = Lattice.periodic(LatticeKind.CHAIN, 6);
        Spins six = Spins.free(6);
        assertThatThrownBy(() -> NetworkFamilies.visionTransformer(six, ring, Codomain.REAL, 4, 4, 2, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("must divide every length of the lattice, [6], got 4");
        assertThatThrownBy(() -> NetworkFamilies.visionTransformer(six, ring, Codomain.REAL, 2, 5, 2, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("got width 5 and 2 heads");
        assertThatThrownBy(() -> NetworkFamilies.convolutional(six, ring, Codomain.REAL, 0, 1, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("number of channels must be at least 1, got 0");
        assertThatThrownBy(() -> NetworkFamilies.dense(six, Codomain.REAL))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at least one width");
        assertThatThrownBy(() -> new NetworkAnsatz(six, Network.dense(Activation.TANH, 5, 1)))
                .hasMessageContaining("each of 6 sites, but takes 5");
        assertThatThrownBy(() -> new NetworkAnsatz(six, Network.dense(Activation.TANH, 6, 3)))
                .hasMessageContaining("got 3");
    }

    private static double largest(double[] x) {
        return Arrays.stream(x).map(Math::abs).max().orElse(0);
    }

    private static double distance(double[] a, double[] b) {
        assertThat(a).hasSameSizeAs(b);
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    private static double deviation(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }

    private static Derivatives derivatives(NetworkTable.Entry family, Configurations at) {
        NetworkAnsatz ansatz = family.ansatz();
        double[] values = new double[at.rows() * at.sites()];
        at.values(0, at.rows(), values);
        return new Derivatives(
                new Parameters(ansatz.network(), family.theta()),
                Matrix.wrap(at.rows(), at.sites(), values),
                ansatz.pass());
    }

    private static double[][] amplitudes(NetworkTable.Entry family, double[] theta, Configurations at) {
        double[][] log = new double[2][at.rows()];
        family.ansatz().at(theta).logAmplitudes(at, log[0], log[1]);
        return log;
    }

    /** Central differences of fourth order of log-modulus and phase along a direction. */
    private static double[][] slopes(NetworkTable.Entry family, double[] theta, double[] direction, Configurations at) {
        double h = 1e-5;
        double[][][] log = LongStream.of(1, -1, 2, -2)
                .mapToObj(step -> {
                    double[] moved = theta.clone();
                    for (int k = 0; k < moved.length; k++) {
                        moved[k] += step * h * direction[k];
                    }
                    return amplitudes(family, moved, at);
                })
                .toArray(double[][][]::new);
        double[][] slope = new double[2][at.rows()];
        for (int part = 0; part < 2; part++) {
            for (int s = 0; s < at.rows(); s++) {
                double near = difference(log[0][part][s], log[1][part][s], part);
                double far = difference(log[2][part][s], log[3][part][s], part);
                slope[part][s] = (8 * near - far) / (12 * h);
            }
        }
        return slope;
    }

    /** Phases differ by less than half a turn. */
    private static double difference(double a, double b, int part) {
        return part == 0 ? a - b : Math.IEEEremainder(a - b, 2 * Math.PI);
    }

    private static StoredDerivatives stored(LogDerivatives derivatives) {
        int n = derivatives.rows();
        int columns = derivatives.columns();
        double[] re = new double[n * columns];
        double[] im = new double[n * columns];
        for (int first = 0; first < n; first += 70) {
            int count = Math.min(70, n - first);
            double[] someRe = new double[count * columns];
            double[] someIm = new double[count * columns];
            derivatives.rows(first, count, someRe, someIm);
            System.arraycopy(someRe, 0, re, first * columns, someRe.length);
            System.arraycopy(someIm, 0, im, first * columns, someIm.length);
        }
        return new StoredDerivatives(derivatives.codomain(), n, columns, re, im);
    }

    private static double[][] products(LogDerivatives o, Workers workers) {
        int n = o.rows();
        boolean real = o.codomain() == Codomain.REAL;
        int side = real ? n : 2 * n;
        double[] gram = new double[side * side];
        o.gram(gram, new double[0], workers);
        // What stands above the diagonal has no meaning.
        for (int row = 0; row < side; row++) {
            Arrays.fill(gram, row * side + row + 1, (row + 1) * side, 0);
        }
        double[] outRe = new double[n];
        double[] outIm = new double[real ? 0 : n];
        o.product(normal(o.columns(), 1), new double[0], outRe, outIm, workers);
        double[] back = new double[o.columns()];
        o.adjoint(normal(n, 2), real ? new double[0] : normal(n, 3), back, new double[0], workers);
        return new double[][] {gram, outRe, outIm, back};
    }

    private static double[] normal(int length, int which) {
        double[] x = new double[length];
        RandomAddress.root(8).at(which).fillNormal(x);
        return x;
    }
}

package org.ketwork.wavefunction.ansatz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Families.Family;

/** Every family against its formula, and its parts against each other. */
class FamiliesTest {
    /** Next to zeros of a complex amplitude derivatives grow; with this step both truncation and rounding are 1e-9 of their size. */
    private static final double STEP = 2e-5;

    static Stream<Family> families() {
        return Families.all();
    }

    @ParameterizedTest
    @MethodSource("families")
    void amplitudesFollowTheFormula(Family family) {
        double[] theta = family.theta();
        Configurations all = family.ansatz().space().all();
        double[] modulus = new double[all.rows()];
        double[] phase = new double[all.rows()];
        family.ansatz().at(theta).logAmplitudes(all, modulus, phase);
        for (int s = 0; s < all.rows(); s++) {
            double[] expected = family.formula().logPsi(values(all, s), theta);
            assertThat(modulus[s]).isCloseTo(expected[0], within(1e-12 * (1 + Math.abs(expected[0]))));
            assertThat(Math.cos(phase[s] - expected[1])).isCloseTo(1, within(1e-12));
            assertThat(Math.sin(phase[s] - expected[1])).isCloseTo(0, within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void localUpdatesAgreeWithWholeEvaluationAlongHundredsOfMoves(Family family) {
        StateSpace space = family.ansatz().space();
        Wavefunction psi = family.ansatz().at(family.theta());
        RandomStream random = RandomAddress.root(5).at("moves").stream();
        for (int rows : new int[] {1, 7, 64, 101}) {
            Configurations start = Configurations.random(space, rows, random);
            Walkers local = psi.walkers(start);
            Walkers whole = new WholeWalkers(psi, start);
            double[] re = new double[rows];
            double[] im = new double[rows];
            double[] wholeRe = new double[rows];
            double[] wholeIm = new double[rows];
            for (int step = 0; step < 300; step++) {
                Move move = randomMove(space, random);
                boolean[] wanted = new boolean[rows];
                boolean[] accepted = new boolean[rows];
                for (int s = 0; s < rows; s++) {
                    wanted[s] = move.fits(space, local.configurations().levels(), s * space.sites())
                            && random.nextInt(5) > 0;
                    accepted[s] = wanted[s] && random.nextBoolean();
                }
                local.ratios(move, wanted, re, im);
                whole.ratios(move, wanted, wholeRe, wholeIm);
                for (int s = 0; s < rows; s++) {
                    if (wanted[s]) {
                        double tolerance = 1e-10 * Math.hypot(wholeRe[s], wholeIm[s]);
                        assertThat(re[s]).isCloseTo(wholeRe[s], within(tolerance));
                        assertThat(im[s]).isCloseTo(wholeIm[s], within(tolerance));
                    }
                }
                local.apply(move, accepted);
                whole.apply(move, accepted);
                assertThat(local.configurations()).isEqualTo(whole.configurations());
                if (step == 150) {
                    local.refresh();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void derivativesAreThoseOfTheAmplitudes(Family family) {
        double[] theta = family.theta();
        Configurations at = family.ansatz().space().all();
        try (Workers workers = Workers.of(1)) {
            LogDerivatives derivatives = family.ansatz().at(theta).logDerivatives(at, workers);
            int n = derivatives.rows();
            int columns = derivatives.columns();
            Rows o = Rows.of(derivatives);
            boolean holomorphic = derivatives.codomain() == Codomain.HOLOMORPHIC;
            assertThat(columns).isEqualTo(holomorphic ? theta.length / 2 : theta.length);
            for (int k = 0; k < theta.length; k++) {
                double[][] up = amplitudes(family, theta, k, STEP, at);
                double[][] down = amplitudes(family, theta, k, -STEP, at);
                double[][] up2 = amplitudes(family, theta, k, 2 * STEP, at);
                double[][] down2 = amplitudes(family, theta, k, -2 * STEP, at);
                for (int s = 0; s < n; s++) {
                    double re = fourthOrder(up[0][s], down[0][s], up2[0][s], down2[0][s]);
                    double im = fourthOrder(
                            up[1][s],
                            nearest(down[1][s], up[1][s]),
                            nearest(up2[1][s], up[1][s]),
                            nearest(down2[1][s], up[1][s]));
                    int at0 = s * columns + k % columns;
                    // The derivative by y is i times that by x.
                    double expectedRe = k < columns ? o.re()[at0] : -o.im()[at0];
                    double expectedIm = k < columns ? o.im()[at0] : o.re()[at0];
                    double tolerance = 1e-9 * (1 + Math.hypot(expectedRe, expectedIm));
                    assertThat(re).isCloseTo(expectedRe, within(tolerance));
                    assertThat(im).isCloseTo(expectedIm, within(tolerance));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void productAdjointAndGramAreThoseOfTheRowsWithAnyNumberOfThreads(Family family) {
        StateSpace space = family.ansatz().space();
        RandomStream random = RandomAddress.root(6).at("products").stream();
        try (Workers one = Workers.of(1);
                Workers three = Workers.of(3)) {
            for (int rows : new int[] {0, 1, 5, 127, 300}) {
                Configurations at = Configurations.random(space, rows, random);
                LogDerivatives derivatives = family.ansatz().at(family.theta()).logDerivatives(at, one);
                Products single = Products.of(derivatives, one);
                Products several =
                        Products.of(family.ansatz().at(family.theta()).logDerivatives(at, three), three);
                assertThat(several.all()).isDeepEqualTo(single.all());
                Products expected = Products.of(Rows.of(derivatives).stored(derivatives), one);
                for (int part = 0; part < expected.all().length; part++) {
                    double[] a = single.all()[part];
                    double[] b = expected.all()[part];
                    for (int i = 0; i < b.length; i++) {
                        assertThat(a[i]).isCloseTo(b[i], within(1e-11 * (1 + Math.abs(b[i]) + rows)));
                    }
                }
            }
        }
    }

    /** O written out. */
    record Rows(double[] re, double[] im) {
        static Rows of(LogDerivatives derivatives) {
            int size = derivatives.rows() * derivatives.columns();
            double[] re = new double[size];
            double[] im = new double[size];
            int columns = derivatives.columns();
            for (int first = 0; first < derivatives.rows(); first += 3) {
                int count = Math.min(3, derivatives.rows() - first);
                double[] someRe = new double[count * columns];
                double[] someIm = new double[count * columns];
                derivatives.rows(first, count, someRe, someIm);
                System.arraycopy(someRe, 0, re, first * columns, someRe.length);
                System.arraycopy(someIm, 0, im, first * columns, someIm.length);
            }
            return new Rows(re, im);
        }

        StoredDerivatives stored(LogDerivatives like) {
            return new StoredDerivatives(like.codomain(), like.rows(), like.columns(), re, im);
        }
    }

    /** What the linear map gives for fixed vectors. */
    record Products(double[]... all) {
        static Products of(LogDerivatives o, Workers workers) {
            int n = o.rows();
            int side = o.codomain() == Codomain.COMPLEX ? 2 * n : n;
            boolean complex = o.codomain() == Codomain.HOLOMORPHIC;
            double[] gramRe = new double[side * side];
            double[] gramIm = new double[complex ? side * side : 0];
            o.gram(gramRe, gramIm, workers);
            forgetAbove(gramRe, side);
            forgetAbove(gramIm, complex ? side : 0);
            double[] outRe = new double[n];
            double[] outIm = new double[n];
            o.product(normal(o.columns(), 1), complex ? normal(o.columns(), 2) : new double[0], outRe, outIm, workers);
            double[] backRe = new double[o.columns()];
            double[] backIm = new double[complex ? o.columns() : 0];
            o.adjoint(normal(n, 3), normal(n, 4), backRe, backIm, workers);
            return new Products(gramRe, gramIm, outRe, outIm, backRe, backIm);
        }
    }

    /** What stands above the diagonal has no meaning. */
    private static void forgetAbove(double[] gram, int side) {
        for (int i = 0; i < side; i++) {
            Arrays.fill(gram, i * side + i + 1, (i + 1) * side, 0);
        }
    }

    private static double[] normal(int length, int which) {
        double[] x = new double[length];
        RandomAddress.root(8).at(which).fillNormal(x);
        return x;
    }

    private static double[][] amplitudes(Family family, double[] theta, int k, double step, Configurations at) {
        double[] moved = theta.clone();
        moved[k] += step;
        double[] modulus = new double[at.rows()];
        double[] phase = new double[at.rows()];
        family.ansatz().at(moved).logAmplitudes(at, modulus, phase);
        return new double[][] {modulus, phase};
    }

    private static double fourthOrder(double up, double down, double up2, double down2) {
        return (8 * (up - down) - (up2 - down2)) / (12 * STEP);
    }

    /** The branch of an angle that is nearest to another one. */
    private static double nearest(double angle, double to) {
        return angle + 2 * Math.PI * Math.rint((to - angle) / (2 * Math.PI));
    }

    /** One, two or three sites; conserved quantities are not minded. */
    static Move randomMove(StateSpace space, RandomStream random) {
        int[] sites = random.choice(space.sites(), 1 + random.nextInt(3));
        java.util.Arrays.sort(sites);
        int[] shifts = new int[sites.length];
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] = space instanceof Bosons ? new int[] {-2, -1, 1, 1}[random.nextInt(4)] : 1;
        }
        return new Move(sites, shifts);
    }

    static double[] values(Configurations at, int row) {
        double[] v = new double[at.sites()];
        for (int i = 0; i < v.length; i++) {
            v[i] = at.value(row, i);
        }
        return v;
    }
}

package org.ketwork.wavefunction.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.lattice.GroupCharacter;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;

/** Every sector is looked at from outside: against the sum over permuted configurations, written out with cosh. */
class ProjectedRbmTest {
    private static final int HIDDEN = 3;

    static Stream<ProjectedRbm> families() {
        return Sectors.table().stream()
                .flatMap(sector -> Stream.of(true, false)
                        .map(complex -> new ProjectedRbm(
                                Spins.free(sector.character().group().sites()), HIDDEN, sector, complex, 0.4)));
    }

    @ParameterizedTest
    @MethodSource("families")
    void amplitudesAreTheSumOverAllCopies(ProjectedRbm rbm) {
        double[] theta = rbm.initialise(RandomAddress.root(5));
        Configurations all = rbm.space().all();
        double[][] psi = Sectors.amplitudes(rbm.at(theta), all);
        double largest = Arrays.stream(psi[0]).map(Math::abs).max().orElseThrow();
        for (int row = 0; row < all.rows(); row++) {
            double[] expected = Sectors.bruteForce(rbm.sector(), all.row(row), 0.5, v -> product(rbm, theta, v));
            assertThat(psi[0][row]).isEqualTo(expected[0], within(1e-12 * largest));
            assertThat(psi[1][row]).isEqualTo(expected[1], within(1e-12 * largest));
        }
    }

    /** The product of cosh(b + W v) over the hidden units. */
    private static double[] product(ProjectedRbm rbm, double[] theta, double[] v) {
        int n = v.length;
        int half = rbm.complex() ? theta.length / 2 : 0;
        double re = 1;
        double im = 0;
        for (int j = 0; j < HIDDEN; j++) {
            double x = rbm.biased() ? theta[HIDDEN * n + j] : 0;
            double y = rbm.biased() && rbm.complex() ? theta[half + HIDDEN * n + j] : 0;
            for (int i = 0; i < n; i++) {
                x += theta[j * n + i] * v[i];
                y += rbm.complex() ? theta[half + j * n + i] * v[i] : 0;
            }
            double coshRe = Math.cosh(x) * Math.cos(y);
            double coshIm = Math.sinh(x) * Math.sin(y);
            double next = re * coshRe - im * coshIm;
            im = re * coshIm + im * coshRe;
            re = next;
        }
        return new double[] {re, im};
    }

    @ParameterizedTest
    @MethodSource("families")
    void theProjectionLiesInItsSector(ProjectedRbm rbm) {
        Sectors.liesInItsSector(rbm.at(rbm.initialise(RandomAddress.root(4))), rbm.sector());
    }

    @ParameterizedTest
    @MethodSource("families")
    void walkersStayWithTheWholeEvaluation(ProjectedRbm rbm) {
        Sectors.walkersAgreeWithWholeEvaluation(rbm.at(rbm.initialise(RandomAddress.root(6))), 300, 1e-9);
    }

    @ParameterizedTest
    @MethodSource("families")
    void derivativesAreThoseOfTheLogarithm(ProjectedRbm rbm) {
        Sectors.derivativesAgreeWithDifferences(rbm, rbm.initialise(RandomAddress.root(7)));
    }

    @Test
    void anAmplitudeThatTheSectorForbidsIsZero() {
        Lattice ring = Lattice.periodic(LatticeKind.CHAIN, 4);
        Spins space = Spins.free(4);
        ProjectedRbm rbm =
                new ProjectedRbm(space, HIDDEN, new SymmetrySector(GroupCharacter.momentum(ring, 1), 0), true);
        double[] logModulus = new double[1];
        rbm.at(rbm.initialise(RandomAddress.root(8)))
                .logAmplitudes(Configurations.room(space, 1), logModulus, new double[1]);
        assertThat(logModulus[0]).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void ratiosAreRightWhereAmplitudesAreBeyondTheRangeOfDouble() {
        ProjectedRbm rbm = new ProjectedRbm(Spins.withMagnetisation(8, 0), 600, evenRing(8), false, 1);
        double[] theta = rbm.initialise(RandomAddress.root(9));
        double[] logModulus = new double[70];
        rbm.at(theta).logAmplitudes(rbm.space().all(), logModulus, new double[70]);
        assertThat(Arrays.stream(logModulus).max().orElseThrow()).isGreaterThan(Math.log(Double.MAX_VALUE));
        assertThat(Arrays.stream(logModulus).allMatch(Double::isFinite)).isTrue();
        Sectors.walkersAgreeWithWholeEvaluation(rbm.at(theta), 300, 1e-9);
    }

    @Test
    void anEvenParityNeedsNoBiases() {
        assertThat(new ProjectedRbm(Spins.free(4), 2, evenRing(4), true).parameterCount())
                .isEqualTo(2 * 2 * 4);
        SymmetrySector odd = new SymmetrySector(evenRing(4).character(), -1);
        assertThat(new ProjectedRbm(Spins.free(4), 2, odd, false).parameterCount())
                .isEqualTo(2 * (4 + 1));
    }

    private static SymmetrySector evenRing(int sites) {
        SymmetryGroup group = SymmetryGroup.translations(Lattice.periodic(LatticeKind.CHAIN, sites));
        return new SymmetrySector(GroupCharacter.trivial(group), 1);
    }

    @Test
    void badSettingsAreRefused() {
        SymmetrySector sector = evenRing(4);
        assertThatThrownBy(() -> new ProjectedRbm(Spins.free(4), 0, sector, true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("got 0");
        assertThatThrownBy(() -> new ProjectedRbm(Spins.free(5), 1, sector, true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("4 sites");
        assertThatThrownBy(() -> new ProjectedRbm(Spins.withMagnetisation(4, 2), 1, sector, true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("magnetisation of 2");
        assertThatThrownBy(() -> new ProjectedRbm(Spins.free(4), 1, sector, true, 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("got 0.0");
    }
}

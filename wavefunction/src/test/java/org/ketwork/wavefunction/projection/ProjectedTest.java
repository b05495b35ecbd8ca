package org.ketwork.wavefunction.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.lattice.GroupCharacter;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.Rbm;
import org.ketwork.wavefunction.ansatz.RbmComplex;
import org.ketwork.wavefunction.ansatz.RbmModulusPhase;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.autoregressive.AutoregressiveFamilies;

/** Bases of all three codomains in every sector. */
class ProjectedTest {
    static Stream<Projected> families() {
        return Sectors.table().stream().flatMap(sector -> {
            Spins space = Spins.free(sector.character().group().sites());
            Stream<Ansatz> bases = Stream.of(
                    new Rbm(space, 3, true),
                    new RbmComplex(space, 3, true),
                    new RbmModulusPhase(space, 2, 2, true),
                    AutoregressiveFamilies.dense(space, Codomain.COMPLEX, 2));
            return bases.map(base -> new Projected(base, sector));
        });
    }

    /** Parameters that make the base far from symmetric. */
    private static double[] parameters(Projected family, long seed) {
        double[] theta = new double[family.parameterCount()];
        RandomAddress.root(seed).fillNormal(theta);
        Arrays.setAll(theta, k -> 0.3 * theta[k]);
        return theta;
    }

    @ParameterizedTest
    @MethodSource("families")
    void amplitudesAreTheSumOverAllCopies(Projected family) {
        double[] theta = parameters(family, 1);
        Configurations all = family.space().all();
        Wavefunction base = family.base().at(theta);
        double[][] psi = Sectors.amplitudes(family.at(theta), all);
        for (int row = 0; row < all.rows(); row++) {
            double[] expected = Sectors.bruteForce(family.sector(), all.row(row), 1, values -> {
                Configurations one = Configurations.room(family.space(), 1);
                for (int i = 0; i < values.length; i++) {
                    one.levels()[i] = (byte) (values[i] > 0 ? 0 : 1);
                }
                double[][] amplitude = Sectors.amplitudes(base, one);
                return new double[] {amplitude[0][0], amplitude[1][0]};
            });
            double scale = Math.max(1, Math.hypot(expected[0], expected[1]));
            assertThat(psi[0][row]).isEqualTo(expected[0], within(1e-11 * scale));
            assertThat(psi[1][row]).isEqualTo(expected[1], within(1e-11 * scale));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void theProjectionLiesInItsSector(Projected family) {
        Sectors.liesInItsSector(family.at(parameters(family, 2)), family.sector());
    }

    @ParameterizedTest
    @MethodSource("families")
    void walkersStayWithTheWholeEvaluation(Projected family) {
        Sectors.walkersAgreeWithWholeEvaluation(family.at(parameters(family, 3)), 100, 1e-9);
    }

    @ParameterizedTest
    @MethodSource("families")
    void derivativesAreThoseOfTheLogarithm(Projected family) {
        Sectors.derivativesAgreeWithDifferences(family, parameters(family, 4));
    }

    @Test
    void aComplexCharacterMakesARealFamilyComplex() {
        Lattice ring = Lattice.periodic(LatticeKind.CHAIN, 4);
        Rbm base = new Rbm(Spins.free(4), 2, true);
        assertThat(List.of(0, 1, 2).stream()
                        .map(k -> new Projected(base, new SymmetrySector(GroupCharacter.momentum(ring, k), 0))
                                .codomain()))
                .containsExactly(Codomain.REAL, Codomain.COMPLEX, Codomain.REAL);
    }

    /** One hidden unit with one weight for all sites is symmetric: all its copies at momentum π cancel, up to rounding of its logarithm. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1.1, 123.4, 1e5 / 3})
    void whatCancelsToRoundingIsZero(double weight) {
        Lattice ring = Lattice.periodic(LatticeKind.CHAIN, 8);
        Projected family = new Projected(
                new Rbm(Spins.free(8), 1, false), new SymmetrySector(GroupCharacter.momentum(ring, 4), 0));
        double[] theta = new double[family.parameterCount()];
        Arrays.fill(theta, weight);
        Configurations all = family.space().all();
        double[] logModulus = new double[all.rows()];
        family.at(theta).logAmplitudes(all, logModulus, new double[all.rows()]);
        assertThat(logModulus).containsOnly(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aFlipParityNeedsSpins() {
        SymmetrySector sector = new SymmetrySector(GroupCharacter.trivial(SymmetryGroup.trivial(3)), 1);
        Ansatz bosons = new Rbm(new Bosons(3, 2, OptionalInt.of(3)), 2, true);
        assertThatThrownBy(() -> new Projected(bosons, sector))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("needs spins");
    }
}

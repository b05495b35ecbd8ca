package org.ketwork.quantum.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.lattice.GroupCharacter;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.operator.PauliSum;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Spins;

class DiagonalisationTest {
    private static final Workers TWO = Workers.of(2);

    private static Lattice ring(int sites) {
        return Lattice.periodic(LatticeKind.CHAIN, sites);
    }

    private static ConfigurationOperator ising(int sites, double h) {
        return Hamiltonians.transverseFieldIsing(ring(sites), Spins.free(sites), 1, h);
    }

    private static ConfigurationOperator heisenberg(Lattice lattice) {
        return Hamiltonians.heisenberg(lattice, Spins.withMagnetisation(lattice.sites(), 0));
    }

    private static SymmetrySector symmetric(Lattice lattice, int parity) {
        return new SymmetrySector(GroupCharacter.trivial(SymmetryGroup.spaceGroup(lattice)), parity);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 9, 10, 13})
    void theIsingRingAgreesWithFreeFermions(int n) {
        for (double h : new double[] {0.5, 1, 2}) {
            IsingRing fermions = new IsingRing(n, 1, h);
            ExactSpectrum spectrum =
                    Diagonalisation.of(ising(n, h)).withLevels(2).solve(TWO);
            assertThat(spectrum.energy(0)).isCloseTo(fermions.groundEnergy(1), within(1e-12 * n));
            assertThat(spectrum.energy(1)).isCloseTo(fermions.groundEnergy(-1), within(1e-12 * n));
            assertThat(spectrum.converged()).isTrue();
        }
    }

    @Test
    void theOpenIsingChainAgreesWithFreeFermions() {
        ConfigurationOperator chain =
                Hamiltonians.transverseFieldIsing(Lattice.open(LatticeKind.CHAIN, 11), Spins.free(11), 0.7, 1.3);
        ExactSpectrum spectrum = Diagonalisation.of(chain).withLevels(2).solve(TWO);
        IsingChain fermions = new IsingChain(11, 0.7, 1.3);
        assertThat(spectrum.groundEnergy()).isCloseTo(fermions.groundEnergy(), within(1e-11));
        assertThat(spectrum.energy(1) - spectrum.energy(0)).isCloseTo(fermions.gap(), within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8, 12, 16})
    void theHeisenbergRingAgreesWithTheBetheAnsatz(int n) {
        assertThat(Diagonalisation.of(heisenberg(ring(n))).solve(TWO).groundEnergy())
                .isCloseTo(new HeisenbergRing(n).groundEnergy(), within(1e-12 * n));
    }

    @Test
    void theHeisenbergRingOf24AgreesWithTheBetheAnsatzInItsSymmetry() {
        ExactSpectrum spectrum = Diagonalisation.of(heisenberg(ring(24)))
                .in(symmetric(ring(24), 1))
                .solve(TWO);
        assertThat(spectrum.groundEnergy()).isCloseTo(new HeisenbergRing(24).groundEnergy(), within(1e-11));
        assertThat(spectrum.dimension()).isLessThan(2_704_156 / 90);
    }

    @Test
    void theSquareOf16SpinsHasThePublishedLevels() {
        Lattice square = Lattice.periodic(LatticeKind.SQUARE, 4, 4);
        ExactSpectrum whole =
                Diagonalisation.of(heisenberg(square)).withLevels(2).solve(TWO);
        assertThat(whole.energy(0)).isCloseTo(-44.91393283371543, within(1e-11));
        assertThat(whole.energy(1)).isCloseTo(-42.59953949, within(5e-9));
        assertThat(Diagonalisation.of(heisenberg(square))
                        .in(symmetric(square, 1))
                        .solve(TWO)
                        .groundEnergy())
                .isCloseTo(-44.91393283371543, within(1e-11));
        assertThat(Diagonalisation.of(Hamiltonians.j1j2(square, Spins.withMagnetisation(16, 0), 1, 0.5))
                        .solve(TWO)
                        .groundEnergy())
                .isCloseTo(-33.83169340557936, within(1e-11));
    }

    @Test
    void theFrustratedRectangleOf24SpinsHasThePublishedGroundEnergy() {
        Lattice rectangle = Lattice.periodic(LatticeKind.SQUARE, 4, 6);
        ConfigurationOperator j1j2 = Hamiltonians.j1j2(rectangle, Spins.withMagnetisation(24, 0), 1, 0.5);
        ExactSpectrum spectrum =
                Diagonalisation.of(j1j2).in(symmetric(rectangle, 1)).solve(TWO);
        assertThat(spectrum.groundEnergy()).isCloseTo(-50.16239379527527, within(1e-11));
    }

    @Test
    void theSectorsOfAllMomentaAndParitiesMakeUpTheSpectrum() {
        Lattice ring = ring(8);
        ConfigurationOperator whole = Hamiltonians.xxz(ring, Spins.withMagnetisation(8, 0), 0.3);
        List<Double> found = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            for (int parity : new int[] {1, -1}) {
                SymmetrySector sector = new SymmetrySector(GroupCharacter.momentum(ring, k), parity);
                int dimension = Diagonalisation.of(whole).in(sector).solve(TWO).dimension();
                for (double energy : Diagonalisation.of(whole)
                        .in(sector)
                        .withLevels(dimension)
                        .solve(TWO)
                        .energies()) {
                    found.add(energy);
                }
            }
        }
        found.sort(null);
        double[] energies = Diagonalisation.of(whole).withLevels(70).solve(TWO).energies();
        assertThat(found.stream().mapToDouble(x -> x).toArray()).containsExactly(energies, within(1e-11));
    }

    @Test
    void lanczosAndTheWholeMatrixAgreeInComplexSectorsAndOnStates() {
        Lattice ring = ring(14);
        ConfigurationOperator xxz = Hamiltonians.xxz(ring, Spins.withMagnetisation(14, 0), -0.4);
        SymmetrySector turning = new SymmetrySector(GroupCharacter.momentum(ring, 1), 0);
        // About 3432 / 14 states: the whole matrix. Without the symmetry the same level is among 3432 states: Lanczos.
        ExactSpectrum inside = Diagonalisation.of(xxz).in(turning).withLevels(2).solve(TWO);
        assertThat(inside.products()).isZero();
        ExactState state = inside.state(0);
        assertThat(state.isReal()).isFalse();
        assertThat(state.expectation(xxz, TWO)).isCloseTo(inside.groundEnergy(), within(1e-11));
        assertThat(state.variance(xxz, TWO)).isLessThan(1e-20);
        ExactSpectrum outside = Diagonalisation.of(xxz).withLevels(12).solve(TWO);
        assertThat(outside.products()).isPositive();
        assertThat(Arrays.stream(outside.energies())
                        .filter(e -> Math.abs(e - inside.groundEnergy()) < 1e-9)
                        .count())
                .as("the momenta 1 and -1")
                .isEqualTo(2);
    }

    @Test
    void complexOperatorsAgreeWithTheirMatrices() {
        String text = "0.7 XYZIIIIIII + 1.1 IIYXIIIIII - 0.4 IIIIZZXIII + 0.9 IIIIIYIIIX + 0.3 YIIIIIIIZI"
                + " - 0.8 IXIIIIIYIX + 0.5 ZIIIZIIIIZ + 0.6 IIIXIIYIII - 0.35 IIIIIIIYII + 0.2 IIXIIIIIYI";
        PauliSum sum = PauliSum.parse(text);
        ConfigurationOperator operator = Hamiltonians.pauli(sum, Spins.free(10));
        assertThat(operator.isReal()).isFalse();
        double[] all = HermitianEigen.values(sum.matrix());
        ExactSpectrum spectrum = Diagonalisation.of(operator).withLevels(4).solve(TWO);
        assertThat(spectrum.products()).isPositive();
        assertThat(spectrum.energies()).containsExactly(Arrays.copyOf(all, 4), within(1e-12));
        for (int k = 0; k < 4; k++) {
            assertThat(spectrum.residual(k)).isLessThan(1e-8);
        }
    }

    @Test
    void degenerateLevelsComeAsOftenAsTheyOccur() {
        // Without a field the ring of 12 has two states without and 132 states with two broken bonds.
        ExactSpectrum spectrum = Diagonalisation.of(ising(12, 0)).withLevels(4).solve(TWO);
        assertThat(spectrum.energies()).containsExactly(new double[] {-12, -12, -8, -8}, within(1e-12));
        assertThat(spectrum.state(0).fidelity(spectrum.state(1))).isLessThan(1e-20);
        // The first excited state of the ring of 10 spins is a triplet.
        ExactSpectrum triplet = Diagonalisation.of(Hamiltonians.heisenberg(ring(10), Spins.free(10)))
                .withLevels(5)
                .solve(TWO);
        assertThat(triplet.energy(3)).isCloseTo(triplet.energy(1), within(1e-11));
        assertThat(triplet.energy(1) - triplet.energy(0)).isGreaterThan(0.1);
        assertThat(triplet.energy(4) - triplet.energy(3)).isGreaterThan(0.1);
    }

    @Test
    void twoLevelsThatNearlyMeetAreFoundTogether() {
        ExactSpectrum spectrum = Diagonalisation.of(ising(14, 0.4)).solve(TWO);
        assertThat(spectrum.converged()).isTrue();
        assertThat(spectrum.groundEnergy()).isCloseTo(new IsingRing(14, 1, 0.4).groundEnergy(), within(1e-11));
    }

    @Test
    void freeBosonsCondense() {
        // Without interaction, and with room for all, each of n particles has the energy −2t of a wave of momentum 0.
        Bosons space = new Bosons(8, 4, OptionalInt.of(4));
        ConfigurationOperator free = Hamiltonians.boseHubbard(ring(8), space, 0.7, 0, 0);
        assertThat(Diagonalisation.of(free).solve(TWO).groundEnergy()).isCloseTo(-5.6, within(1e-11));
        SymmetrySector still = new SymmetrySector(GroupCharacter.trivial(SymmetryGroup.spaceGroup(ring(8))), 0);
        assertThat(Diagonalisation.of(free).in(still).solve(TWO).groundEnergy()).isCloseTo(-5.6, within(1e-11));
        // With a chemical potential and no hopping, every site of a free number of particles minimises U n(n−1)/2 − μn
        // alone.
        Bosons open = new Bosons(6, 2, OptionalInt.empty());
        ConfigurationOperator insulator = Hamiltonians.boseHubbard(ring(6), open, 0, 2, 1);
        ExactSpectrum spectrum = Diagonalisation.of(insulator).withLevels(3).solve(TWO);
        assertThat(spectrum.energies()).containsExactly(new double[] {-6, -5, -5}, within(1e-12));
    }

    @Test
    void resultsDoNotDependOnTheNumberOfThreads() {
        try (Workers one = Workers.of(1);
                Workers three = Workers.of(3)) {
            ExactSpectrum alone = Diagonalisation.of(ising(15, 1)).withLevels(2).solve(one);
            ExactSpectrum together =
                    Diagonalisation.of(ising(15, 1)).withLevels(2).solve(three);
            assertThat(together.energies()).isEqualTo(alone.energies());
            assertThat(together.state(1)).isEqualTo(alone.state(1));
        }
    }

    @Test
    void fewVectorsGiveTheSameLevels() {
        ConfigurationOperator operator = ising(13, 1);
        // Room for the tables, the three vectors beside, and hardly more than the least number of vectors.
        long little = 16L * 8 * (1 << 13);
        ExactSpectrum spectrum = Diagonalisation.of(operator).withMemory(little).solve(TWO);
        assertThat(spectrum.groundEnergy()).isCloseTo(new IsingRing(13, 1, 1).groundEnergy(), within(1e-11));
        assertThat(spectrum.products())
                .isGreaterThan(Diagonalisation.of(operator).solve(TWO).products());
    }

    @Test
    void whatCannotBeDoneIsRefusedWithItsLimit() {
        Diagonalisation large = Diagonalisation.of(ising(24, 1)).withMemory(1L << 30);
        assertThatThrownBy(() -> large.solve(TWO))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("16,777,216 states need")
                .hasMessageContaining("GiB of memory, 1.00 GiB may be used");
        assertThatThrownBy(() -> Diagonalisation.of(ising(40, 1)).solve(TWO))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at most 2^31 amplitudes, 16 GiB a state; this space has 1.10e+12");
        assertThatThrownBy(() -> Diagonalisation.of(ising(100, 1)).solve(TWO))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at most 2^31 amplitudes, 16 GiB a state; this space has 1.27e+30, 9.44e+21 GiB");
        assertThatThrownBy(() -> Diagonalisation.of(ising(3, 1)).withLevels(9).solve(TWO))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("there are 8 states in all");
        assertThatThrownBy(() -> Diagonalisation.of(ising(3, 1)).withLevels(0))
                .hasMessageContaining("at least 1 level is computed, got 0");
    }

    @Test
    void aSymmetryThatTheOperatorDoesNotHaveIsRefused() {
        ConfigurationOperator open =
                Hamiltonians.transverseFieldIsing(Lattice.open(LatticeKind.CHAIN, 10), Spins.free(10), 1, 1);
        assertThatThrownBy(() ->
                        Diagonalisation.of(open).in(symmetric(ring(10), 1)).solve(TWO))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a permutation of sites changes it");
        ConfigurationOperator field = Hamiltonians.pauli(PauliSum.parse("ZIII + IZII + IIZI + IIIZ"), Spins.free(4));
        assertThatThrownBy(() ->
                        Diagonalisation.of(field).in(symmetric(ring(4), 1)).solve(TWO))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the spin flip changes it");
        ConfigurationOperator polarised = Hamiltonians.heisenberg(ring(4), Spins.withMagnetisation(4, 2));
        assertThatThrownBy(() ->
                        Diagonalisation.of(polarised).in(symmetric(ring(4), 1)).solve(TWO))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("free spins and those of magnetisation 0");
    }
}

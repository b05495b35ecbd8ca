package org.ketwork.wavefunction.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.hamiltonian.MarshallRotation;
import org.ketwork.quantum.lattice.GroupCharacter;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.RbmSymmetric;
import org.ketwork.wavefunction.minimisation.LocalCost;
import org.ketwork.wavefunction.minimisation.Minimisation;
import org.ketwork.wavefunction.minimisation.MinimisationSpec;
import org.ketwork.wavefunction.sampler.FullSum;
import org.ketwork.wavefunction.sampler.OrbitSum;

/** Symmetric machines less their flipped images. */
class OddMachineTest {
    private static final Lattice TORUS = Lattice.periodic(LatticeKind.SQUARE, 4, 4);
    private static final Lattice RING = Lattice.periodic(LatticeKind.CHAIN, 10);

    /** By diagonalisation. */
    private static final double TRIPLET = -42.59953949;

    private static final double GAP = 2.31439334306157;

    private static Projected odd(Spins space, int features, SymmetryGroup group, boolean complex) {
        GroupCharacter alone = GroupCharacter.trivial(SymmetryGroup.trivial(space.sites()));
        return new Projected(
                new RbmSymmetric(space, features, group.permutations(), complex, true), new SymmetrySector(alone, -1));
    }

    private static SymmetryGroup keepingSublattices(Lattice lattice) {
        boolean[] sublattice = lattice.sublattice().orElseThrow();
        return SymmetryGroup.of(Arrays.stream(SymmetryGroup.spaceGroup(lattice).permutations())
                .filter(permutation -> IntStream.range(0, permutation.length)
                        .allMatch(site -> sublattice[permutation[site]] == sublattice[site]))
                .toList());
    }

    /** Whether all amplitudes are the sum of v with given signs, times numbers of one half of the complex plane. */
    private static void requireNodes(Projected family, double[] theta, IntToDoubleFunction signs) {
        Configurations all = family.space().all();
        double[] phase = new double[all.rows()];
        family.at(theta).logAmplitudes(all, new double[all.rows()], phase);
        double first = Double.NaN;
        for (int row = 0; row < all.rows(); row++) {
            double order = 0;
            for (int site = 0; site < all.sites(); site++) {
                order += signs.applyAsDouble(site) * all.value(row, site);
            }
            if (order != 0) {
                double angle = order > 0 ? phase[row] : phase[row] + Math.PI;
                first = Double.isNaN(first) ? angle : first;
                assertThat(Math.cos(angle - first))
                        .as(Arrays.toString(all.row(row)))
                        .isPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAntiferromagnetBeginsWithTheNodesOfTheStaggeredMagnetisation(boolean complex) {
        boolean[] sublattice = TORUS.sublattice().orElseThrow();
        Projected family = odd(Spins.withMagnetisation(16, 0), 4, keepingSublattices(TORUS), complex);
        for (int seed = 1; seed <= 10; seed++) {
            double[] theta = family.initialise(RandomAddress.root(seed));
            requireNodes(family, theta, site -> sublattice[site] ? 1 : -1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFerromagnetBeginsWithTheNodesOfTheMagnetisation(boolean complex) {
        Projected family = odd(Spins.free(10), 4, SymmetryGroup.spaceGroup(RING), complex);
        for (int seed = 1; seed <= 10; seed++) {
            requireNodes(family, family.initialise(RandomAddress.root(seed)), site -> 1);
        }
    }

    /** Seeds that ended 6 to 9 % too high, with a few wrong signs, when weights began larger than biases. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {3, 6, 7})
    void theTripletOfTheAntiferromagnetIsFoundWithinAPercentOfTheGap(long seed) {
        Spins space = Spins.withMagnetisation(16, 0);
        SymmetryGroup group = keepingSublattices(TORUS);
        LocalCost energy = LocalCost.energy(MarshallRotation.of(
                Hamiltonians.heisenberg(TORUS, space), TORUS.sublattice().orElseThrow()));
        OrbitSum orbits = new OrbitSum(space, new SymmetrySector(GroupCharacter.trivial(group), -1));
        Projected family = odd(space, 4, group, false);
        try (Workers workers = Workers.of(2)) {
            Minimisation search =
                    new Minimisation(family, energy, step -> orbits, MinimisationSpec.standard(200), workers);
            double[] theta = search.run(
                            search.start(RandomAddress.root(seed).at("ansatz").at(1)), (record, state) -> {})
                    .theta();
            Minimisation all =
                    new Minimisation(family, energy, step -> new FullSum(space), MinimisationSpec.standard(1), workers);
            assertThat(all.step(all.start(theta)).record().energy()).isCloseTo(TRIPLET, within(0.01 * GAP));
        }
    }
}

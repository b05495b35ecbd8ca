package org.ketwork.wavefunction.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.lattice.GroupCharacter;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.minimisation.LocalCost;
import org.ketwork.wavefunction.minimisation.Minimisation;
import org.ketwork.wavefunction.minimisation.MinimisationSpec;
import org.ketwork.wavefunction.minimisation.StepRule;
import org.ketwork.wavefunction.projection.ProjectedRbm;
import org.ketwork.wavefunction.reconfiguration.Shift;

class OrbitSumTest {
    private static final Lattice RING = Lattice.periodic(LatticeKind.CHAIN, 6);

    record Row(Spins space, SymmetrySector sector) {}

    /** With and without a conserved magnetisation, real and complex characters, both parities and none. */
    static List<Row> table() {
        SymmetryGroup group = SymmetryGroup.spaceGroup(RING);
        Spins free = Spins.free(6);
        Spins neutral = Spins.withMagnetisation(6, 0);
        return List.of(
                new Row(free, new SymmetrySector(GroupCharacter.trivial(group), 1)),
                new Row(neutral, new SymmetrySector(GroupCharacter.trivial(group), 0)),
                new Row(neutral, new SymmetrySector(GroupCharacter.momentum(RING, 3), -1)),
                new Row(Spins.withMagnetisation(6, 2), new SymmetrySector(GroupCharacter.momentum(RING, 1), 0)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void energyVarianceAndStepAreThoseOfTheSumOverAllConfigurations(Row row) {
        Ansatz family = new ProjectedRbm(row.space(), 2, row.sector(), true, 0.5);
        double[] theta = family.initialise(RandomAddress.root(7).at("machine"));
        ConfigurationOperator hamiltonian = Hamiltonians.xxz(RING, row.space(), 0.7);
        OrbitSum few = new OrbitSum(row.space(), row.sector());
        assertThat(2 * few.orbits()).isLessThan((int) row.space().size());
        try (Workers workers = Workers.of(2)) {
            Minimisation.Step byOrbits = step(family, hamiltonian, few, theta, workers);
            Minimisation.Step byAll = step(family, hamiltonian, new FullSum(row.space()), theta, workers);
            assertThat(byOrbits.record().energy()).isCloseTo(byAll.record().energy(), within(1e-12));
            assertThat(byOrbits.record().variance()).isCloseTo(byAll.record().variance(), within(1e-11));
            assertThat(byOrbits.state().theta()).containsExactly(byAll.state().theta(), within(1e-9));
            assertThat(byOrbits.state().theta()).isNotEqualTo(theta);
        }
    }

    private static Minimisation.Step step(
            Ansatz family, ConfigurationOperator hamiltonian, Sampler sampler, double[] theta, Workers workers) {
        MinimisationSpec spec = new MinimisationSpec(
                1, LearningRate.constant(0.02), new StepRule.Reconfiguration(Shift.constant(1e-2), 0));
        Minimisation search = new Minimisation(family, LocalCost.energy(hamiltonian), step -> sampler, spec, workers);
        return search.step(search.start(theta));
    }

    @Test
    void theTorusOfSixteenSpinsHasAHundredAndSevenOrbits() {
        SymmetryGroup group = SymmetryGroup.spaceGroup(Lattice.periodic(LatticeKind.SQUARE, 4, 4));
        SymmetrySector even = new SymmetrySector(GroupCharacter.trivial(group), 1);
        assertThat(new OrbitSum(Spins.withMagnetisation(16, 0), even).orbits()).isEqualTo(107);
    }

    @Test
    void whatCannotBeSummedIsRefused() {
        SymmetrySector sector = new SymmetrySector(GroupCharacter.trivial(SymmetryGroup.trivial(6)), 0);
        assertThatThrownBy(() -> new OrbitSum(Spins.free(5), sector))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("6 sites cannot act on configurations of 5");
        SymmetrySector large = new SymmetrySector(GroupCharacter.trivial(SymmetryGroup.trivial(25)), 0);
        assertThatThrownBy(() -> new OrbitSum(Spins.free(25), large))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at most 24 spins, got 25");
    }
}

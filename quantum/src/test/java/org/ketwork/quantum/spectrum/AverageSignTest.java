package org.ketwork.quantum.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.hamiltonian.MarshallRotation;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.space.Spins;

/** J₁-J₂ rings in the sector of no magnetisation, energies in units of S·S, against values computed apart with another program. */
class AverageSignTest {
    private static final Workers ONE = Workers.of(1);

    private static ConfigurationOperator ring(int sites, double j2) {
        Lattice chain = Lattice.periodic(LatticeKind.CHAIN, sites);
        return Hamiltonians.j1j2(chain, Spins.withMagnetisation(sites, 0), 1, j2)
                .times(0.25);
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0, 1, 1, 1, 1",
        "8, 0.2, .903371, .586805, .179676, .021360",
        "8, 0.5, .771030, .244716, .011159, .000038",
        "8, 1, .600513, .095827, .002572, .000005",
        "10, 0.2, .883049, .526865, .131191, .009685",
        "10, 1, .555027, .063312, .000593, 0"
    })
    void signsOfFrustratedRings(int sites, double j2, double one, double two, double four, double eight) {
        AverageSign sign = AverageSign.of(ring(sites, j2), ONE);
        assertThat(new double[] {sign.at(1), sign.at(2), sign.at(4), sign.at(8)})
                .containsExactly(new double[] {one, two, four, eight}, within(6e-7));
    }

    @Test
    void aChangeOfSignsInTheBasisLeavesTheAverageSign() {
        ConfigurationOperator ring = ring(8, 0.3);
        boolean[] sublattice = {false, true, false, true, false, true, false, true};
        assertThat(AverageSign.of(MarshallRotation.of(ring, sublattice), ONE).at(2))
                .isCloseTo(AverageSign.of(ring, ONE).at(2), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0, -3.651093409, .522674, 0, 1e-14",
        "8, 0.2, -3.350733220, .480013, 0, 1e-14",
        "8, 1, -4.128419064, .552646, .393552, 5.1e-7",
        "10, 0, -4.515446354, .423239, 0, 1e-14",
        "10, 0.2, -4.150963255, .382541, 2.66e-8, 5.1e-11",
        "10, 1, -5.010546279, .615028, .40574446, 5.1e-9"
    })
    void energiesGapsAndWeightsAgainstMarshallsRule(
            int sites, double j2, double energy, double gap, double weight, double digits) {
        Lattice chain = Lattice.periodic(LatticeKind.CHAIN, sites);
        ConfigurationOperator ring = ring(sites, j2);
        ExactSpectrum spectrum = Diagonalisation.of(ring).withLevels(2).solve(ONE);
        assertThat(spectrum.groundEnergy()).isCloseTo(energy, within(5.1e-10));
        assertThat(spectrum.energy(1) - spectrum.groundEnergy()).isCloseTo(gap, within(5.1e-7));
        MarshallRotation rule = MarshallRotation.of(ring, chain.sublattice().orElseThrow());
        assertThat(SignStructure.violatingWeight(spectrum.state(0), rule)).isCloseTo(weight, within(digits));
    }
}

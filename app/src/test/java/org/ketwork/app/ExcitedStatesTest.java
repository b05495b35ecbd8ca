package org.ketwork.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketwork.lab.run.Json;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.lattice.Graphs;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.spectrum.Diagonalisation;
import org.ketwork.quantum.spectrum.HeisenbergRing;
import org.ketwork.quantum.spectrum.IsingRing;
import tools.jackson.databind.JsonNode;

/** Gaps by {@code solve --excited}, against free fermions and diagonalisation. Seeds are fixed. */
class ExcitedStatesTest {
    /** E₁ − E₀ of the antiferromagnet on the 4x4 torus, by diagonalisation. */
    private static final double HEISENBERG_4X4_GAP = 44.91393283371543 - 42.59953949;

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = new Session(folder);
    }

    private JsonNode levels(String arguments) {
        Session.Done done = session.run(("solve --seed 1 --json " + arguments).split(" "));
        assertThat(done.code()).as(done.err()).isZero();
        JsonNode levels = Json.mapper().readTree(done.out()).get("levels");
        assertThat(levels).hasSize(2);
        assertThat(levels.get(0).get("gap").get("mean").asDouble()).isZero();
        assertThat(levels.get(0).get("overlaps")).isEmpty();
        assertThat(levels.get(1).get("overlaps")).hasSize(1);
        return levels;
    }

    private static double gap(JsonNode levels) {
        double gap = levels.get(1).get("gap").get("mean").asDouble();
        double difference = levels.get(1).get("energy").asDouble()
                - levels.get(0).get("energy").asDouble();
        assertThat(gap).isCloseTo(difference, within(1e-12));
        return gap;
    }

    @Test
    void theLowestOddStateOfAnIsingRingIsItsFirstExcitedOne() {
        JsonNode levels = levels("--lattice chain:6 --hamiltonian tfim:h=1 --sampler full-sum --steps 150"
                + " --ansatz rbm-symmetric:2,parity=1 --excited 1 --excited-ansatz rbm-symmetric:2,parity=-1");
        double exact = new IsingRing(6, 1, 1).gap();
        assertThat(gap(levels)).isCloseTo(exact, within(0.01 * exact));
        JsonNode overlap = levels.get(1).get("overlaps").get(0);
        assertThat(overlap.get("mean").asDouble()).isCloseTo(0, within(1e-12));
        assertThat(overlap.get("error").asDouble()).isZero();
    }

    @Test
    void thePenaltyFindsTheFirstExcitedStateWithoutItsSymmetry() {
        JsonNode levels = levels("--lattice chain:6 --hamiltonian tfim:h=1 --sampler full-sum --steps 300"
                + " --ansatz rbm-complex:2 --excited 1");
        double exact = new IsingRing(6, 1, 1).gap();
        assertThat(gap(levels)).isCloseTo(exact, within(0.01 * exact));
        assertThat(levels.get(1).get("overlaps").get(0).get("mean").asDouble()).isCloseTo(0, within(1e-4));
    }

    /** The triplet is odd under the flip of all spins; from a nearly even beginning the search ends at an even level, 1.3 higher. */
    @Test
    void thePenaltyFindsTheTripletOfARingThoughFreshStatesAreNearlyEven() {
        JsonNode levels = levels("--lattice chain:10 --hamiltonian heisenberg --sampler full-sum --steps 200"
                + " --ansatz rbm-complex:2 --excited 1");
        double triplet = lowestOfMagnetisationTwo();
        assertThat(levels.get(1).get("exact").asDouble()).isCloseTo(triplet, within(1e-8));
        double exact = triplet - new HeisenbergRing(10).groundEnergy();
        assertThat(gap(levels)).isCloseTo(exact, within(0.02 * exact));
    }

    private static double lowestOfMagnetisationTwo() {
        Spins space = Spins.withMagnetisation(10, 2);
        try (Workers workers = Workers.of(1)) {
            return Diagonalisation.of(Hamiltonians.heisenberg(Graphs.parse("chain:10"), space))
                    .solve(workers)
                    .groundEnergy();
        }
    }

    /** The error of the sampled gap is about 0.3 % of it, so that 1 % is missed once in a thousand choices of the seed. */
    @Tag("slow")
    @Test
    void theGapOfARingOf20IsSampledWithinAPercent() {
        JsonNode levels = levels("--lattice chain:20 --hamiltonian tfim:h=1 --ansatz rbm-symmetric:4,group=space"
                + " --excited 1 --excited-ansatz rbm-symmetric:4,group=space,parity=-1");
        double exact = new IsingRing(20, 1, 1).gap();
        assertThat(gap(levels)).isCloseTo(exact, within(0.01 * exact));
    }

    @Tag("slow")
    @Test
    void theTripletOfTheAntiferromagnetIsFoundWithinAPercent() {
        JsonNode levels = levels("--lattice square:4x4 --hamiltonian heisenberg --sampler full-sum --steps 150"
                + " --learning-rate 0.05 --ansatz rbm-symmetric:2,group=space --excited 1"
                + " --excited-ansatz rbm-symmetric:4,group=sublattice,parity=-1");
        assertThat(gap(levels)).isCloseTo(HEISENBERG_4X4_GAP, within(0.01 * HEISENBERG_4X4_GAP));
    }
}

package org.ketwork.wavefunction.reconfiguration;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.Gutzwiller;
import org.ketwork.wavefunction.ansatz.Jastrow;
import org.ketwork.wavefunction.ansatz.Product;
import org.ketwork.wavefunction.ansatz.Rbm;
import org.ketwork.wavefunction.ansatz.RbmComplex;
import org.ketwork.wavefunction.ansatz.RbmModulusPhase;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.network.NetworkFamilies;
import org.ketwork.wavefunction.sampler.Sample;

/** The memory that a step is said to take, against the bytes that the machine counts. */
class StepMemoryTest {
    private static final Spins SPINS = Spins.free(48);
    private static final Bosons BOSONS = Bosons.free(24, 3);
    private static final int ROWS = 700;
    /** Parameters of a family that is tried in their space. */
    private static final int MOST = 4000;
    /** What may be allocated, in what is said. */
    private static final double TIMES = 3;

    static Stream<Ansatz> families() {
        Lattice square = Lattice.periodic(LatticeKind.SQUARE, 6, 8);
        return Stream.of(
                new Rbm(SPINS, 96, true),
                new RbmComplex(SPINS, 96, true),
                new RbmModulusPhase(SPINS, 48, 48, false),
                Jastrow.longRange(SPINS, false),
                new Product(Gutzwiller.ofSites(BOSONS, true), new RbmComplex(BOSONS, 24, true)),
                NetworkFamilies.dense(SPINS, Codomain.REAL, 200, 200),
                NetworkFamilies.dense(SPINS, Codomain.COMPLEX, 60),
                NetworkFamilies.convolutional(SPINS, square, Codomain.REAL, 6, 1, 2));
    }

    /**
     * Buffers that live for a tile or a panel are counted by the machine, however many follow one another; so are, until the compiler has
     * seen to them, registers of the vector unit, of which the least of some repetitions is free.
     */
    @ParameterizedTest
    @MethodSource("families")
    void aStepTakesAboutWhatItIsSaidToTake(Ansatz family) {
        try (Workers workers = Workers.of(1)) {
            for (Space space : List.of(Space.SAMPLES, Space.PARAMETERS)) {
                if (space == Space.SAMPLES || family.parameterCount() < MOST) {
                    requireTaken(family, space, workers);
                }
            }
        }
    }

    private static void requireTaken(Ansatz family, Space space, Workers workers) {
        Wavefunction wavefunction =
                family.at(family.initialise(RandomAddress.root(1).at("memory")));
        Configurations at =
                Configurations.random(family.space(), ROWS, RandomAddress.root(3).at("configurations").stream());
        double[] weights = new double[ROWS];
        Arrays.fill(weights, 1.0 / ROWS);
        Sample sample = new Sample(at, weights, new int[1][ROWS]);
        double[] wanted = new double[ROWS];
        RandomAddress.root(2).fillNormal(wanted);
        ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long said = 0;
        long least = Long.MAX_VALUE;
        for (int repetition = 0; repetition < 40 && least > TIMES * said; repetition++) {
            MetricSolver solver = new MetricSolver(Shift.constant(0.1), space);
            long before = counter.getCurrentThreadAllocatedBytes();
            TangentSpace tangent = new TangentSpace(sample, wavefunction.logDerivatives(at, workers), workers);
            solver.solve(tangent, new Change(tangent.centred(wanted), new double[ROWS]), 0.1);
            least = Math.min(least, counter.getCurrentThreadAllocatedBytes() - before);
            said = solver.cost(tangent).bytes();
        }
        assertThat((double) least / said)
                .as("%s in %s: said %d, allocated %d", family, space, said, least)
                .isBetween(1.0, TIMES);
    }
}

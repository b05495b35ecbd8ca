package org.ketwork.wavefunction.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.spectrum.IsingRing;
import org.ketwork.wavefunction.ansatz.RbmComplex;
import org.ketwork.wavefunction.ansatz.RbmSymmetric;
import org.ketwork.wavefunction.estimate.Measurement;
import org.ketwork.wavefunction.reconfiguration.PseudoInverse;
import org.ketwork.wavefunction.sampler.FullSum;
import org.ketwork.wavefunction.sampler.MarkovChains;
import org.ketwork.wavefunction.sampler.Rule;
import org.ketwork.wavefunction.sampler.Sampler;
import org.ketwork.wavefunction.sampler.Schedule;

/** From all spins along +x into a field of one half, as in docs/dynamics.md, against free fermions. */
class QuenchTest {
    private static final double FIELD = 0.5;

    private interface Judge {
        void at(EvolutionRecord record, Measurement magnetisation, double exact);
    }

    private static void quench(int sites, int features, double end, StepControl steps, Sampler sampler, Judge judge) {
        Spins space = Spins.free(sites);
        Lattice ring = Lattice.periodic(LatticeKind.CHAIN, sites);
        ConfigurationOperator hamiltonian = Hamiltonians.transverseFieldIsing(ring, space, 1, FIELD);
        ConfigurationOperator magnetisation = Hamiltonians.transverseFieldIsing(ring, space, 0, -1.0 / sites);
        IsingRing exact = new IsingRing(sites, 1, FIELD);
        RbmSymmetric family = new RbmSymmetric(
                space, features, SymmetryGroup.translations(ring).permutations(), true);
        EvolutionSpec spec = new EvolutionSpec(Time.REAL, end, 0.1, steps, new PseudoInverse(1e-8));
        try (Workers workers = Workers.of(2)) {
            Evolution evolution = new Evolution(family, hamiltonian, List.of(magnetisation), sampler, spec, workers);
            evolution.run(AlongX.of(family), (record, state) -> {
                if (record.stop()) {
                    judge.at(
                            record,
                            record.observables().getFirst(),
                            exact.transverseMagnetisation(Double.POSITIVE_INFINITY, record.time()));
                }
            });
        }
    }

    @Test
    void theMagnetisationOfAnExactSumFollowsFreeFermions() {
        quench(8, 2, 0.5, StepControl.of(1e-4), new FullSum(Spins.free(8)), (record, magnetisation, exact) -> {
            assertThat(magnetisation.mean()).as("t = %s", record.time()).isCloseTo(exact, within(1e-3));
            assertThat(record.energy().mean()).isCloseTo(-8 * FIELD, within(2e-3));
        });
    }

    /** Five standard errors at 3 times: a false alarm in one of 500,000 seeds. */
    @Test
    @Tag("slow")
    void theMagnetisationOfASampleFollowsFreeFermionsWithinItsError() {
        Sampler sampler = new MarkovChains(
                Spins.free(24),
                new Rule.LocalFlip(),
                new Schedule(200, 2000, 1, 50, 3),
                RandomAddress.root(1).at("sampler"));
        quench(
                24,
                2,
                0.3,
                StepControl.of(1e-3),
                sampler,
                (record, magnetisation, exact) -> assertThat(magnetisation.mean())
                        .as("t = %s", record.time())
                        .isCloseTo(exact, within(1e-3 + 5 * magnetisation.standardError())));
    }

    @Test
    void machinesAtTheBeginningAreTheStateOfAllSpinsAlongX() {
        int sites = 6;
        Spins space = Spins.free(sites);
        Lattice ring = Lattice.periodic(LatticeKind.CHAIN, sites);
        RbmSymmetric tied =
                new RbmSymmetric(space, 3, SymmetryGroup.translations(ring).permutations(), true);
        RbmComplex free = new RbmComplex(space, 9, true);
        double[] modulus = new double[64];
        double[] phase = new double[64];
        tied.at(AlongX.of(tied)).logAmplitudes(space.all(), modulus, phase);
        assertUniform(modulus, phase);
        free.at(AlongX.of(free)).logAmplitudes(space.all(), modulus, phase);
        assertUniform(modulus, phase);
    }

    private static void assertUniform(double[] modulus, double[] phase) {
        for (int i = 0; i < modulus.length; i++) {
            assertThat(modulus[i]).isCloseTo(modulus[0], within(1e-12));
            assertThat(Math.cos(phase[i] - phase[0])).isCloseTo(1, within(1e-12));
        }
    }
}

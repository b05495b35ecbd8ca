package org.ketwork.wavefunction.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.hamiltonian.Observables;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.spectrum.Diagonalisation;
import org.ketwork.quantum.spectrum.ExactSpectrum;
import org.ketwork.wavefunction.ListedAmplitudes;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.sampler.FullSum;
import org.ketwork.wavefunction.sampler.MarkovChains;
import org.ketwork.wavefunction.sampler.Rule;
import org.ketwork.wavefunction.sampler.Sampler;
import org.ketwork.wavefunction.sampler.Schedule;

/**
 * The J1-J2 ring of 14 spins with J2/J1 = 0.2, of energy −23.064 and structure factor 3.803 at wave number π (the numbers of the
 * tutorial on it of NetKet), by summation and by chains.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrustratedRingTest {
    private static final int SITES = 14;

    private final Workers workers = Workers.of(1);
    private final Spins space = Spins.withMagnetisation(SITES, 0);
    private final Lattice ring = Lattice.periodic(LatticeKind.CHAIN, SITES);
    private final ConfigurationOperator hamiltonian = Hamiltonians.j1j2(ring, space, 1, 0.2);
    private final ConfigurationOperator staggered = Observables.longitudinalStructureFactor(ring, space, SITES / 2);

    private final ExactSpectrum spectrum = Diagonalisation.of(hamiltonian).solve(workers);
    private final double energy = spectrum.groundEnergy();
    private final ListedAmplitudes ground =
            new ListedAmplitudes(space, Codomain.REAL, spectrum.state(0).re(), new double[spectrum.dimension()]);

    @AfterAll
    void close() {
        workers.close();
    }

    private Sampler.Draw draw(Sampler sampler) {
        return sampler.draw(ground, sampler.start(ground, workers), 0, workers);
    }

    @Test
    void summationGivesThePublishedNumbers() {
        Sampler.Draw all = draw(new FullSum(space));
        EnergyEstimate estimate = EnergyEstimate.of(hamiltonian, ground, all, workers);
        assertThat(estimate.mean()).isCloseTo(-23.064, within(5e-4)).isCloseTo(energy, within(1e-9));
        assertThat(estimate.variance()).isLessThan(1e-12);
        Measurement factor = Measurement.of(staggered, ground, all.sample(), workers);
        assertThat(factor.mean()).isCloseTo(3.803, within(5e-4));
    }

    @Test
    void theStructureFactorIsTheSumOfTheCorrelations() {
        Sampler.Draw all = draw(new FullSum(space));
        List<Measurement> correlations = Correlations.longitudinal(all.sample(), PairClasses.ofRing(SITES));
        double sum = 1;
        for (int d = 1; d <= SITES / 2; d++) {
            sum += (d % 2 == 0 ? 1 : -1)
                    * (2 * d == SITES ? 1 : 2)
                    * correlations.get(d - 1).mean();
        }
        assertThat(Measurement.of(staggered, ground, all.sample(), workers).mean())
                .isCloseTo(sum, within(1e-11));
    }

    @Test
    void chainsAgreeWithinTheirErrors() {
        List<int[]> bonds = ring.edges().stream()
                .map(edge -> new int[] {edge.from(), edge.to()})
                .toList();
        Sampler sampler = new MarkovChains(
                space, new Rule.Exchange(bonds), new Schedule(64, 64 * 60, 1, 50, 0), RandomAddress.root(8));
        Sampler.Draw draw = draw(sampler);
        EnergyEstimate estimate = EnergyEstimate.of(hamiltonian, ground, draw, workers);
        assertThat(Soundness.DEFAULT.judge(estimate, OptionalDouble.of(energy))).isInstanceOf(Soundness.Sound.class);
        assertThat(estimate.mean()).isCloseTo(energy, within(1e-7));
        Measurement factor = Measurement.of(staggered, ground, draw.sample(), workers);
        double exact = Measurement.of(
                        staggered, ground, draw(new FullSum(space)).sample(), workers)
                .mean();
        // 5 standard errors: 1e-6 false alarms for a fresh seed.
        assertThat(Math.abs(factor.mean() - exact)).isLessThan(5 * factor.standardError());
        assertThat(factor.standardError()).isLessThan(0.2);
    }

    @Test
    void renyiEntropyBySummationIsThatOfTheSchmidtSpectrum() {
        int[] half = {0, 1, 2, 3, 4, 5, 6};
        double purity = Arrays.stream(Diagonalisation.of(hamiltonian)
                        .solve(workers)
                        .state(0)
                        .schmidt(half)
                        .weights())
                .map(p -> p * p)
                .sum();
        var sample = draw(new FullSum(space)).sample();
        assertThat(Renyi.of(ground, half, sample, sample, workers).purity().mean())
                .isCloseTo(purity, within(1e-9));
    }
}

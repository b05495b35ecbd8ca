package org.ketwork.wavefunction.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ketwork.neural.layer.Activation;
import org.ketwork.neural.layer.Pass;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.GaussianMask;
import org.ketwork.neural.mask.Masking;
import org.ketwork.neural.mask.RealMaskLaw;
import org.ketwork.neural.network.Network;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.measure.Entropy;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.wavefunction.SmallOperators;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.network.NetworkAnsatz;
import org.ketwork.wavefunction.sampler.ExactDraws;

class MixtureTest {
    private static final long SEED = 20261121;
    private static final RandomAddress ROOT = RandomAddress.root(SEED);
    private static final Spins SPACE = Spins.free(5);
    private static final ConfigurationOperator ISING = SmallOperators.ising(SPACE, 1);
    /** Each comparison with a sample errs by chance once in 10⁶. */
    private static final double Z = 4.9;

    private static NetworkAnsatz network(RealMaskLaw law) {
        Network network = Network.ofInputs(5)
                .dense(4)
                .activation(Activation.TANH)
                .masked(Masking.inverted(law))
                .dense(3)
                .activation(Activation.TANH)
                .masked(Masking.plain(law))
                .dense(2)
                .build();
        return new NetworkAnsatz(SPACE, network);
    }

    private static double[] theta(NetworkAnsatz ansatz) {
        double[] theta = ansatz.initialise(ROOT.at("theta"));
        for (int k = 0; k < theta.length; k++) {
            theta[k] *= 1.2;
        }
        return theta;
    }

    @ParameterizedTest
    @EnumSource
    void sampledEnergyAndPurityAreThoseOfAllMasks(Normalisation normalisation) {
        NetworkAnsatz ansatz = network(new Bernoulli(0.7));
        double[] theta = theta(ansatz);
        ExactMixture exact = new ExactMixture(StatedMembers.of(ansatz, theta), normalisation);
        SampledMixture sampled = new SampledMixture(
                ansatz,
                theta,
                ROOT.at("masks"),
                number -> new ExactDraws(SPACE, 100, ROOT.at("draws").at(number)));
        try (Workers workers = Workers.of(2)) {
            SampledMixture.Estimate energy = sampled.energy(ISING, 400, normalisation, workers);
            assertThat(energy.standardError()).isLessThan(0.2);
            assertThat(energy.mean()).isCloseTo(exact.energy(ISING, workers), within(Z * energy.standardError()));
            SampledMixture.Estimate purity = sampled.purity(300, normalisation, workers);
            assertThat(purity.standardError()).isLessThan(0.03);
            assertThat(purity.mean()).isCloseTo(exact.purity(), within(Z * purity.standardError()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void gramAndDensityMatrixTellTheSameAndTheBoundHolds(Normalisation normalisation) {
        NetworkAnsatz ansatz = network(new Bernoulli(0.5));
        double[] theta = theta(ansatz);
        StatedMembers members = StatedMembers.of(ansatz, theta);
        assertThat(members.members()).hasSize(128);
        assertThat(Arrays.stream(members.probabilities()).sum()).isCloseTo(1, within(1e-14));
        ExactMixture mixture = new ExactMixture(members, normalisation);
        DensityMatrix rho = mixture.density();
        double[] gram = HermitianEigen.values(mixture.gram());
        assertThat(Arrays.stream(gram).map(x -> x * x).sum()).isCloseTo(rho.purity(), within(1e-12));
        assertThat(mixture.purity()).isCloseTo(rho.purity(), within(1e-12));
        assertThat(mixture.entropy()).isCloseTo(Entropy.vonNeumann(rho), within(1e-10));
        assertThat(mixture.purity()).isBetween(1.0 / 32, 0.999);
        try (Workers workers = Workers.of(1)) {
            double ground = SmallOperators.groundEnergy(ISING);
            double[] energies = mixture.memberEnergies(ISING, workers);
            assertThat(Arrays.stream(energies).min().orElseThrow()).isGreaterThan(ground);
            assertThat(mixture.energy(ISING, workers)).isGreaterThan(ground);
            assertThat(mixture.energy(ISING, workers))
                    .isCloseTo(rho.expectation(SmallOperators.matrix(ISING)), within(1e-11));
        }
    }

    @Test
    void normalisedEachTheEnergyIsTheMeanOverMasksAndNormalisedOnceItIsNot() {
        NetworkAnsatz ansatz = network(new Bernoulli(0.6));
        StatedMembers members = StatedMembers.of(ansatz, theta(ansatz));
        ExactMixture each = new ExactMixture(members, Normalisation.EACH);
        ExactMixture once = new ExactMixture(members, Normalisation.ONCE);
        try (Workers workers = Workers.of(1)) {
            double[] energies = each.memberEnergies(ISING, workers);
            double mean = 0;
            for (int m = 0; m < energies.length; m++) {
                mean += members.probabilities()[m] * energies[m];
            }
            assertThat(each.energy(ISING, workers)).isCloseTo(mean, within(1e-12));
            Configurations all = SPACE.all();
            double above = 0;
            double below = 0;
            for (int m = 0; m < energies.length; m++) {
                double[] log = new double[all.rows()];
                members.members().get(m).logAmplitudes(all, log, new double[all.rows()]);
                double norm = Arrays.stream(log).map(x -> Math.exp(2 * x)).sum();
                above += members.probabilities()[m] * norm * energies[m];
                below += members.probabilities()[m] * norm;
            }
            assertThat(once.energy(ISING, workers)).isCloseTo(above / below, within(1e-11));
            assertThat(Math.abs(above / below - mean)).isGreaterThan(1e-3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keptForCertainTheStateIsPure(Normalisation normalisation) {
        NetworkAnsatz ansatz = network(new Bernoulli(1));
        double[] theta = theta(ansatz);
        ExactMixture mixture = new ExactMixture(StatedMembers.of(ansatz, theta), normalisation);
        assertThat(mixture.purity()).isCloseTo(1, within(1e-12));
        assertThat(mixture.entropy()).isCloseTo(0, within(1e-10));
    }

    @Test
    void aDrawnMemberIsOneOfTheStatedOnes() {
        NetworkAnsatz ansatz = network(new Bernoulli(0.5));
        double[] theta = theta(ansatz);
        StatedMembers stated = StatedMembers.of(ansatz, theta);
        SampledMixture sampled = new SampledMixture(ansatz, theta, ROOT, number -> new ExactDraws(SPACE, 1, ROOT));
        Configurations all = SPACE.all();
        for (long number = 0; number < 20; number++) {
            double[] log = new double[all.rows()];
            double[] phase = new double[all.rows()];
            sampled.member(number).logAmplitudes(all, log, phase);
            assertThat(stated.members()).anySatisfy(member -> {
                double[] there = new double[all.rows()];
                member.logAmplitudes(all, there, new double[all.rows()]);
                assertThat(there).containsExactly(log, within(1e-13));
            });
        }
    }

    @Test
    void lawsThatCannotBeListedAreRefused() {
        NetworkAnsatz ansatz = network(new GaussianMask(0.5));
        assertThatThrownBy(() -> StatedMembers.of(ansatz, theta(ansatz)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only independent Bernoulli masks");
        Wavefunction wrong = network(new Bernoulli(0.5))
                .with(Pass.stated(Map.of(2, new double[3])))
                .at(theta(ansatz));
        assertThatThrownBy(() -> wrong.walkers(SPACE.all()))
                .hasMessageContaining("a mask of 4 units has as many factors, got 3");
    }
}

package org.ketwork.wavefunction.excited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Hamiltonians;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.LatticeKind;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.spectrum.Diagonalisation;
import org.ketwork.quantum.spectrum.ExactSpectrum;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Rbm;
import org.ketwork.wavefunction.ansatz.RbmComplex;
import org.ketwork.wavefunction.ansatz.RbmModulusPhase;
import org.ketwork.wavefunction.ansatz.TableState;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.estimate.Fidelity;
import org.ketwork.wavefunction.minimisation.Minimisation;
import org.ketwork.wavefunction.minimisation.MinimisationSpec;
import org.ketwork.wavefunction.minimisation.StepRule;
import org.ketwork.wavefunction.reconfiguration.Change;
import org.ketwork.wavefunction.reconfiguration.Shift;
import org.ketwork.wavefunction.reconfiguration.TangentSpace;
import org.ketwork.wavefunction.sampler.FullSum;
import org.ketwork.wavefunction.sampler.Sample;

class PenalisedEnergyTest {
    private static final RandomAddress ADDRESS = RandomAddress.root(5);
    private static final int SITES = 5;
    private static final Spins SPACE = Spins.free(SITES);
    private static final ConfigurationOperator ISING =
            Hamiltonians.transverseFieldIsing(Lattice.periodic(LatticeKind.CHAIN, SITES), SPACE, 1, 1.2);

    private static Sample sample(Wavefunction wavefunction, Workers workers) {
        FullSum sum = new FullSum(SPACE);
        return sum.draw(wavefunction, sum.start(wavefunction, workers), 0, workers)
                .sample();
    }

    private static LowerState lower(Wavefunction wavefunction, double penalty, Workers workers) {
        return new LowerState(wavefunction, sample(wavefunction, workers), penalty);
    }

    private static double[][] costs(PenalisedEnergy energy, Wavefunction at, Sample sample, Workers workers) {
        double[][] costs = new double[2][sample.weights().length];
        energy.evaluate(at, sample, costs[0], costs[1], workers);
        return costs;
    }

    private static double mean(PenalisedEnergy energy, Wavefunction at, Workers workers) {
        Sample sample = sample(at, workers);
        double[] re = costs(energy, at, sample, workers)[0];
        double mean = 0;
        for (int s = 0; s < re.length; s++) {
            mean += sample.weights()[s] * re[s];
        }
        return mean;
    }

    @Test
    void theCostIsTheEnergyAndThePenaltyTimesTheFidelity() {
        Ansatz family = RbmComplex.ofDensity(SPACE, 1);
        Wavefunction state = family.at(family.initialise(ADDRESS.at(0)));
        Wavefunction below = family.at(family.initialise(ADDRESS.at(1)));
        try (Workers workers = Workers.of(1)) {
            double energy = mean(new PenalisedEnergy(ISING, List.of()), state, workers);
            double fidelity = Fidelity.of(state, sample(state, workers), below, sample(below, workers), workers)
                    .mean();
            PenalisedEnergy penalised = new PenalisedEnergy(ISING, List.of(lower(below, 7, workers)));
            assertThat(mean(penalised, state, workers)).isCloseTo(energy + 7 * fidelity, within(1e-10));
        }
    }

    @Test
    void theForceOnTheParametersIsHalfTheGradientOfTheCost() {
        List<Ansatz> families = List.of(
                Rbm.ofDensity(SPACE, 1),
                RbmComplex.ofDensity(SPACE, 1),
                RbmModulusPhase.ofDensity(SPACE, 1),
                new TableState(SPACE, true));
        try (Workers workers = Workers.of(1)) {
            for (Ansatz family : families) {
                double[] theta = family.initialise(ADDRESS.at("state"));
                // Another family, so that phases and norms differ too.
                Ansatz other = new TableState(SPACE, true);
                Wavefunction below = other.at(other.initialise(ADDRESS.at("below")));
                PenalisedEnergy cost = new PenalisedEnergy(ISING, List.of(lower(below, 5, workers)));
                Wavefunction at = family.at(theta);
                Sample sample = sample(at, workers);
                double[][] local = costs(cost, at, sample, workers);
                TangentSpace tangent =
                        new TangentSpace(sample, at.logDerivatives(sample.configurations(), workers), workers);
                double[] force = tangent.pull(new Change(tangent.centred(local[0]), tangent.centred(local[1])));
                double h = 1e-5;
                for (int k = 0; k < theta.length; k += 3) {
                    double[] moved = theta.clone();
                    moved[k] = theta[k] + h;
                    double above = mean(cost, family.at(moved), workers);
                    moved[k] = theta[k] - h;
                    double difference = (above - mean(cost, family.at(moved), workers)) / (2 * h);
                    assertThat(2 * force[k]).as("%s %d", family, k).isCloseTo(difference, within(1e-7));
                }
            }
        }
    }

    @Test
    void theLowestStateOrthogonalToTheGroundStateIsTheFirstExcitedOne() {
        Ansatz family = RbmComplex.ofDensity(SPACE, 2);
        MinimisationSpec spec = new MinimisationSpec(
                400, LearningRate.constant(0.05), new StepRule.Reconfiguration(Shift.decaying(1e-2, 1e-6, 200), 0));
        try (Workers workers = Workers.of(2)) {
            ExactSpectrum exact = Diagonalisation.of(ISING).withLevels(2).solve(workers);
            List<LowerState> found = new ArrayList<>();
            for (int level = 0; level < 2; level++) {
                Minimisation minimisation = new Minimisation(
                        family, new PenalisedEnergy(ISING, found), step -> new FullSum(SPACE), spec, workers);
                // Weights large enough that signs differ from the beginning: to change one, an amplitude must vanish.
                double[] begin = new double[family.parameterCount()];
                ADDRESS.at(level).fillNormal(begin);
                Arrays.setAll(begin, k -> 0.3 * begin[k]);
                double[] theta = minimisation
                        .run(minimisation.start(begin), (record, state) -> {})
                        .theta();
                Wavefunction reached = family.at(theta);
                assertThat(mean(new PenalisedEnergy(ISING, List.of()), reached, workers))
                        .as("level %d", level)
                        .isCloseTo(exact.energy(level), within(1e-8));
                found.add(lower(reached, 8, workers));
            }
            double overlap = Fidelity.of(
                            found.getFirst().wavefunction(),
                            found.getFirst().sample(),
                            found.getLast().wavefunction(),
                            found.getLast().sample(),
                            workers)
                    .mean();
            assertThat(overlap).isCloseTo(0, within(1e-8));
        }
    }

    @Test
    void aPenaltyMustBePositive() {
        Ansatz family = Rbm.ofDensity(SPACE, 1);
        Wavefunction below = family.at(family.initialise(ADDRESS));
        try (Workers workers = Workers.of(1)) {
            assertThatThrownBy(() -> lower(below, 0, workers))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("must be positive, got 0.0");
        }
    }
}

package org.ketwork.bench.work;

import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.estimate.EnergyEstimate;
import org.ketwork.wavefunction.minimisation.LocalCost;
import org.ketwork.wavefunction.minimisation.Minimisation;
import org.ketwork.wavefunction.minimisation.MinimisationSpec;
import org.ketwork.wavefunction.minimisation.MinimisationState;
import org.ketwork.wavefunction.minimisation.StepRecord;
import org.ketwork.wavefunction.sampler.FullSum;
import org.ketwork.wavefunction.sampler.MarkovChains;
import org.ketwork.wavefunction.sampler.Sampler;
import org.ketwork.wavefunction.sampler.Schedule;

/**
 * A search for a ground state as {@code ketwork solve} makes it, step by step: Markov chains with one sweep between two draws, that is
 * as many proposals a draw as there are sites, local energies, and stochastic reconfiguration.
 */
public final class Optimisation {
    private static final int DRAWS_OF_A_CHAIN = 8;

    private final SpinProblem problem;
    private final Ansatz ansatz;
    private final Minimisation minimisation;
    private final Workers workers;
    private MinimisationState state;

    /**
     * @param steps over which rate and shift fall
     */
    public Optimisation(SpinProblem problem, Ansatz ansatz, int samples, long steps, long seed, Workers workers) {
        this.problem = problem;
        this.ansatz = ansatz;
        this.workers = workers;
        RandomAddress root = RandomAddress.root(seed);
        MarkovChains chains = new MarkovChains(
                problem.space(),
                problem.rule(),
                Schedule.of(Math.ceilDiv(samples, DRAWS_OF_A_CHAIN), samples),
                root.at("sampler"));
        minimisation = new Minimisation(
                ansatz, LocalCost.energy(problem.hamiltonian()), step -> chains, spec(problem.rate(), steps), workers);
        state = minimisation.start(root.at("ansatz"));
    }

    /** The standard one, with another rate. */
    private static MinimisationSpec spec(double rate, long steps) {
        return new MinimisationSpec(
                steps,
                new LearningRate.Cosine(rate, rate / 20, steps),
                MinimisationSpec.standard(steps).rule());
    }

    public StepRecord step() {
        Minimisation.Step step = minimisation.step(state);
        state = step.state();
        return step.record();
    }

    /** Several steps. */
    public void steps(long count) {
        for (long i = 0; i < count; i++) {
            step();
        }
    }

    /** Where the chains are now. */
    public Configurations positions() {
        return state.sampler().positions();
    }

    public Wavefunction wavefunction() {
        return ansatz.at(state.theta());
    }

    /** The energy of the state reached, by summation over all configurations. */
    public double exactEnergy() {
        FullSum all = new FullSum(problem.space());
        Wavefunction wavefunction = wavefunction();
        Sampler.Draw draw = all.draw(wavefunction, all.start(wavefunction, workers), 0, workers);
        return EnergyEstimate.of(problem.hamiltonian(), wavefunction, draw, workers)
                .mean();
    }
}

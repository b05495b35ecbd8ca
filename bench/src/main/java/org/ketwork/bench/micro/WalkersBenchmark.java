package org.ketwork.bench.micro;

import java.util.Arrays;
import org.ketwork.bench.work.Family;
import org.ketwork.bench.work.SpinProblem;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Walkers;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.estimate.LocalValues;
import org.ketwork.wavefunction.sampler.MarkovChains;
import org.ketwork.wavefunction.sampler.Sampler;
import org.ketwork.wavefunction.sampler.Schedule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * What draws and local energies of the Ising ring are made of, on one thread: a sweep is 64 N proposals and as many ratios, the local
 * energies are of 64 configurations, N ratios each.
 */
public class WalkersBenchmark extends Microbenchmark {
    private static final int ROWS = 64;

    @Param
    public Family family = Family.RBM;

    @Param({"20", "40", "100"})
    public int sites;

    private final Workers workers = Workers.of(1);
    private SpinProblem problem = SpinProblem.isingRing(4);
    private Wavefunction wavefunction =
            family.on(problem, 1).at(family.on(problem, 1).initialise(RandomAddress.root(1)));
    private MarkovChains chains = chains();
    private Sampler.State state = chains.start(wavefunction, workers);
    private Walkers walkers = wavefunction.walkers(state.positions());
    private Move[] moves = {};
    private boolean[] wanted = {};
    private final double[] re = new double[ROWS];
    private final double[] im = new double[ROWS];

    private MarkovChains chains() {
        return new MarkovChains(
                problem.space(),
                problem.rule(),
                Schedule.of(ROWS, ROWS),
                RandomAddress.root(1).at("sampler"));
    }

    @Setup
    public void prepare() {
        problem = SpinProblem.isingRing(sites);
        Ansatz ansatz = family.on(problem, 1);
        wavefunction = ansatz.at(ansatz.initialise(RandomAddress.root(1).at("ansatz")));
        chains = chains();
        state = chains.start(wavefunction, workers);
        walkers = wavefunction.walkers(state.positions());
        wanted = new boolean[ROWS];
        Arrays.fill(wanted, true);
        moves = new Move[sites];
        Arrays.setAll(moves, Move::flip);
    }

    @Benchmark
    public Sampler.Draw sweepOfProposals() {
        return chains.draw(wavefunction, state, 0, workers);
    }

    @Benchmark
    public double[] sweepOfRatios() {
        for (Move move : moves) {
            walkers.ratios(move, wanted, re, im);
        }
        return re;
    }

    @Benchmark
    public LocalValues localEnergies() {
        Configurations at = state.positions();
        return LocalValues.of(problem.hamiltonian(), wavefunction, at, workers);
    }
}

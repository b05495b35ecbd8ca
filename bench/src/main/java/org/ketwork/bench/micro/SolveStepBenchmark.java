package org.ketwork.bench.micro;

import org.ketwork.bench.work.Family;
import org.ketwork.bench.work.Optimisation;
import org.ketwork.bench.work.SpinProblem;
import org.ketwork.wavefunction.minimisation.StepRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Whole steps of a search for the ground state of the Ising ring: draws, local energies, metric, new parameters. */
public class SolveStepBenchmark extends Threaded {
    private static final long STEPS = 100_000;

    @Param
    public Family family = Family.RBM;

    @Param({"20", "40", "100"})
    public int sites;

    @Param("1")
    public int alpha;

    @Param("1008")
    public int samples;

    private SpinProblem problem = SpinProblem.isingRing(4);
    private Optimisation search = new Optimisation(problem, family.on(problem, 1), 1, 1, 1, workers);

    @Setup
    public void prepare() {
        problem = SpinProblem.isingRing(sites);
        search = new Optimisation(problem, family.on(problem, alpha), samples, STEPS, 1, workers);
    }

    @Benchmark
    public StepRecord step() {
        return search.step();
    }
}

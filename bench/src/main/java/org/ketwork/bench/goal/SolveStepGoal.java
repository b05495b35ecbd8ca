package org.ketwork.bench.goal;

import java.util.List;
import java.util.Locale;
import org.ketwork.bench.work.Family;
import org.ketwork.bench.work.Optimisation;
import org.ketwork.bench.work.SpinProblem;
import org.ketwork.bench.work.Times;
import org.ketwork.numerics.parallel.Workers;

/**
 * One whole step of a search for a ground state: 1008 draws by 126 Markov chains with as many proposals a draw as there are sites, their
 * local energies, the metric and the new parameters. The peer's figures were recorded on a machine of the kind in {@code
 * docs/performance.md}, with its own defaults (16 chains, sweeps of as many proposals as sites), since it cannot be installed beside Ketwork.
 *
 * @param peerMilliseconds what NetKet 3.22 (VMC_SR, JAX 0.10.2 on the processor) took for a step, compilation left out
 */
record SolveStepGoal(SpinProblem problem, Family family, int alpha, double milliseconds, double peerMilliseconds)
        implements Goal {
    private static final int SAMPLES = 1008;
    private static final int WARM_UP = 600;
    private static final int STEPS = 100;
    private static final long SEED = 1;

    static List<Goal> all() {
        return List.of(
                new SolveStepGoal(SpinProblem.isingRing(20), Family.RBM, 1, 3, 23),
                new SolveStepGoal(SpinProblem.isingRing(40), Family.RBM, 1, 8, 100),
                new SolveStepGoal(SpinProblem.isingRing(100), Family.RBM, 1, 20, 427),
                new SolveStepGoal(SpinProblem.isingRing(100), Family.RBM_COMPLEX, 1, 50, 2789),
                new SolveStepGoal(SpinProblem.heisenbergSquare(4), Family.RBM_COMPLEX, 2, 8, 204),
                new SolveStepGoal(SpinProblem.heisenbergSquare(6), Family.RBM_COMPLEX, 1, 20, 476));
    }

    private Target target() {
        return new Target(
                "solve step, %s, %s alpha=%d, %d samples".formatted(problem.name(), family.label(), alpha, SAMPLES),
                milliseconds,
                "ms");
    }

    @Override
    public List<Target> targets() {
        return List.of(target());
    }

    @Override
    public List<Outcome> measure(Workers workers) {
        Optimisation search =
                new Optimisation(problem, family.on(problem, alpha), SAMPLES, WARM_UP + STEPS, SEED, workers);
        Times times = Times.of(WARM_UP, STEPS, search::step);
        String note = String.format(
                Locale.ROOT,
                "NetKet took %.0f ms in a recorded measurement, %.1f times as long",
                peerMilliseconds,
                peerMilliseconds / (1e3 * times.median()));
        return List.of(target().reached(times, 1e3, note));
    }
}

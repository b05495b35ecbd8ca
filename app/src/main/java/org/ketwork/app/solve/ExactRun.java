package org.ketwork.app.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.spectrum.Diagonalisation;
import org.ketwork.quantum.spectrum.ExactSpectrum;
import org.ketwork.quantum.spectrum.ExactState;
import org.ketwork.wavefunction.sampler.Sample;

/** The exact twin: the lowest levels by diagonalisation, in the shape of a variational result. */
public final class ExactRun {
    /** Beyond so many configurations the report has no pictures of the state. */
    private static final double SHOWN = 1 << 16;

    private ExactRun() {}

    /** The levels, before a run folder is made: most of what can go wrong does so here. */
    public static Outcome run(Task.Exact task, Workers workers) {
        long begun = System.nanoTime();
        int levels = task.spec().excited().orElse(0) + 1;
        ExactSpectrum spectrum = Problem.named(
                "--exact",
                () -> Diagonalisation.of(task.problem().hamiltonian())
                        .withLevels(levels)
                        .solve(workers));
        return of(task.problem(), spectrum, (System.nanoTime() - begun) * 1e-9);
    }

    /** What a spectrum says. If it did not converge it is not exact, and no energy is given. */
    static Outcome of(Problem problem, ExactSpectrum spectrum, double seconds) {
        if (!spectrum.converged()) {
            String reason = "Lanczos gave up after " + spectrum.products() + " products with the Hamiltonian: the last"
                    + " level misses its equation by " + spectrum.residual(spectrum.levels() - 1)
                    + ". Levels may lie too close to be told apart; ask for more or fewer of them.";
            return new Outcome(
                    SolveResult.stopped(reason, 0, seconds, problem.warnings()), Optional.empty(), List.of());
        }
        double ground = spectrum.groundEnergy();
        SolveResult result = new SolveResult(
                new SolveResult.Energy(ground, 0),
                0,
                0,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                ground,
                Optional.of("diagonalisation of " + spectrum.dimension() + " configurations"),
                0,
                0,
                0,
                0,
                seconds,
                Double.NaN,
                Arrays.stream(spectrum.energies())
                        .mapToObj(energy -> new SolveResult.Level(
                                energy, 0, 0, energy, new SolveResult.Gap(energy - ground, 0), List.of()))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                problem.warnings(),
                "");
        Optional<FinalState> state =
                problem.space().size() <= SHOWN ? Optional.of(state(spectrum.state(0))) : Optional.empty();
        return new Outcome(result, state, List.of());
    }

    /** The ground state as a sample of exact weights. */
    private static FinalState state(ExactState ground) {
        Configurations all = ground.space().all();
        double[] weights = new double[ground.size()];
        double[] logs = new double[ground.size()];
        for (int i = 0; i < weights.length; i++) {
            double im = ground.isReal() ? 0 : ground.im()[i];
            weights[i] = ground.re()[i] * ground.re()[i] + im * im;
            logs[i] = Math.log(weights[i]);
        }
        return FinalState.of(new Sample(all, weights, new int[0][]), logs);
    }
}

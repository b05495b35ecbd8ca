package org.ketwork.bench.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.ketwork.bench.process.Child;
import org.ketwork.bench.process.Launcher;
import org.ketwork.bench.process.TemporaryFolder;
import org.ketwork.bench.work.Times;
import org.ketwork.numerics.parallel.Workers;

/**
 * How long a user waits, from the call of the launcher: for the energy of the first step, and for the end of a short search, final sample
 * and report included.
 */
final class SolveStartGoal implements Goal {
    private static final int REPETITIONS = 9;
    private static final Target ENERGY =
            new Target("solve, first energy: step 1 of TFIM ring N=20, from the start", 1, "s");
    private static final Target RESULT =
            new Target("solve, first result: 10 steps of TFIM ring N=20, whole process", 1, "s");

    /** With which the line of the first step begins. */
    private static final String FIRST_STEP = "step 1/";

    @Override
    public List<Target> targets() {
        return List.of(ENERGY, RESULT);
    }

    @Override
    public List<Outcome> measure(Workers workers) {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            Times energies = Times.NONE;
            Times results = Times.NONE;
            for (int i = 0; i <= REPETITIONS; i++) {
                List<String> command = Launcher.ketwork(
                        "solve",
                        "--lattice",
                        "chain:20",
                        "--hamiltonian",
                        "tfim:h=1",
                        "--ansatz",
                        "rbm:1",
                        "--steps",
                        "10",
                        "--json",
                        "--out",
                        "run-" + i);
                Child run = Child.runWell(folder.path(), command, FIRST_STEP);
                Child.Moment first = run.awaited().orElseThrow();
                if (i > 0) {
                    energies = energies.and(new Times(new double[] {first.seconds()}, first.processorSeconds()));
                    results = results.and(new Times(new double[] {run.seconds()}, run.processorSeconds()));
                }
            }
            return List.of(
                    ENERGY.reached(energies, 1, "launcher and JVM included; NetKet compiles for 2 to 38 s first"),
                    RESULT.reached(results, 1, "final sample and report included"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

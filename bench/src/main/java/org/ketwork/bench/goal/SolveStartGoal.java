package org.ketwork.bench.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.ketwork.bench.process.Child;
import org.ketwork.bench.process.Launcher;
import org.ketwork.bench.process.TemporaryFolder;
import org.ketwork.bench.work.Times;
import org.ketwork.numerics.parallel.Workers;

/** From the call of the launcher to the end of a short search, report included: how long a user waits for a first result. */
final class SolveStartGoal implements Goal {
    private static final int REPETITIONS = 9;
    private static final Target FIRST =
            new Target("solve, first result: 10 steps of TFIM ring N=20, whole process", 1, "s");

    @Override
    public List<Target> targets() {
        return List.of(FIRST);
    }

    @Override
    public List<Outcome> measure(Workers workers) {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            Times times = Times.NONE;
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
                Child run = Child.runWell(folder.path(), command);
                Times time = new Times(new double[] {run.seconds()}, run.processorSeconds());
                times = i == 0 ? times : times.and(time);
            }
            return List.of(FIRST.reached(
                    times, 1, "launcher, JVM, final sample and report included; NetKet compiles for 2 to 38 s first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

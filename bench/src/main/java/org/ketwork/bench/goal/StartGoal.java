package org.ketwork.bench.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.ketwork.bench.process.Child;
import org.ketwork.bench.process.Launcher;
import org.ketwork.bench.process.TemporaryFolder;
import org.ketwork.bench.work.Times;
import org.ketwork.numerics.parallel.Workers;

/** From the call of the launcher to its end, for a command that does hardly anything. */
final class StartGoal implements Goal {
    private static final int REPETITIONS = 9;
    private static final Target START = new Target("start to end of ketwork claims --list", 500, "ms");

    @Override
    public List<Target> targets() {
        return List.of(START);
    }

    @Override
    public List<Outcome> measure(Workers workers) {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            Times times = Times.NONE;
            for (int i = 0; i <= REPETITIONS; i++) {
                Child run = Child.runWell(folder.path(), Launcher.ketwork("claims", "--list"));
                Times time = new Times(new double[] {run.seconds()}, run.processorSeconds());
                times = i == 0 ? times : times.and(time);
            }
            return List.of(START.reached(times, 1e3, "launcher and JVM"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

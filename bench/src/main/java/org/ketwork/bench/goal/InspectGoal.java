package org.ketwork.bench.goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import org.ketwork.bench.process.Child;
import org.ketwork.bench.process.Launcher;
import org.ketwork.bench.process.TemporaryFolder;
import org.ketwork.bench.work.RandomPredictions;
import org.ketwork.bench.work.Times;
import org.ketwork.numerics.file.Npy;
import org.ketwork.numerics.parallel.Workers;

/** {@code ./ketwork inspect} as a user runs it: a process of its own, its start and its report included. */
final class InspectGoal implements Goal {
    private static final int PASSES = 1000;
    private static final int SAMPLES = 10_000;
    private static final int CLASSES = 10;
    private static final int REPETITIONS = 5;
    private static final double GIB = 1 << 30;
    private static final Target TIME = new Target("inspect, 1000 x 10000 x 10 probabilities (800 MB)", 3, "s");
    private static final Target MEMORY = new Target("inspect, the same: most memory held", 2, "GiB");

    @Override
    public List<Target> targets() {
        return List.of(TIME, MEMORY);
    }

    @Override
    public List<Outcome> measure(Workers workers) {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            Path file = folder.path().resolve("probabilities.npy");
            Npy.write(file, RandomPredictions.of(PASSES, SAMPLES, CLASSES, workers));
            List<Child> runs = new ArrayList<>();
            for (int i = 0; i <= REPETITIONS; i++) {
                runs.add(Child.runWell(
                        folder.path(), Launcher.ketwork("inspect", file.toString(), "--json", "--out", "run-" + i)));
            }
            return judge(runs.subList(1, runs.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Outcome> judge(List<Child> runs) {
        Times times = new Times(
                runs.stream().mapToDouble(Child::seconds).toArray(),
                runs.stream().mapToDouble(Child::processorSeconds).sum());
        Outcome time = TIME.reached(times, 1, "whole process, file in the system's memory");
        LongSummaryStatistics peak =
                runs.stream().mapToLong(run -> run.peakBytes().orElse(0)).summaryStatistics();
        Outcome memory = new Outcome(
                MEMORY,
                peak.getMin() > 0 ? peak.getMax() / GIB : Double.NaN,
                peak.getMin() / GIB,
                Double.NaN,
                runs.size(),
                peak.getMin() > 0
                        ? "resident, the mapped file included; the largest of the runs"
                        : "this system does not tell");
        return List.of(time, memory);
    }
}

package org.ketwork.bench.accuracy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ketwork.app.solve.SolveResult;
import org.ketwork.bench.process.Child;
import org.ketwork.bench.process.Launcher;
import org.ketwork.lab.run.Json;

/**
 * A problem of {@code ketwork solve}, run as a process of its own; one that was stopped goes on from its checkpoint.
 *
 * @param settings options as one types them; the seed comes on top
 * @param target what has to be reached
 */
record SolveRow(String name, String title, String settings, Aim target, double seconds) implements Row {
    List<String> arguments() {
        return List.of(settings.strip().split("\\s+"));
    }

    @Override
    public String aim() {
        return target.describe();
    }

    @Override
    public double limit() {
        return target.limit();
    }

    @Override
    public Result run(long seed, Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("solve"));
        arguments.addAll(arguments());
        String run = "%s-%d-%08x".formatted(name, seed, settings.hashCode());
        arguments.addAll(List.of("--seed", Long.toString(seed), "--json", "--out", run));
        Child child = Child.run(folder, Launcher.ketwork(arguments.toArray(String[]::new)));
        if (child.output().isBlank()) {
            throw new IOException(child.errors().strip());
        }
        SolveResult solved = Json.mapper().readValue(child.output(), SolveResult.class);
        return new Result(
                name,
                settings,
                seed,
                solved.energy().mean(),
                solved.energy().error(),
                target.distance(solved),
                solved.vScore(),
                solved.seconds(),
                solved.broken());
    }
}

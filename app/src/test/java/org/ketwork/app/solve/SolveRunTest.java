package org.ketwork.app.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.Provenance;
import org.ketwork.lab.run.RunFolder;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.wavefunction.minimisation.MinimisationSpec;
import org.ketwork.wavefunction.minimisation.StepRule;
import org.ketwork.wavefunction.reconfiguration.Shift;
import org.ketwork.wavefunction.reconfiguration.Space;
import org.ketwork.wavefunction.reconfiguration.StepLimit;
import picocli.CommandLine;

class SolveRunTest {
    @TempDir
    Path folder;

    /** Steps as no option asks for: unbounded in their angle, and so long that ratios of amplitudes leave the range of double. */
    private static Task.Search wild(int retries) {
        SolveOptions options = CommandLine.populateCommand(
                new SolveOptions(),
                "--lattice chain:8 --hamiltonian tfim:h=1 --ansatz rbm:2 --samples 200 --chains 16 --steps 6"
                        .split(" "));
        Task.Search task = (Task.Search) Task.of(options.given(Optional.empty()), 7);
        Settings usual = task.settings();
        MinimisationSpec spec = new MinimisationSpec(
                6,
                LearningRate.constant(1000),
                new StepRule.Reconfiguration(Shift.constant(1e-2), 0, Space.CHEAPER, StepLimit.none()),
                retries,
                1L << 30);
        return new Task.Search(
                task.spec(),
                task.problem(),
                task.families(),
                new Settings(usual.sampler(), usual.sampling(), usual.last(), false, spec));
    }

    private Outcome run(Task.Search task, String name, List<StepLine> shown) {
        try (RunFolder run = RunFolder.open(
                        folder.resolve(name),
                        "solve",
                        task.identity(),
                        Provenance.here(7, 1, "plain", "plain", List.of()));
                Workers workers = Workers.of(1)) {
            return new SolveRun(task, run, workers, (line, steps, left) -> shown.add(line)).run();
        }
    }

    @Test
    void stepsThatWereTriedAgainAreInTheMetricsAndInTheProgress() {
        List<StepLine> shown = new ArrayList<>();
        run(wild(9), "again", shown);
        assertThat(shown).hasSize(6).anyMatch(line -> line.retries() > 0);
        List<Integer> stored = new ArrayList<>();
        try (RunFolder run = RunFolder.open(
                folder.resolve("again"),
                "solve",
                wild(9).identity(),
                Provenance.here(7, 1, "plain", "plain", List.of()))) {
            run.metrics()
                    .lines()
                    .forEach(line -> stored.add(
                            Json.mapper().treeToValue(line, StepLine.class).retries()));
        }
        assertThat(stored).isEqualTo(shown.stream().map(StepLine::retries).toList());
    }

    @Test
    void aSearchWhoseStepsNoShiftMakesFiniteIsBrokenAndKeepsTheLinesOfTheStepsBefore() {
        List<StepLine> shown = new ArrayList<>();
        Outcome outcome = run(wild(0), "broken", shown);
        assertThat(outcome.result().broken().orElse("")).contains("was tried once: where it leads, the local energy");
        assertThat(outcome.lines()).isEqualTo(shown);
    }
}

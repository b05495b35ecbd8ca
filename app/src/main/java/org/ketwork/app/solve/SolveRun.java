package org.ketwork.app.solve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.RunFolder;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.file.Safetensors;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.estimate.EnergyEstimate;
import org.ketwork.wavefunction.estimate.Finding;
import org.ketwork.wavefunction.estimate.LocalValues;
import org.ketwork.wavefunction.estimate.Soundness;
import org.ketwork.wavefunction.minimisation.LocalCost;
import org.ketwork.wavefunction.minimisation.Minimisation;
import org.ketwork.wavefunction.minimisation.MinimisationState;
import org.ketwork.wavefunction.minimisation.StepRecord;
import org.ketwork.wavefunction.sampler.Sampler;

/**
 * Searches the ground state into a run folder. A run that was stopped at any moment goes on from its checkpoint and ends with the
 * same bits, since all random numbers are functions of seed and step.
 */
public final class SolveRun {
    /** The final parameters, a file of the run. */
    static final String PARAMETERS = "parameters.safetensors";

    /** Told about progress. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param steps how many there will be
         * @param secondsLeft about how long the rest will take
         */
        void stepDone(StepLine line, int steps, double secondsLeft);
    }

    private final Task.Search task;
    private final RunFolder folder;
    private final Workers workers;
    private final Listener listener;
    private final RandomAddress address;
    private final double infiniteTemperature;

    public SolveRun(Task.Search task, RunFolder folder, Workers workers, Listener listener) {
        this.task = task;
        this.folder = folder;
        this.workers = workers;
        this.listener = listener;
        this.address = RandomAddress.root(task.spec().seed().orElseThrow());
        this.infiniteTemperature = task.problem().infiniteTemperature();
    }

    /** All steps that are left, then the final sample. */
    public Outcome run() {
        Checkpoint checkpoint = new Checkpoint(folder);
        Problem problem = task.problem();
        Settings settings = task.settings();
        Sampler sampler = settings.sampler().of(problem, settings.sampling(), address.at("sampling"));
        Minimisation minimisation = new Minimisation(
                task.ansatz(), energy(problem.hamiltonian()), step -> sampler, settings.minimisation(), workers);
        MinimisationState start =
                checkpoint.resume(problem.space()).orElseGet(() -> minimisation.start(address.at("ansatz")));
        Clock clock = new Clock(start.step(), (int) settings.minimisation().steps());
        MinimisationState end = minimisation.run(start, (record, state) -> {
            StepLine line = line(record);
            checkpoint.after(line, state);
            listener.stepDone(line, clock.steps, clock.secondsLeft(state.step()));
        });
        checkpoint.write(end);
        double optimised = checkpoint.seconds();
        Outcome outcome = measure(end, checkpoint, optimised);
        store(end);
        return outcome;
    }

    private static LocalCost energy(ConfigurationOperator hamiltonian) {
        return (wavefunction, sample, re, im, workers) -> {
            LocalValues local = LocalValues.of(hamiltonian, wavefunction, sample.configurations(), workers);
            System.arraycopy(local.re(), 0, re, 0, re.length);
            System.arraycopy(local.im(), 0, im, 0, im.length);
        };
    }

    /** How long the rest will take, if it goes on as since this process began. */
    private static final class Clock {
        private final long begun = System.nanoTime();
        private final long first;
        private final int steps;

        Clock(long first, int steps) {
            this.first = first;
            this.steps = steps;
        }

        double secondsLeft(long step) {
            return (System.nanoTime() - begun) * 1e-9 / (step - first) * (steps - step);
        }
    }

    private StepLine line(StepRecord record) {
        return new StepLine(
                (int) record.step(),
                record.energy(),
                record.error(),
                record.variance(),
                vScore(record.energy(), record.variance()),
                record.acceptance(),
                record.shift(),
                record.retries());
    }

    private double vScore(double energy, double variance) {
        double distance = energy - infiniteTemperature;
        return task.problem().particles() * variance / (distance * distance);
    }

    private Outcome measure(MinimisationState end, Checkpoint checkpoint, double optimised) {
        Problem problem = task.problem();
        Settings settings = task.settings();
        Wavefunction wavefunction = task.ansatz().at(end.theta());
        Sampler last = settings.sampler().of(problem, settings.last(), address.at("result"));
        Sampler.Draw draw = last.draw(wavefunction, last.start(wavefunction, workers), 0, workers);
        EnergyEstimate estimate = EnergyEstimate.of(problem.hamiltonian(), wavefunction, draw, workers);
        Optional<KnownEnergy> known = KnownEnergy.of(problem, workers);
        OptionalDouble exact = known.map(k -> OptionalDouble.of(k.energy())).orElse(OptionalDouble.empty());
        Optional<String> broken = switch (Soundness.DEFAULT.judge(estimate, exact)) {
            case Soundness.Sound sound -> Optional.empty();
            case Soundness.Broken b ->
                Optional.of(b.findings().stream().map(Finding::sentence).collect(Collectors.joining(" ")));
        };
        double mean = broken.isPresent() ? Double.NaN : estimate.mean();
        double bound = exact.orElse(Double.NaN);
        int steps = (int) end.step();
        double seconds = checkpoint.seconds();
        SolveResult result = new SolveResult(
                new SolveResult.Energy(mean, broken.isPresent() ? Double.NaN : estimate.standardError()),
                broken.isPresent() ? Double.NaN : estimate.variance(),
                vScore(mean, estimate.variance()),
                estimate.energy().rHat().orElse(Double.NaN),
                estimate.energy().autocorrelationTime().orElse(Double.NaN),
                estimate.acceptance(),
                bound,
                known.map(KnownEnergy::source),
                (mean - bound) / Math.abs(bound),
                task.ansatz().parameterCount(),
                draw.sample().exact()
                        ? draw.sample().configurations().rows()
                        : draw.sample().draws(),
                steps,
                seconds,
                steps == 0 ? Double.NaN : optimised / steps,
                List.of(),
                broken,
                task.problem().warnings(),
                folder.path().toString());
        return new Outcome(result, Optional.of(FinalState.of(wavefunction, draw.sample())), lines());
    }

    private List<StepLine> lines() {
        return folder.metrics().lines().stream()
                .map(line -> Json.mapper().treeToValue(line, StepLine.class))
                .toList();
    }

    private void store(MinimisationState end) {
        SolveSpec spec = task.spec();
        Map<String, String> text = new LinkedHashMap<>();
        text.put("lattice", spec.lattice().orElseThrow());
        text.put("hamiltonian", spec.hamiltonian().orElseThrow());
        text.put("ansatz", spec.ansatz().orElseThrow());
        Safetensors.write(folder.file(PARAMETERS), Map.of("theta", NdArray.vector(end.theta())), text);
    }

    /** Removes what only an unfinished run needs, once the result is stored. */
    public static void forgetCheckpoint(RunFolder folder) {
        new Checkpoint(folder).remove();
    }
}

package org.ketwork.app.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ketwork.lab.run.Json;
import org.ketwork.lab.run.RunFolder;
import org.ketwork.numerics.LawViolation;
import org.ketwork.numerics.file.NdArray;
import org.ketwork.numerics.file.Safetensors;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.estimate.EnergyEstimate;
import org.ketwork.wavefunction.excited.LowerState;
import org.ketwork.wavefunction.excited.PenalisedEnergy;
import org.ketwork.wavefunction.minimisation.Minimisation;
import org.ketwork.wavefunction.minimisation.MinimisationState;
import org.ketwork.wavefunction.minimisation.StepRecord;
import org.ketwork.wavefunction.sampler.Sampler;

/**
 * Searches the ground state, and the states above it one after the other, into a run folder. A run that was stopped at any moment
 * goes on from its checkpoint and ends with the same bits, since all random numbers are functions of seed, level and step.
 */
public final class SolveRun {
    /** Told about progress. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param steps how many there will be
         * @param secondsLeft about how long the rest will take
         */
        void stepDone(StepLine line, int steps, double secondsLeft);
    }

    /** In energies of a site. The gap of a field is twice it, that of two spins of an antiferromagnet is 4/3 of a site's energy. */
    private static final double USUAL_PENALTY = 4;

    private final Task.Search task;
    private final RunFolder folder;
    private final Workers workers;
    private final Listener listener;
    private final RandomAddress address;
    private final Scores scores;
    private final int steps;
    private final int levels;

    public SolveRun(Task.Search task, RunFolder folder, Workers workers, Listener listener) {
        this.task = task;
        this.folder = folder;
        this.workers = workers;
        this.listener = listener;
        this.address = RandomAddress.root(task.spec().seed().orElseThrow());
        this.scores = Scores.of(task.problem());
        this.steps = (int) task.settings().minimisation().steps();
        this.levels = task.spec().excited().orElse(0) + 1;
    }

    /** All steps that are left, then the final samples. A step that no shift makes finite ends the search with a broken result. */
    public Outcome run() {
        Checkpoint checkpoint = new Checkpoint(folder);
        try {
            return run(checkpoint);
        } catch (LawViolation e) {
            checkpoint.writeLines();
            String reason = e.getMessage() + "; a smaller --learning-rate, a larger --shift or more --samples may help";
            return new Outcome(
                    SolveResult.stopped(
                            reason,
                            task.families().ground().parameterCount(),
                            checkpoint.seconds(),
                            task.problem().warnings()),
                    Optional.empty(),
                    lines());
        }
    }

    private Outcome run(Checkpoint checkpoint) {
        Optional<Checkpoint.Place> stopped = checkpoint.resume(task.problem().space(), steps);
        List<double[]> found =
                new ArrayList<>(stopped.map(Checkpoint.Place::found).orElse(List.of()));
        Clock clock = new Clock(
                found.size() * (long) steps + stopped.map(p -> p.state().step()).orElse(0L));
        Optional<MinimisationState> begun = stopped.map(Checkpoint.Place::state);
        List<LowerState> lower = new ArrayList<>();
        while (found.size() < levels) {
            lower.addAll(lowerStates(found, lower.size()));
            found.add(search(found, lower, begun, checkpoint, clock).theta());
            begun = Optional.empty();
        }
        double optimised = checkpoint.seconds();
        store(found);
        return new Measurements(task, scores, address, workers)
                .outcome(found, lines(), steps, optimised, checkpoint::seconds);
    }

    /** One level, from its beginning or from where a process was stopped. */
    private MinimisationState search(
            List<double[]> found,
            List<LowerState> lower,
            Optional<MinimisationState> begun,
            Checkpoint checkpoint,
            Clock clock) {
        int level = found.size();
        Settings settings = task.settings();
        Sampler sampler = settings.sampler()
                .of(task.problem(), settings.sampling(), address.at("sampling").at(level));
        List<LowerState> penalised = penalised(level, lower);
        Minimisation minimisation = new Minimisation(
                task.families().at(level),
                new PenalisedEnergy(task.problem().hamiltonian(), penalised),
                step -> sampler,
                settings.minimisation(),
                workers);
        MinimisationState start = begun.orElseGet(() -> minimisation.start(beginning(level, !penalised.isEmpty())));
        MinimisationState end = minimisation.run(start, (record, state) -> {
            StepLine line = line(level, record);
            checkpoint.after(line, new Checkpoint.Place(List.copyOf(found), state));
            listener.stepDone(line, steps, clock.secondsLeft(level, state.step()));
        });
        checkpoint.end(new Checkpoint.Place(List.copyOf(found), end));
        return end;
    }

    /**
     * Fresh parameters. Where a penalty is to lead to another symmetry as much noise is added, which leaves nothing of the symmetries that a
     * fresh state nearly has: the search would stay with them, at the next level of the same kind.
     */
    private double[] beginning(int level, boolean shaken) {
        RandomAddress here = address.at("ansatz").at(level);
        double[] theta = task.families().at(level).initialise(here.at("parameters"));
        if (shaken) {
            double size =
                    Math.sqrt(Arrays.stream(theta).map(x -> x * x).average().orElse(0));
            double[] noise = new double[theta.length];
            here.at("noise").fillNormal(noise);
            for (int k = 0; k < theta.length; k++) {
                theta[k] += size * noise[k];
            }
        }
        return theta;
    }

    /** Those that the family of a level does not avoid by itself. */
    private List<LowerState> penalised(int level, List<LowerState> lower) {
        return IntStream.range(0, lower.size())
                .filter(below -> !task.families().apart(level, below))
                .mapToObj(lower::get)
                .toList();
    }

    /** The found states beyond those that are already at hand, each with a sample that depends on nothing but its parameters. */
    private List<LowerState> lowerStates(List<double[]> found, int known) {
        List<LowerState> states = new ArrayList<>();
        for (int level = known; level < found.size(); level++) {
            Wavefunction wavefunction = task.families().at(level).at(found.get(level));
            Sampler sampler = task.settings()
                    .sampler()
                    .of(
                            task.problem(),
                            task.settings().last(),
                            address.at("lower").at(level));
            Sampler.Draw draw = sampler.draw(wavefunction, sampler.start(wavefunction, workers), 0, workers);
            double penalty = task.spec().penalty().orElseGet(() -> usualPenalty(wavefunction, draw));
            states.add(new LowerState(wavefunction, draw.sample(), penalty));
        }
        return states;
    }

    private double usualPenalty(Wavefunction wavefunction, Sampler.Draw draw) {
        double energy = EnergyEstimate.of(task.problem().hamiltonian(), wavefunction, draw, workers)
                .mean();
        return USUAL_PENALTY * Math.abs(energy) / task.problem().graph().sites();
    }

    /** How long the rest will take, if it goes on as since this process began. */
    private final class Clock {
        private final long begun = System.nanoTime();
        private final long first;

        Clock(long first) {
            this.first = first;
        }

        double secondsLeft(int level, long step) {
            long done = level * (long) steps + step;
            return (System.nanoTime() - begun) * 1e-9 / (done - first) * (levels * (long) steps - done);
        }
    }

    private StepLine line(int level, StepRecord record) {
        return new StepLine(
                level,
                (int) record.step(),
                record.energy(),
                record.error(),
                record.variance(),
                scores.vScore(record.energy(), record.variance()),
                record.acceptance(),
                record.shift(),
                record.retries(),
                record.bytes());
    }

    private List<StepLine> lines() {
        return folder.metrics().lines().stream()
                .map(line -> Json.mapper().treeToValue(line, StepLine.class))
                .toList();
    }

    private void store(List<double[]> found) {
        SolveSpec spec = task.spec();
        Map<String, String> text = new LinkedHashMap<>();
        text.put("lattice", spec.lattice().orElseThrow());
        text.put("hamiltonian", spec.hamiltonian().orElseThrow());
        text.put("ansatz", spec.ansatz().orElseThrow());
        spec.excitedAnsatz().ifPresent(ansatz -> text.put("excited_ansatz", ansatz));
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        for (int level = 0; level < found.size(); level++) {
            arrays.put(level == 0 ? "theta" : "theta" + level, NdArray.vector(found.get(level)));
        }
        Safetensors.write(folder.file("parameters.safetensors"), arrays, text);
    }

    /** Removes what only an unfinished run needs, once the result is stored. */
    public static void forgetCheckpoint(RunFolder folder) {
        new Checkpoint(folder).remove();
    }
}

package org.ketwork.app.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.ketwork.lab.report.NumberText;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.wavefunction.ansatz.Wavefunction;
import org.ketwork.wavefunction.estimate.EnergyEstimate;
import org.ketwork.wavefunction.estimate.Fidelity;
import org.ketwork.wavefunction.estimate.LanczosStep;
import org.ketwork.wavefunction.estimate.Soundness;
import org.ketwork.wavefunction.sampler.Sample;
import org.ketwork.wavefunction.sampler.Sampler;
import org.ketwork.wavefunction.sampler.WidenedSample;

/** The result of a search: each state that was found, measured on a sample that the search has not seen, and judged. */
record Measurements(Task.Search task, Scores scores, RandomAddress address, Workers workers) {
    /** In standard errors. */
    private static final double CLEARLY = 5;
    /** An overlap of states that are orthogonal but for the errors of their search. */
    private static final double NEGLIGIBLE = 0.01;

    /**
     * One state on its sample.
     *
     * @param moduli by what the state differs from the wavefunction, at each configuration
     */
    private record Measured(
            Wavefunction wavefunction,
            Sample sample,
            EnergyEstimate estimate,
            double[] moduli,
            Optional<SolveResult.Lanczos> lanczos) {
        long draws() {
            return sample.exact() ? sample.configurations().rows() : sample.draws();
        }
    }

    /**
     * @param found parameters of the ground state and of those above it
     * @param lines all steps
     * @param steps of each level
     * @param optimised seconds that the steps took
     * @param seconds those of the whole run so far
     */
    Outcome outcome(List<double[]> found, List<StepLine> lines, int steps, double optimised, DoubleSupplier seconds) {
        Optional<KnownEnergies> known = KnownEnergies.of(task.problem(), found.size(), workers);
        OptionalDouble exact = known.stream().mapToDouble(KnownEnergies::ground).findFirst();
        List<String> reasons = new ArrayList<>();
        List<SolveResult.Level> levels = new ArrayList<>();
        List<Measured> states = new ArrayList<>();
        for (int level = 0; level < found.size(); level++) {
            Measured state = measure(found.get(level), level);
            states.add(state);
            boolean sound = judge(state.estimate, exact, level, reasons);
            levels.add(
                    sound
                            ? new SolveResult.Level(
                                    state.estimate.mean(),
                                    state.estimate.standardError(),
                                    state.estimate.variance(),
                                    exactly(known, level),
                                    gap(state, states.getFirst()),
                                    overlaps(state, states.subList(0, level)))
                            : SolveResult.Level.UNDEFINED);
        }
        List<String> warnings = new ArrayList<>(task.problem().warnings());
        warnings.addAll(warnings(levels));
        Measured ground = states.getFirst();
        SolveResult.Level lowest = levels.getFirst();
        double bound = exact.orElse(Double.NaN);
        long made = (long) steps * found.size();
        SolveResult result = new SolveResult(
                new SolveResult.Energy(lowest.energy(), lowest.error()),
                lowest.variance(),
                scores.vScore(lowest.energy(), lowest.variance()),
                ground.estimate.energy().rHat().orElse(Double.NaN),
                ground.estimate.energy().autocorrelationTime().orElse(Double.NaN),
                ground.estimate.acceptance(),
                bound,
                known.map(KnownEnergies::source),
                (lowest.energy() - bound) / Math.abs(bound),
                task.families().ground().parameterCount(),
                ground.draws(),
                steps,
                seconds.getAsDouble(),
                made == 0 ? Double.NaN : optimised / made,
                levels,
                ground.lanczos.filter(step -> reasons.isEmpty()),
                reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", reasons)),
                List.copyOf(warnings),
                "");
        return new Outcome(
                result, Optional.of(FinalState.of(ground.wavefunction, ground.sample, ground.moduli)), lines);
    }

    private static double exactly(Optional<KnownEnergies> known, int level) {
        return known.map(energies -> energies.level(level)).orElse(Double.NaN);
    }

    /** What speaks against the order of the levels, or against their being orthogonal. */
    private static List<String> warnings(List<SolveResult.Level> levels) {
        List<String> warnings = new ArrayList<>();
        for (int level = 1; level < levels.size(); level++) {
            SolveResult.Level above = levels.get(level);
            SolveResult.Level below = levels.get(level - 1);
            if (below.energy() - above.energy() > CLEARLY * Math.hypot(below.error(), above.error())) {
                warnings.add("level " + level + " lies below level " + (level - 1) + ": the search of level "
                        + (level - 1) + " ended in a higher state; more --steps or another --seed may help");
            }
            for (int other = 0; other < above.overlaps().size(); other++) {
                SolveResult.Overlap overlap = above.overlaps().get(other);
                if (overlap.mean() > NEGLIGIBLE + CLEARLY * overlap.error()) {
                    warnings.add("level " + level + " is not orthogonal to level " + other + ", its overlap is "
                            + NumberText.of(overlap.mean(), 2)
                            + "; a larger --penalty, more --steps or another ansatz may help");
                }
            }
        }
        return warnings;
    }

    /** The samples of two levels are independent of each other. */
    private static SolveResult.Gap gap(Measured state, Measured ground) {
        if (state == ground) {
            return new SolveResult.Gap(0, 0);
        }
        return new SolveResult.Gap(
                state.estimate.mean() - ground.estimate.mean(),
                Math.hypot(state.estimate.standardError(), ground.estimate.standardError()));
    }

    private List<SolveResult.Overlap> overlaps(Measured state, List<Measured> below) {
        return below.stream()
                .map(other -> Fidelity.of(other.wavefunction, other.sample, state.wavefunction, state.sample, workers))
                .map(fidelity -> new SolveResult.Overlap(fidelity.mean(), fidelity.standardError()))
                .toList();
    }

    private Measured measure(double[] theta, int level) {
        Wavefunction wavefunction = task.families().at(level).at(theta);
        Sampler sampler = task.settings()
                .sampler()
                .of(task.problem(), task.settings().last(), address.at("result").at(level));
        Sampler.Draw draw = sampler.draw(wavefunction, sampler.start(wavefunction, workers), 0, workers);
        if (task.settings().lanczos()) {
            return afterLanczosStep(wavefunction, draw);
        }
        double[] moduli = new double[draw.sample().configurations().rows()];
        Arrays.fill(moduli, 1);
        return new Measured(
                wavefunction,
                draw.sample(),
                EnergyEstimate.of(task.problem().hamiltonian(), wavefunction, draw, workers),
                moduli,
                Optional.empty());
    }

    /** The step is chosen on a sample like those of the search, so that it owes nothing to the one of the result. */
    private Measured afterLanczosStep(Wavefunction wavefunction, Sampler.Draw draw) {
        ConfigurationOperator hamiltonian = task.problem().hamiltonian();
        RandomAddress here = address.at("lanczos");
        Sampler sampler =
                task.settings().sampler().of(task.problem(), task.settings().sampling(), here);
        Sample sample = sampler.draw(wavefunction, sampler.start(wavefunction, workers), 0, workers)
                .sample();
        LanczosStep step = LanczosStep.lowest(
                hamiltonian, wavefunction, widened(wavefunction, sample, here.at("chosen")), workers);
        LanczosStep.Improved improved = step.measure(
                hamiltonian,
                wavefunction,
                widened(wavefunction, draw.sample(), here.at("measured")),
                draw.acceptance(),
                workers);
        EnergyEstimate before = improved.before();
        return new Measured(
                wavefunction,
                improved.sample(),
                improved.energy(),
                improved.moduli(),
                Optional.of(new SolveResult.Lanczos(
                        step.alpha(),
                        new SolveResult.Energy(before.mean(), before.standardError()),
                        before.variance())));
    }

    private WidenedSample widened(Wavefunction wavefunction, Sample sample, RandomAddress choices) {
        return WidenedSample.of(task.problem().hamiltonian(), wavefunction, sample, choices, workers);
    }

    /** Whether the state may be believed; the reasons are added if not. No state lies below the exact ground energy. */
    private static boolean judge(EnergyEstimate estimate, OptionalDouble exact, int level, List<String> reasons) {
        return switch (Soundness.DEFAULT.judge(estimate, exact)) {
            case Soundness.Sound sound -> true;
            case Soundness.Broken broken -> {
                broken.findings()
                        .forEach(finding ->
                                reasons.add((level == 0 ? "" : "Level " + level + ": ") + finding.sentence()));
                yield false;
            }
        };
    }
}

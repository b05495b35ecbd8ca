package org.ketwork.app.solve;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.ketwork.app.input.DidYouMean;
import org.ketwork.neural.optimiser.LearningRate;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.wavefunction.minimisation.MinimisationSpec;
import org.ketwork.wavefunction.minimisation.StepRule;
import org.ketwork.wavefunction.reconfiguration.Shift;
import org.ketwork.wavefunction.reconfiguration.Space;
import org.ketwork.wavefunction.reconfiguration.StepLimit;
import org.ketwork.wavefunction.sampler.Schedule;

/**
 * How a problem is solved.
 *
 * @param sampling of each step
 * @param last of the result
 * @param lanczos whether a step of Lanczos goes before it
 */
record Settings(
        SamplerForms.Choice sampler, Schedule sampling, Schedule last, boolean lanczos, MinimisationSpec minimisation) {
    private static final String RECONFIGURATION = "sr";
    private static final String ADAM = "adam";

    private static final int SAMPLES = 1008;
    private static final int LEAST_SAMPLES = 2;
    private static final int STEPS = 300;
    private static final int LENGTH = 8;
    private static final int MOST_CHAINS = 1024;
    private static final int LEAST_FINAL = 16384;
    private static final int WARM_UP = 100;
    /** Times the spread of the energies of a site: the fastest modes, whose energies are a few of these, must not overshoot. */
    private static final double RATE = 0.08;
    /** What is left of the rate at the last step: in the end the noise of the steps, not the family, limits the energy. */
    private static final double LAST_RATE = 0.02;

    /** By how much a state may turn in one step, in radian: far from the ground state the equations hold for short steps only. */
    private static final double MOST_ANGLE = 0.1;

    private static final double ADAM_RATE = 1e-3;
    private static final double FIRST_SHIFT = 1e-1;

    private static final double MOMENTUM = 0.8;

    /**
     * The spec with everything filled in that it leaves open.
     *
     * @param families the ansatz of each level
     */
    static SolveSpec resolved(SolveSpec spec, Problem problem, Ladder families, int excited, long seed) {
        int parameters = families.mostParameters();
        String optimiser = optimiser(spec);
        boolean metric = optimiser.equals(RECONFIGURATION);
        int samples = spec.samples().orElse(SAMPLES);
        if (samples < LEAST_SAMPLES) {
            throw new InvalidInputException("--samples must be at least " + LEAST_SAMPLES
                    + ", for a step goes by how configurations differ; got " + samples);
        }
        int chains = positive("chains", spec.chains().orElse(Math.clamp(samples / LENGTH, 1, MOST_CHAINS)));
        if (samples < chains) {
            throw new InvalidInputException("--samples must be at least --chains, so that each chain gives one: got "
                    + samples + " samples and " + chains + " chains");
        }
        int most = mostSamples(problem);
        int last = positive(
                "final-samples", spec.finalSamples().orElse((int) Math.clamp(4L * samples, LEAST_FINAL, most)));
        notMore("samples", samples, most);
        notMore("final-samples", last, most);
        return new SolveSpec(
                spec.lattice(),
                spec.hamiltonian(),
                spec.ansatz(),
                AnsatzForms.isProjected(spec) ? Optional.of(problem.projection().text()) : Optional.empty(),
                problem.magnetisation(),
                Optional.of(problem.marshall()),
                Optional.of(spec.sampler().orElse(AnsatzForms.drawsDirectly(spec) ? SamplerForms.DIRECT : "auto")),
                Optional.of(samples),
                Optional.of(chains),
                Optional.of(positive("sweeps", spec.sweeps().orElse(1))),
                Optional.of(last),
                Optional.of(notNegative("steps", spec.steps().orElse(STEPS))),
                Optional.of(optimiser),
                Optional.of(spec.learningRate().orElseGet(() -> metric ? usualRate(problem) : ADAM_RATE)),
                metric
                        ? Optional.of(spec.shift().orElseGet(() -> usualShift((double) samples / parameters)))
                        : only(spec.shift(), "shift", optimiser),
                metric ? Optional.of(spec.momentum().orElse(MOMENTUM)) : only(spec.momentum(), "momentum", optimiser),
                lanczos(spec, excited),
                Optional.of(false),
                Optional.of(excited),
                excitedAnsatz(spec, excited),
                families.excitedProjection(),
                penalty(spec, excited),
                Optional.of(seed));
    }

    /** The least shift. The fewer the configurations for each parameter, the more a step fits what the sample happens to hold. */
    private static double usualShift(double configurations) {
        if (configurations < 2) {
            return 1e-3;
        }
        return configurations < 5 ? 1e-4 : 1e-5;
    }

    /** To two digits, for people read it. */
    private static double usualRate(Problem problem) {
        double spread = problem.spread();
        if (!(RATE / spread > 0)) {
            throw new InvalidInputException(
                    "--hamiltonian: the squares of its energies are not finite; measure them in larger units");
        }
        return spread > 0
                ? new BigDecimal(RATE / spread).round(new MathContext(2)).doubleValue()
                : RATE;
    }

    /** Stored only where it is asked for. Of states above the ground state the lowest combination with Hψ would fall below them. */
    private static Optional<Boolean> lanczos(SolveSpec spec, int excited) {
        boolean asked = spec.lanczos().orElse(false);
        if (asked && excited > 0) {
            throw new InvalidInputException(
                    "--lanczos improves a ground state, and --excited asks for states above it: leave one of them out");
        }
        return asked ? Optional.of(true) : Optional.empty();
    }

    private static Optional<String> excitedAnsatz(SolveSpec spec, int excited) {
        if (spec.excitedAnsatz().isPresent() && excited == 0) {
            throw new InvalidInputException("--excited-ansatz belongs to --excited");
        }
        if (spec.excitedProject().isPresent() && excited == 0) {
            throw new InvalidInputException("--excited-project belongs to --excited");
        }
        return spec.excitedAnsatz();
    }

    private static Optional<Double> penalty(SolveSpec spec, int excited) {
        spec.penalty().ifPresent(penalty -> {
            if (excited == 0) {
                throw new InvalidInputException("--penalty belongs to --excited");
            }
            if (!(penalty > 0 && penalty < Double.POSITIVE_INFINITY)) {
                throw new InvalidInputException("--penalty must be positive and finite, got " + penalty);
            }
        });
        return spec.penalty();
    }

    /** The same for the exact twin, of which much less matters. */
    static SolveSpec exact(SolveSpec spec, Problem problem, int excited, long seed) {
        return new SolveSpec(
                spec.lattice(),
                spec.hamiltonian(),
                Optional.empty(),
                Optional.empty(),
                problem.magnetisation(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                Optional.of(excited),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(seed));
    }

    private static String optimiser(SolveSpec spec) {
        String name = spec.optimiser().orElse(RECONFIGURATION);
        List<String> allowed = List.of(RECONFIGURATION, ADAM);
        if (!allowed.contains(name)) {
            throw new InvalidInputException("--optimiser must be one of " + String.join(", ", allowed) + ", got " + name
                    + DidYouMean.suffix(name, allowed));
        }
        return name;
    }

    private static Optional<Double> only(Optional<Double> value, String option, String optimiser) {
        if (value.isPresent()) {
            throw new InvalidInputException(
                    "--" + option + " belongs to --optimiser " + RECONFIGURATION + ", not to " + optimiser);
        }
        return value;
    }

    private static int positive(String option, int value) {
        if (value < 1) {
            throw new InvalidInputException("--" + option + " must be at least 1, got " + value);
        }
        return value;
    }

    /** Configurations lie in one array; a half of it is left for the rounding up to whole chains. */
    private static int mostSamples(Problem problem) {
        return Integer.MAX_VALUE / 2 / problem.graph().sites();
    }

    private static void notMore(String option, int value, int most) {
        if (value > most) {
            throw new InvalidInputException(
                    "--" + option + " must be at most " + most + " on so many sites, got " + value);
        }
    }

    private static int notNegative(String option, int value) {
        if (value < 0) {
            throw new InvalidInputException("--" + option + " must be at least 0, got " + value);
        }
        return value;
    }

    /** What a resolved spec says. */
    static Settings of(SolveSpec spec) {
        int chains = spec.chains().orElseThrow();
        int sweeps = spec.sweeps().orElseThrow();
        int steps = spec.steps().orElseThrow();
        int last = Math.max(chains, spec.finalSamples().orElseThrow());
        return new Settings(
                SamplerForms.TABLE.read(spec.sampler().orElseThrow()),
                new Schedule(chains, spec.samples().orElseThrow(), sweeps, WARM_UP, 0),
                new Schedule(chains, last, sweeps, WARM_UP, 0),
                spec.lanczos().orElse(false),
                new MinimisationSpec(steps, rate(spec, steps), rule(spec, steps)));
    }

    private static LearningRate rate(SolveSpec spec, int steps) {
        double rate = spec.learningRate().orElseThrow();
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException("--learning-rate must be positive and finite, got " + rate);
        }
        return new LearningRate.Cosine(rate, LAST_RATE * rate, Math.max(1, steps));
    }

    private static StepRule rule(SolveSpec spec, int steps) {
        if (spec.optimiser().orElseThrow().equals(ADAM)) {
            return new StepRule.Gradient();
        }
        double floor = spec.shift().orElseThrow();
        if (!(floor > 0 && floor < Double.POSITIVE_INFINITY)) {
            throw new InvalidInputException("--shift must be positive and finite, got " + floor);
        }
        Shift shift = Problem.named(
                "--shift",
                () -> Shift.decaying(Math.max(floor, FIRST_SHIFT), floor, Math.max(1, steps / 2))
                        .in(Shift.Scale.MEAN_DIAGONAL));
        return Problem.named(
                "--momentum",
                () -> new StepRule.Reconfiguration(
                        shift, spec.momentum().orElseThrow(), Space.CHEAPER, new StepLimit.Angle(MOST_ANGLE)));
    }
}

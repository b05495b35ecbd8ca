package org.ketwork.claims.loss;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.claim.Outcome;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.Figure.Axis;
import org.ketwork.lab.figure.Figure.BarSeries;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Holm;
import org.ketwork.numerics.statistics.InteriorOptimum;
import org.ketwork.numerics.statistics.Interval;
import org.ketwork.numerics.statistics.Proportion;

/**
 * The whole experiment repeated many times on fresh random numbers, to see how often the test for an optimum is right: its power
 * on the systems, its false alarms on their controls, and how often the interval of the place misses the prediction.
 */
record RepeatedRuns(List<Tally> systems, List<Tally> controls) {
    /** Repetitions in each run, and the level of its test. */
    private static final int REPETITIONS = 20;

    private static final double LEVEL = 0.05;

    /** Counts over the runs of one task. */
    record Tally(String name, Proportion found, Proportion missed) {}

    /** @param further controls without a system of their own here */
    static RepeatedRuns of(List<NoisyPair> pairs, List<NoisyTask> further, Conditions conditions) {
        int most = conditions.size().choose(40, 200, 1000);
        List<Tally> systems = new ArrayList<>();
        List<Tally> controls = new ArrayList<>();
        for (NoisyPair pair : pairs) {
            systems.add(tally(pair.system(), most / pair.cost(), conditions));
            for (NoisyTask control : pair.controls()) {
                controls.add(tally(control, most / pair.cost(), conditions));
            }
        }
        for (NoisyTask control : further) {
            controls.add(tally(control, most / 2, conditions));
        }
        return new RepeatedRuns(systems, controls);
    }

    private record Run(boolean found, boolean missed) {}

    private static Tally tally(NoisyTask task, int count, Conditions conditions) {
        RandomAddress random = conditions.random().at("runs").at(task.name());
        List<Run> runs = conditions.workers().map(count, i -> run(task, random.at(i)));
        int found = (int) runs.stream().filter(Run::found).count();
        int missed = (int) runs.stream().filter(Run::missed).count();
        return new Tally(task.name(), new Proportion(found, count), new Proportion(missed, count));
    }

    private static Run run(NoisyTask task, RandomAddress random) {
        NoiseSweep sweep = NoiseSweep.of(task, REPETITIONS, random);
        InteriorOptimum test = sweep.test(LEVEL, random.at("bootstrap"));
        Interval place = test.locationInterval();
        double slack = NoiseSweep.step() / 2;
        // The prediction stands at 1 on the axis, 0 on its logarithm.
        boolean missed = place.low() - slack > 0 || place.high() + slack < 0;
        return new Run(test.interior(), missed);
    }

    /** Enters power and false alarms as tests against the promised 5 %. */
    void enter(Evidence.Builder evidence, double alpha) {
        for (Tally tally : systems) {
            enter(evidence, "power at 20 repetitions: " + tally.name, tally.found, alpha);
            enter(evidence, "place missed: " + tally.name, tally.missed, alpha);
        }
        for (Tally tally : controls) {
            enter(evidence, "false alarms: " + tally.name, tally.found, alpha);
        }
    }

    private static void enter(Evidence.Builder evidence, String name, Proportion proportion, double alpha) {
        Interval interval = proportion.interval(0.95);
        evidence.test(
                name,
                proportion.successes(),
                proportion.test(LEVEL, Alternative.GREATER).p(),
                alpha,
                proportion.value(),
                new Evidence.Interval(interval.low(), interval.high(), interval.level()));
    }

    /** Refuted if some system's place is missed in more than 5 % of runs. */
    Outcome placed(double alpha) {
        return Outcome.holdsIf(smallest(systems, Tally::missed) > alpha);
    }

    boolean controlsHold(double alpha) {
        return smallest(controls, Tally::found) > alpha;
    }

    /** The smallest p-value against "at most 5 %", adjusted by Holm over the tasks. */
    private static double smallest(List<Tally> tallies, Function<Tally, Proportion> proportion) {
        double[] p = tallies.stream()
                .mapToDouble(t ->
                        proportion.apply(t).test(LEVEL, Alternative.GREATER).p())
                .toArray();
        double smallest = 1;
        for (double adjusted : Holm.adjust(p)) {
            smallest = Math.min(smallest, adjusted);
        }
        return smallest;
    }

    String placesObserved() {
        return "runs that missed: " + list(systems, Tally::missed);
    }

    String controlsObserved() {
        return "runs with an optimum: " + list(controls, Tally::found);
    }

    private static String list(List<Tally> tallies, Function<Tally, Proportion> proportion) {
        List<String> parts = new ArrayList<>();
        for (Tally tally : tallies) {
            Proportion p = proportion.apply(tally);
            parts.add(text(
                    "%s: %d of %d (95 %% interval to %.0f %%)",
                    tally.name,
                    p.successes(),
                    p.trials(),
                    100 * p.interval(0.95).high()));
        }
        return String.join("; ", parts);
    }

    int controlRuns() {
        return controls.stream().mapToInt(t -> t.found.trials()).sum();
    }

    int falseAlarms() {
        return controls.stream().mapToInt(t -> t.found.successes()).sum();
    }

    Figure figure() {
        List<Tally> all = new ArrayList<>(systems);
        all.addAll(controls);
        double[] values = all.stream().mapToDouble(t -> t.found.value()).toArray();
        return new Figure.Bars(
                "power",
                "Share of runs with 20 repetitions in which the test at 5 % finds an optimum: its power on the systems (first), its"
                        + " false alarms on the controls (last).",
                Axis.linear("share of runs"),
                all.stream().map(Tally::name).toList(),
                List.of(new BarSeries("optimum found", values, Optional.empty())));
    }
}

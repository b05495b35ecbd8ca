package org.ketwork.bench.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.minimisation.StepRecord;

/** What one step of a search costs, and on what the time goes, for one size after another: a table in Markdown. */
public final class StepCosts {
    private static final int SAMPLES = 1008;
    private static final int SITES = 40;
    /** Steps of the first search, after which what all share is compiled. */
    private static final int COMPILING = 1500;

    private static final int WARM_UP = 200;
    private static final int STEPS = 30;
    private static final long SEED = 1;

    /** What is varied, on the Ising ring. */
    private record Case(Family family, int sites, int alpha, int samples) {}

    private StepCosts() {}

    /** Measures all cases. */
    public static String markdown(Workers workers) {
        StringBuilder table = new StringBuilder("""
                | family | N | alpha | samples | different ones | parameters | step | sampling | energies | metric | solution |
                |---|---|---|---|---|---|---|---|---|---|---|
                """);
        SpinProblem first = SpinProblem.isingRing(SITES / 2);
        new Optimisation(first, Family.RBM.on(first, 1), SAMPLES, COMPILING, SEED, workers).steps(COMPILING);
        for (Case c : cases()) {
            table.append(row(c, workers));
        }
        return table.toString();
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int sites : new int[] {10, 20, 40, 80, 160}) {
            cases.add(new Case(Family.RBM, sites, 1, SAMPLES));
        }
        for (int alpha : new int[] {2, 4, 8}) {
            cases.add(new Case(Family.RBM, SITES, alpha, SAMPLES));
        }
        for (int samples : new int[] {252, 504, 2016, 4032}) {
            cases.add(new Case(Family.RBM, SITES, 1, samples));
        }
        for (Family family : Family.values()) {
            if (family != Family.RBM) {
                cases.add(new Case(family, SITES, 1, SAMPLES));
            }
        }
        return cases;
    }

    private static String row(Case c, Workers workers) {
        SpinProblem problem = SpinProblem.isingRing(c.sites);
        Ansatz ansatz = c.family.on(problem, c.alpha);
        Optimisation search = new Optimisation(problem, ansatz, c.samples, WARM_UP + STEPS, SEED, workers);
        search.steps(WARM_UP);
        List<StepRecord> records = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            records.add(search.step());
        }
        return "| %s | %d | %d | %d | %d | %d | %s | %s | %s | %s | %s |%n"
                .formatted(
                        c.family.label(),
                        c.sites,
                        c.alpha,
                        c.samples,
                        records.getLast().distinct(),
                        ansatz.parameterCount(),
                        milliseconds(records, StepRecord.Seconds::total),
                        milliseconds(records, StepRecord.Seconds::sampling),
                        milliseconds(records, StepRecord.Seconds::energies),
                        milliseconds(records, StepRecord.Seconds::metric),
                        milliseconds(records, StepRecord.Seconds::solution));
    }

    /** The median of one part. */
    private static String milliseconds(List<StepRecord> records, ToDoubleFunction<StepRecord.Seconds> part) {
        double[] seconds =
                records.stream().map(StepRecord::seconds).mapToDouble(part).toArray();
        return String.format(Locale.ROOT, "%.2f ms", 1e3 * new Times(seconds, Double.NaN).median());
    }
}

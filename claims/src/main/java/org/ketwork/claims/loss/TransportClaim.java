package org.ketwork.claims.loss;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.Figure.Axis;
import org.ketwork.lab.figure.Figure.Curve;
import org.ketwork.lab.figure.Figure.Mark;
import org.ketwork.numerics.optimum.Peak;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Interval;
import org.ketwork.numerics.statistics.Proportion;
import org.ketwork.numerics.statistics.TestResult;
import org.ketwork.quantum.transport.Dimer;
import org.ketwork.quantum.transport.ExcitonNetwork;
import org.ketwork.quantum.transport.FennaMatthewsOlson;
import org.ketwork.quantum.transport.Transport;

/** Dephasing helps transport wherever interference or detuning holds the excitation back. */
public final class TransportClaim implements Claim {
    private static final double LOW = 1e-3;
    private static final double HIGH = 1e5;
    private static final double DISORDER = 3;
    private static final double ALPHA = 0.01;

    private static final Declaration DECLARATION = new Declaration(
            "transport",
            "Dephasing helps transport: where detuning or interference holds an excitation back, a dephasing rate between none and"
                    + " very much delivers most of it.",
            "Founding document 000 (losing information improves performance); Plenio and Huelga, New J. Phys. 10, 113019 (2008);"
                    + " Rebentrost et al., New J. Phys. 11, 033003 (2009)",
            "dρ/dt = -i[H, ρ] - γ (off-diagonal of ρ) - drain k at the sink - loss Γ everywhere;"
                    + " η(γ) = k times the time integral of the sink population.",
            List.of(
                    new Prediction(
                            "dimer",
                            "Two sites with |Δ| > k/2 + Γ deliver most at γ* = |Δ| - k/2 - Γ.",
                            "the optimum of the linear solve misses γ* by more than one part in 10^4 for any random dimer"
                                    + " detuned by at least 1/2 more than that"),
                    new Prediction(
                            "complete network",
                            "In a fully connected network dephasing frees the dark states: η rises from 1/(N-1) to 1 without loss.",
                            "η at γ = 1/2 stays more than 10^-6 below 1 for any N from 3 to 7"),
                    new Prediction(
                            "disordered chain",
                            "In most chains of five sites with random energies, some dephasing beats none and beats much.",
                            "a one-sided binomial test does not find a majority at level " + ALPHA),
                    new Prediction(
                            "FMO",
                            "In the seven-site Fenna-Matthews-Olson complex dephasing helps from both entry sites.",
                            "for site 1 or site 6 the efficiency is largest without dephasing or at the upper end of the range")),
            List.of(
                    new Control("ordered chain", "A chain of equal energies has no optimum: any dephasing hurts."),
                    new Control("near-resonant dimers", "Random dimers with |Δ| ≤ k/2 + Γ have no optimum."),
                    new Control("two routes", "Closed form and linear solve of the dimer agree to 10^-10.")),
            ALPHA,
            "Add dephasing, or stop suppressing it, if neighbouring sites are detuned by more than half the drain rate: about as much"
                    + " as the detuning itself. In an ordered, resonant chain suppress it.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        Transport ordered = chain(0, 0, 0, 0, 0);
        Transport disordered = chain(0, 4, -3, 2, 0);
        double miss = dimers(conditions, evidence);
        completeNetworks(evidence);
        double share = chains(conditions, ordered, disordered, evidence);
        Peak first = fmo(1, 0.76746, 0.99134, evidence);
        Peak sixth = fmo(6, 0.64117, 0.99126, evidence);
        evidence.number("FMO from site 1: best dephasing in 1/ps", first.position(), 25.62, 5e-3);
        evidence.number(
                "FMO from site 1: best dephasing in 1/cm",
                first.position() / FennaMatthewsOlson.RADIANS_PER_PICOSECOND,
                136,
                0.5);
        evidence.number(
                "FMO from site 1 at 1e5/ps", FennaMatthewsOlson.startingAt(1).efficiency(1e5), 0.2553, 5e-5);
        evidence.finding(
                "FMO",
                first.interior() && sixth.interior(),
                text("best dephasing %.2f/ps from site 1 and %.2f/ps from site 6", first.position(), sixth.position()));
        evidence.figure(figure(conditions, ordered, disordered, first));
        double best = ordered.bestDephasing(LOW, HIGH).position();
        return evidence.conclude(text(
                "The efficiency of FMO is largest, %.3f, at a dephasing of %.1f/ps, that of detuned dimers at"
                        + " |Δ| - k/2 - Γ (largest relative miss %.0e); it helps %.0f %% of random chains, and the"
                        + " ordered chain does best %s.",
                first.value(), first.position(), miss, 100 * share, best == 0 ? "without it" : text("at %.2g", best)));
    }

    /** Returns by what share the optimum of a random dimer misses its prediction at most. */
    private static double dimers(Conditions conditions, Evidence.Builder evidence) {
        double[][] references = {
            {10, 0, 0.0961569281066701},
            {10, 1, 0.211617818220294},
            {10, 9.4, 0.434782608695652},
            {10, 20, 0.384616820824574},
            {10, 100, 0.147325917440665},
            {0.3, 0, 0.805639476334340},
            {0.3, 0.1, 0.802844362885652}
        };
        for (double[] reference : references) {
            evidence.number(
                    text("dimer, detuning %s, dephasing %s", reference[0], reference[1]),
                    new Dimer(1, reference[0], 1, 0.1).transport().efficiency(reference[1]),
                    reference[2],
                    1e-12);
        }
        Dimer lossless = new Dimer(1, 10, 1, 0);
        double[][] times = {{0, 102.25, 1e-8}, {9.5, 12, 1e-8}, {100, 52.7475, 5e-5}};
        for (double[] time : times) {
            evidence.number(
                    text("mean transfer time of the lossless dimer, dephasing %s", time[0]),
                    lossless.transport().yield(time[0]).meanTransferTime(),
                    time[1],
                    time[2]);
        }
        int count = conditions.size().choose(40, 200, 1000);
        RandomAddress random = conditions.random().at("dimers");
        List<DimerCheck> checks = conditions.workers().map(count, i -> check(random.at(i)));
        double worst = 0;
        double gap = 0;
        boolean controlsFlat = true;
        for (DimerCheck check : checks) {
            worst = Math.max(worst, check.optimumError);
            gap = Math.max(gap, check.gap);
            controlsFlat &= check.nearResonantFlat;
        }
        evidence.finding(
                "dimer", worst <= 1e-4, text("largest relative distance from γ* in %d dimers: %.1e", count, worst));
        evidence.control(
                "near-resonant dimers",
                controlsFlat,
                text("%d dimers, all best without dephasing: %b", count, controlsFlat));
        evidence.control("two routes", gap <= 1e-10, text("largest difference %.1e", gap));
        return worst;
    }

    /** What one random pair of dimers, a detuned and a near-resonant one, shows. */
    private record DimerCheck(double optimumError, double gap, boolean nearResonantFlat) {}

    private static DimerCheck check(RandomAddress random) {
        double coupling = 0.2 + 2 * random.uniform(0);
        double sinkRate = 0.2 + 2 * random.uniform(1);
        double lossRate = 0.01 + 0.2 * random.uniform(2);
        double threshold = sinkRate / 2 + lossRate;
        Dimer detuned = new Dimer(coupling, threshold + 0.5 + 10 * random.uniform(3), sinkRate, lossRate);
        Peak peak = detuned.transport().bestDephasing(LOW, HIGH);
        double error =
                peak.interior() ? Math.abs(peak.position() / detuned.bestDephasing() - 1) : Double.POSITIVE_INFINITY;
        double gamma = 20 * random.uniform(4);
        double gap = Math.abs(detuned.transport().efficiency(gamma) - detuned.efficiency(gamma));
        Dimer nearResonant = new Dimer(coupling, threshold * random.uniform(5), sinkRate, lossRate);
        boolean flat = !nearResonant.transport().bestDephasing(LOW, HIGH).interior();
        return new DimerCheck(error, gap, flat);
    }

    private static void completeNetworks(Evidence.Builder evidence) {
        double worst = 0;
        for (int sites = 3; sites <= 7; sites++) {
            Transport lossless = new Transport(ExcitonNetwork.complete(sites, 1), 0, sites - 1, 1, 1e-9);
            evidence.number(
                    text("complete network of %d without dephasing or loss", sites),
                    lossless.efficiency(0),
                    1.0 / (sites - 1),
                    1e-7);
            worst = Math.max(worst, 1 - lossless.efficiency(0.5));
        }
        evidence.finding("complete network", worst <= 1e-6, text("largest shortfall from 1: %.1e", worst));
        double[][] references = {{4, 0.322354, 2.60105, 0.934632}, {7, 0.156983, 5.56248, 0.884550}};
        for (double[] reference : references) {
            int sites = (int) reference[0];
            Transport lossy = new Transport(ExcitonNetwork.complete(sites, 1), 0, sites - 1, 1, 0.01);
            Peak peak = lossy.bestDephasing(LOW, HIGH);
            evidence.number(
                    text("complete network of %d, no dephasing", sites), lossy.efficiency(0), reference[1], 5e-7);
            evidence.number(text("complete network of %d, best dephasing", sites), peak.position(), reference[2], 6e-6);
            evidence.number(text("complete network of %d, best efficiency", sites), peak.value(), reference[3], 5e-7);
        }
        Transport four = new Transport(ExcitonNetwork.complete(4, 1), 0, 3, 1, 0.01);
        evidence.number("complete network of 4, dephasing 100", four.efficiency(100), 0.646004, 5e-7);
        evidence.number("complete network of 4, dephasing 1e4", four.efficiency(1e4), 0.0194, 5e-5);
    }

    /** Returns the share of random chains that dephasing helps. */
    private static double chains(
            Conditions conditions, Transport ordered, Transport disordered, Evidence.Builder evidence) {
        evidence.number("ordered chain without dephasing", ordered.efficiency(0), 0.943964, 5e-7);
        evidence.number("disordered chain without dephasing", disordered.efficiency(0), 0.226982, 5e-7);
        Peak best = disordered.bestDephasing(LOW, HIGH);
        evidence.number("disordered chain, best dephasing", best.position(), 3.79555, 6e-6);
        evidence.number("disordered chain, best efficiency", best.value(), 0.657314, 5e-7);
        Peak none = ordered.bestDephasing(LOW, HIGH);
        evidence.control("ordered chain", !none.interior(), text("best dephasing %s", none.position()));

        int count = conditions.size().choose(60, 400, 4000);
        RandomAddress random = conditions.random().at("chains");
        List<Boolean> helped = conditions
                .workers()
                .map(
                        count,
                        i -> randomChain(random.at(i)).bestDephasing(LOW, HIGH).interior());
        int successes = (int) helped.stream().filter(h -> h).count();
        Proportion proportion = new Proportion(successes, count);
        TestResult majority = proportion.test(0.5, Alternative.GREATER);
        Interval interval = proportion.interval(0.95);
        evidence.test(
                "dephasing helps most random chains",
                majority.statistic(),
                majority.p(),
                ALPHA,
                proportion.value(),
                new Evidence.Interval(interval.low(), interval.high(), interval.level()));
        evidence.finding(
                "disordered chain",
                majority.rejects(ALPHA),
                text("%d of %d chains with energies of deviation %.0f J have an optimum", successes, count, DISORDER));
        return proportion.value();
    }

    private static Peak fmo(int site, double coherent, double best, Evidence.Builder evidence) {
        Transport complex = FennaMatthewsOlson.startingAt(site);
        Peak peak = complex.bestDephasing(1e-2, 1e5);
        evidence.number("FMO from site " + site + " without dephasing", complex.efficiency(0), coherent, 5e-6);
        evidence.number("FMO from site " + site + ", best efficiency", peak.value(), best, 5e-6);
        return peak;
    }

    private static Figure figure(Conditions conditions, Transport ordered, Transport disordered, Peak fmo) {
        double[] gamma = Grid.logarithmic(1e-2, 1e4, 121);
        RandomAddress address = conditions.random().at("chains");
        double[][] random = conditions
                .workers()
                .map(40, i -> Grid.map(gamma, randomChain(address.at(i))::efficiency))
                .toArray(double[][]::new);
        double[][] quartiles = new double[3][gamma.length];
        for (int j = 0; j < gamma.length; j++) {
            double[] column = new double[random.length];
            for (int i = 0; i < random.length; i++) {
                column[i] = random[i][j];
            }
            Arrays.sort(column);
            for (int q = 0; q < 3; q++) {
                quartiles[q][j] = column[(q + 1) * random.length / 4];
            }
        }
        Dimer dimer = new Dimer(1, 10, 1, 0.1);
        List<Curve> curves = new ArrayList<>();
        curves.add(Curve.line(
                "FMO from site 1 (rates in 1/ps)",
                gamma,
                Grid.map(gamma, FennaMatthewsOlson.startingAt(1)::efficiency)));
        curves.add(Curve.line("dimer, detuning 10", gamma, Grid.map(gamma, dimer.transport()::efficiency)));
        curves.add(Curve.line("disordered chain", gamma, Grid.map(gamma, disordered::efficiency)));
        curves.add(Curve.banded("random chains, quartiles", gamma, quartiles[1], quartiles[0], quartiles[2]));
        curves.add(Curve.line("ordered chain (control)", gamma, Grid.map(gamma, ordered::efficiency)));
        return new Figure.Curves(
                "efficiency",
                "How much of an excitation the sink collects, against the dephasing rate. Detuned and disordered systems have an"
                        + " optimum; the ordered chain has none.",
                Axis.log("dephasing rate (units of J; FMO: 1/ps)"),
                Axis.linear("efficiency"),
                curves,
                List.of(
                        Mark.at("predicted for the dimer: |Δ| - k/2 - Γ", dimer.bestDephasing()),
                        Mark.at("FMO", fmo.position())));
    }

    private static Transport chain(double... energies) {
        return new Transport(ExcitonNetwork.chain(1, energies), 0, energies.length - 1, 1, 0.01);
    }

    private static Transport randomChain(RandomAddress random) {
        double[] energies = new double[5];
        for (int i = 0; i < energies.length; i++) {
            energies[i] = DISORDER * random.normal(i);
        }
        return chain(energies);
    }
}

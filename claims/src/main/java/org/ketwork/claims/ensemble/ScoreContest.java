package org.ketwork.claims.ensemble;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ketwork.bridge.ensemble.PredictionAnatomy;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.claim.Outcome;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.Figure.Axis;
import org.ketwork.lab.figure.Figure.BarSeries;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Auroc;
import org.ketwork.numerics.statistics.Equivalence;
import org.ketwork.numerics.statistics.Estimate;
import org.ketwork.numerics.statistics.Holm;
import org.ketwork.numerics.statistics.PairedTests;
import org.ketwork.numerics.statistics.TestResult;

/**
 * The entropies of dropout passes as scores by which unknown inputs are told from known ones. S is compared with H and with BALD on
 * every kind of unknown inputs: by paired tests over networks, which judge, and by DeLong's test on one network, which shows what a
 * user of a single network would see.
 */
final class ScoreContest {
    /** A number per input that is larger, one hopes, for unknown inputs. */
    record Score(String name, Function<PredictionAnatomy, double[]> values) {}

    private static final Score S = new Score("S", PredictionAnatomy::vonNeumannEntropy);
    private static final List<Score> RIVALS =
            List.of(new Score("H", PredictionAnatomy::predictiveEntropy), new Score("BALD", PredictionAnatomy::bald));

    /** S, and what it is compared with. */
    static final List<Score> SCORES = List.of(S, RIVALS.getFirst(), RIVALS.getLast());

    private final List<DigitEnsemble> networks;
    private final double alpha;
    private final double margin;

    /**
     * @param alpha level of all tests
     * @param margin difference of areas that counts as none
     */
    ScoreContest(List<DigitEnsemble> networks, double alpha, double margin) {
        this.networks = networks;
        this.alpha = alpha;
        this.margin = margin;
    }

    /** Enters tests, a figure and the finding on the named prediction; returns who is best on which inputs. */
    String enter(Evidence.Builder evidence, String prediction, double keep) {
        int kinds = DigitEnsemble.UNKNOWN.size();
        double[][] mine = areas(S);
        double[] better = new double[kinds * RIVALS.size()];
        double[] worse = new double[better.length];
        double[] same = new double[better.length];
        double[] single = new double[better.length];
        for (int k = 0; k < better.length; k++) {
            int kind = k % kinds;
            Score rival = RIVALS.get(k / kinds);
            double[] theirs = areas(rival)[kind];
            TestResult greater = PairedTests.t(mine[kind], theirs, Alternative.GREATER);
            better[k] = greater.p();
            worse[k] = PairedTests.t(mine[kind], theirs, Alternative.LESS).p();
            same[k] = Equivalence.paired(mine[kind], theirs, margin).p();
            TestResult deLong = deLong(kind, rival);
            single[k] = deLong.p();
            String name = "S against " + rival.name() + ", " + DigitEnsemble.UNKNOWN.get(kind);
            evidence.test(name + ", paired over seeds", greater, alpha);
            evidence.test(name + ", first network", deLong, alpha);
        }
        int wins = rejected(better);
        int losses = rejected(worse);
        int ties = rejected(same);
        Outcome outcome = Outcome.INCONCLUSIVE;
        if (losses > 0 || ties == same.length) {
            outcome = Outcome.REFUTED;
        } else if (wins == better.length) {
            outcome = Outcome.HOLDS;
        }
        String summary = summary();
        evidence.finding(
                prediction,
                outcome,
                text(
                        "of %d comparisons S wins %d, loses %d, is equal within %.2f in %d (%d seeds, Holm); in the first network"
                                + " alone %d differ (DeLong, Holm); %s",
                        better.length, wins, losses, margin, ties, networks.size(), rejected(single), summary));
        evidence.figure(figure(keep));
        return summary;
    }

    /** How many of a family of tests reject after Holm's correction. */
    private int rejected(double[] p) {
        return (int) Arrays.stream(Holm.adjust(p)).filter(x -> x <= alpha).count();
    }

    private TestResult deLong(int kind, Score rival) {
        DigitEnsemble network = networks.getFirst();
        PredictionAnatomy unknown = network.unknown().get(kind);
        return Auroc.pairedTest(
                S.values().apply(unknown),
                S.values().apply(network.known()),
                rival.values().apply(unknown),
                rival.values().apply(network.known()),
                Alternative.TWO_SIDED);
    }

    /** AUROC by kind of unknown inputs, then by network. */
    private double[][] areas(Score score) {
        double[][] areas = new double[DigitEnsemble.UNKNOWN.size()][networks.size()];
        for (int kind = 0; kind < areas.length; kind++) {
            for (int n = 0; n < networks.size(); n++) {
                DigitEnsemble network = networks.get(n);
                areas[kind][n] = Auroc.of(
                                score.values().apply(network.unknown().get(kind)),
                                score.values().apply(network.known()))
                        .area();
            }
        }
        return areas;
    }

    private String summary() {
        List<String> lines = new ArrayList<>();
        for (int kind = 0; kind < DigitEnsemble.UNKNOWN.size(); kind++) {
            String best = "";
            double bestArea = -1;
            List<String> areas = new ArrayList<>();
            for (Score score : SCORES) {
                double area = Estimate.of(areas(score)[kind]).mean();
                areas.add(text("%s %.4f", score.name(), area));
                if (area > bestArea) {
                    bestArea = area;
                    best = score.name();
                }
            }
            lines.add(text("%s: %s is best (%s)", DigitEnsemble.UNKNOWN.get(kind), best, String.join(", ", areas)));
        }
        return String.join("; ", lines);
    }

    private Figure figure(double keep) {
        List<BarSeries> series = new ArrayList<>();
        for (Score score : SCORES) {
            double[][] areas = areas(score);
            double[] means = new double[areas.length];
            double[] errors = new double[areas.length];
            for (int kind = 0; kind < areas.length; kind++) {
                Estimate estimate = Estimate.of(areas[kind]);
                means[kind] = estimate.mean();
                errors[kind] = estimate.standardError();
            }
            series.add(new BarSeries(score.name(), means, Optional.of(errors)));
        }
        return new Figure.Bars(
                "scores",
                "How well the entropies of dropout passes tell unknown inputs from known digits, over "
                        + networks.size() + " seeds, keep probability " + keep
                        + ": 1 tells all, 1/2 is chance, below 1/2 unknown inputs look the more familiar.",
                Axis.linear("AUROC"),
                DigitEnsemble.UNKNOWN,
                series);
    }
}

package org.ketwork.claims.ensemble;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ketwork.bridge.robustness.SpuriousFeatures;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.neural.mask.AdversarialDeletion;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.MaskLaw;
import org.ketwork.neural.mask.Standout;
import org.ketwork.neural.mask.Targeted;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Estimate;
import org.ketwork.numerics.statistics.Holm;
import org.ketwork.numerics.statistics.Interval;
import org.ketwork.numerics.statistics.PairedTests;
import org.ketwork.numerics.statistics.TestResult;

/**
 * Blind dropout against masks that look, in least squares on the same data. Every aware law has a range of strengths; per
 * data set the one whose mean accuracy is nearest to that of blind dropout competes with it in the worst group. All accuracies are
 * those in infinite data.
 */
final class AwareMasks {
    /** How much lower the mean accuracy of an aware law may be and still count as equal. */
    static final double MARGIN = 0.01;

    private static final int TRAINING = 400;
    private static final MaskLaw NONE = new Bernoulli(1);
    private static final MaskLaw BLIND = new Bernoulli(0.5);

    /** A kind of aware masks, from weak to strong. */
    private record Family(String name, List<MaskLaw> laws) {}

    private static final List<Family> FAMILIES = List.of(
            new Family(
                    "standout",
                    List.of(new Standout(1, 2), new Standout(1, 1), new Standout(1, 0), new Standout(1, -1))),
            new Family(
                    "targeted",
                    List.of(
                            new Targeted(0.5, 0.25),
                            new Targeted(0.5, 0.5),
                            new Targeted(0.5, 0.75),
                            new Targeted(0.5, 1))),
            new Family(
                    "adversarial",
                    List.of(
                            new AdversarialDeletion(1),
                            new AdversarialDeletion(2),
                            new AdversarialDeletion(3),
                            new AdversarialDeletion(5))));

    private AwareMasks() {}

    private record Accuracy(double mean, double worst) {
        static Accuracy of(SpuriousFeatures model, double[] w) {
            return new Accuracy(model.meanAccuracy(w), model.worstGroupAccuracy(w));
        }
    }

    /** The classifiers of one data set: without masks, blind, blind on fresh data, and one of each family. */
    private record Contest(Accuracy none, Accuracy blind, Accuracy again, List<Accuracy> aware) {}

    /** In how many of the comparisons an aware law had the better worst group. */
    record Wins(int better, int compared) {}

    /** Enters tests, finding and figure; returns in how many comparisons an aware law was better. */
    static Wins enter(Evidence.Builder evidence, Conditions conditions, double alpha) {
        int seeds = conditions.size().choose(16, 30, 100);
        List<Double> p = new ArrayList<>();
        List<Double> same = new ArrayList<>();
        List<String> compared = new ArrayList<>();
        List<RedundancyCell> cells = List.of(RedundancyCell.CORE, RedundancyCell.SPURIOUS);
        double[][] worst = new double[2 + FAMILIES.size()][cells.size()];
        double[][] error = new double[2 + FAMILIES.size()][cells.size()];
        for (int c = 0; c < cells.size(); c++) {
            RedundancyCell cell = cells.get(c);
            RandomAddress address = conditions.random().at("aware").at(c);
            List<Contest> contests = conditions.workers().map(seeds, s -> contest(cell.model(), address.at(s)));
            double[] blind = contests.stream().mapToDouble(k -> k.blind.worst).toArray();
            double[] again = contests.stream().mapToDouble(k -> k.again.worst).toArray();
            TestResult itself = PairedTests.wilcoxon(again, blind, Alternative.TWO_SIDED);
            evidence.test(cell.name() + ": blind dropout against itself on fresh data", itself, alpha);
            same.add(itself.p());
            double[] blindMean =
                    contests.stream().mapToDouble(k -> k.blind.mean).toArray();
            enterBar(
                    worst,
                    error,
                    0,
                    c,
                    contests.stream().mapToDouble(k -> k.none.worst).toArray());
            enterBar(worst, error, 1, c, blind);
            for (int f = 0; f < FAMILIES.size(); f++) {
                int family = f;
                double[] aware = contests.stream()
                        .mapToDouble(k -> k.aware.get(family).worst)
                        .toArray();
                double[] awareMean = contests.stream()
                        .mapToDouble(k -> k.aware.get(family).mean)
                        .toArray();
                enterBar(worst, error, 2 + f, c, aware);
                String name = FAMILIES.get(f).name + " on " + cell.name();
                double[] allowed = Arrays.stream(blindMean).map(a -> a - MARGIN).toArray();
                TestResult equal = PairedTests.t(awareMean, allowed, Alternative.GREATER);
                evidence.test(name + ": mean accuracy above that of blind dropout less 1 point", equal, alpha);
                if (equal.rejects(alpha)) {
                    p.add(better(evidence, name, aware, blind, alpha));
                    compared.add(name);
                }
            }
        }
        double least = Holm.least(toArray(same));
        evidence.control("blind-against-itself", least > alpha, "least Holm p-value " + least);
        double[] adjusted = Holm.adjust(toArray(p));
        List<String> winners = IntStream.range(0, adjusted.length)
                .filter(k -> adjusted[k] <= alpha)
                .mapToObj(compared::get)
                .toList();
        evidence.finding(
                "aware-not-better",
                winners.isEmpty(),
                "at no lower mean accuracy: " + compared + "; with a better worst group than blind dropout: "
                        + winners);
        figure(evidence, cells, worst, error);
        return new Wins(winners.size(), compared.size());
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double better(Evidence.Builder evidence, String name, double[] aware, double[] blind, double alpha) {
        TestResult test = PairedTests.wilcoxon(aware, blind, Alternative.GREATER);
        double[] gain = new double[aware.length];
        Arrays.setAll(gain, s -> aware[s] - blind[s]);
        Estimate mean = Estimate.of(gain);
        Interval interval = mean.interval(0.95);
        evidence.test(
                name + ": worst group better than under blind dropout (signed ranks; effect: mean gain)",
                test.statistic(),
                test.p(),
                alpha,
                mean.mean(),
                new Evidence.Interval(interval.low(), interval.high(), interval.level()));
        return test.p();
    }

    private static Contest contest(SpuriousFeatures model, RandomAddress address) {
        SpuriousFeatures.Sample data = model.sample(TRAINING, address.at("data").stream());
        Accuracy none = Accuracy.of(model, MaskedLeastSquares.fit(data, NONE));
        Accuracy blind = Accuracy.of(model, MaskedLeastSquares.fit(data, BLIND));
        List<Accuracy> aware = new ArrayList<>();
        for (Family family : FAMILIES) {
            aware.add(family.laws.stream()
                    .map(law -> Accuracy.of(model, MaskedLeastSquares.fit(data, law)))
                    .min(Comparator.comparingDouble(a -> Math.abs(a.mean - blind.mean)))
                    .orElseThrow());
        }
        SpuriousFeatures.Sample fresh = model.sample(TRAINING, address.at("fresh data").stream());
        Accuracy again = Accuracy.of(model, MaskedLeastSquares.fit(fresh, BLIND));
        return new Contest(none, blind, again, aware);
    }

    private static void enterBar(double[][] worst, double[][] error, int series, int cell, double[] values) {
        Estimate estimate = Estimate.of(values);
        worst[series][cell] = estimate.mean();
        error[series][cell] = estimate.standardError();
    }

    private static void figure(
            Evidence.Builder evidence, List<RedundancyCell> cells, double[][] worst, double[][] error) {
        List<String> names = new ArrayList<>(List.of("no masks", "blind, p = 0.5"));
        FAMILIES.forEach(family -> names.add(family.name));
        List<Figure.BarSeries> series = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            series.add(new Figure.BarSeries(names.get(k), worst[k], Optional.of(error[k])));
        }
        evidence.figure(new Figure.Bars(
                "blindness-aware",
                text(
                        "Worst-group accuracy of least squares under blind masks and under masks that look, the latter at the"
                                + " strength whose mean accuracy is nearest to that of blind dropout; bars show standard errors"
                                + " over data sets of %d samples.",
                        TRAINING),
                Figure.Axis.linear("worst-group accuracy"),
                cells.stream().map(RedundancyCell::name).toList(),
                series));
    }
}

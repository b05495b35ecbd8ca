package org.ketwork.claims.ensemble;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Estimate;
import org.ketwork.numerics.statistics.Holm;
import org.ketwork.numerics.statistics.PairedTests;
import org.ketwork.numerics.statistics.TestResult;
import org.ketwork.numerics.statistics.TwoSampleTests;

/** The cells of the blindness claim with a ReLU network: same data and same first weights with and without input dropout. */
final class NetworkCells {
    private static final int TRAINING = 400;
    private static final double[] KEEP = {1, 0.5, 0.1};

    private NetworkCells() {}

    /** How many of the cells and levels of dropout the sign rule of the linear model names rightly. */
    record Directions(int right, int total) {}

    /** Enters tests, findings and figure. */
    static Directions enter(Evidence.Builder evidence, Conditions conditions, double alpha) {
        int seeds = conditions.size().choose(12, 30, 100);
        List<RedundancyCell> cells = RedundancyCell.ALL;
        int levels = KEEP.length - 1;
        double[] p = new double[levels * cells.size()];
        double[][][] change = new double[levels][cells.size()][];
        int right = 0;
        StringBuilder observed = new StringBuilder("mean change of minority accuracy");
        for (int c = 0; c < cells.size(); c++) {
            RedundancyCell cell = cells.get(c);
            RandomAddress address = conditions.random().at("network").at(c);
            List<double[]> trained = conditions
                    .workers()
                    .map(seeds, s -> ShortcutNetwork.minorityAccuracies(cell.model(), TRAINING, address.at(s), KEEP));
            double[] without = trained.stream().mapToDouble(a -> a[0]).toArray();
            for (int k = 0; k < levels; k++) {
                int level = k + 1;
                double[] with = trained.stream().mapToDouble(a -> a[level]).toArray();
                TestResult loss = PairedTests.t(with, without, Alternative.LESS);
                String name = cell.name() + ", p = " + KEEP[level];
                evidence.test(name + ": minority accuracy of networks with dropout below without", loss, alpha);
                p[k * cells.size() + c] = loss.p();
                change[k][c] =
                        trained.stream().mapToDouble(a -> a[level] - a[0]).toArray();
                right += cell.protectedByRule() == loss.effect() > 0 ? 1 : 0;
                observed.append(text(", %s %+.3f", name, loss.effect()));
            }
        }
        double least = Holm.least(p);
        evidence.finding("network", least > alpha, observed + ", least Holm p-value of a loss " + least);
        interaction(evidence, change, alpha);
        figure(evidence, change);
        return new Directions(right, levels * cells.size());
    }

    private static void interaction(Evidence.Builder evidence, double[][][] change, double alpha) {
        double[] p = new double[change.length];
        StringBuilder observed = new StringBuilder("change with redundant core minus change with redundant shortcut");
        for (int k = 0; k < change.length; k++) {
            TestResult test = TwoSampleTests.welch(change[k][0], change[k][1], Alternative.TWO_SIDED);
            evidence.test("interaction of redundancy and dropout, p = " + KEEP[k + 1], test, alpha);
            observed.append(text(", p = %s: %+.3f", KEEP[k + 1], test.effect()));
            p[k] = test.p();
        }
        double least = Holm.least(p);
        evidence.finding("interaction", least > alpha, observed + ", least Holm p-value " + least);
    }

    private static void figure(Evidence.Builder evidence, double[][][] change) {
        List<RedundancyCell> cells = RedundancyCell.ALL;
        List<Figure.BarSeries> series = new ArrayList<>();
        series.add(new Figure.BarSeries(
                "linear, p = 0.1, infinite data",
                cells.stream()
                        .mapToDouble(c -> c.minorityAccuracy(0.1) - c.minorityAccuracy(1))
                        .toArray(),
                Optional.empty()));
        for (int k = 0; k < change.length; k++) {
            Estimate[] estimates = Arrays.stream(change[k]).map(Estimate::of).toArray(Estimate[]::new);
            series.add(new Figure.BarSeries(
                    "ReLU, p = " + KEEP[k + 1],
                    Arrays.stream(estimates).mapToDouble(Estimate::mean).toArray(),
                    Optional.of(Arrays.stream(estimates)
                            .mapToDouble(Estimate::standardError)
                            .toArray())));
        }
        evidence.figure(new Figure.Bars(
                "blindness-interaction",
                "What blind dropout changes in minority accuracy, by where the redundancy lies; bars show standard errors over"
                        + " networks.",
                Figure.Axis.linear("change of minority accuracy"),
                cells.stream().map(RedundancyCell::name).toList(),
                series));
    }
}

package org.ketwork.claims.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.bridge.regression.DropoutRegression;
import org.ketwork.bridge.regression.OrthonormalRisk;
import org.ketwork.bridge.robustness.SignRule;
import org.ketwork.bridge.robustness.SpuriousFeatures;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Holm;
import org.ketwork.numerics.statistics.PairedTests;
import org.ketwork.numerics.statistics.Proportion;
import org.ketwork.numerics.statistics.TestResult;
import org.ketwork.numerics.statistics.TwoSampleTests;

/** Whether masks that do not look at the features protect from spurious ones, over both sides of redundancy. */
public final class BlindnessClaim implements Claim {
    private static final double ALPHA = 1e-3;
    private static final double[] KEEP = {1, 0.5, 0.1};
    private static final int TRAINING = 400;

    /** A design cell: where the redundancy lies, and the minority accuracies at p = 1, 1/2, 1/10. */
    private record Cell(String name, SpuriousFeatures model, double[] minority) {}

    private static final List<Cell> CELLS = List.of(
            new Cell("core-redundant", new SpuriousFeatures(10, 1, 3, 1, 1, 0.5, 0.8), new double[] {
                0.435889041308, 0.570232922581, 0.629419957317
            }),
            new Cell("spurious-redundant", new SpuriousFeatures(1, 1, 0.5, 10, 1, 3, 0.8), new double[] {
                0.946416821679, 0.745641603810, 0.541694244863
            }),
            new Cell("both-redundant", new SpuriousFeatures(5, 1, 1.5, 5, 1, 1.5, 0.8), new double[] {
                0.775413460441, 0.693990575801, 0.613764421600
            }),
            new Cell("none-redundant", new SpuriousFeatures(1, 1, 1, 1, 1, 0.5, 0.8), new double[] {
                0.397250797512, 0.403632026033, 0.406284814305
            }));

    private static final Declaration DECLARATION = new Declaration(
            "blindness",
            "Feature-blind masks protect from spurious features.",
            "founding document 000, learning like quantum states",
            "y = ±1; core features yμ_c + σ_cε, spurious ones aμ_s + σ_sε with P(a = y) = 0.9; squared loss; weights"
                    + " (A + λ diag A)⁻¹b, λ = (1−p)/p. Protection: higher accuracy where a ≠ y. Sign rule: protection iff the"
                    + " marginal margin ratio lies below the joint one.",
            Stream.concat(
                            CELLS.stream()
                                    .map(cell -> new Prediction(
                                            cell.name(),
                                            "with p = 1/10 the minority accuracy of regressions on " + TRAINING
                                                    + " samples is not lower than without masks",
                                            "the paired t-test over seeds finds it lower, Holm over the four cells")),
                            Stream.of(new Prediction(
                                    "network",
                                    "input dropout with p = 1/2 does not lower the minority accuracy of a trained ReLU network"
                                            + " in any cell",
                                    "a paired t-test over seeds finds it lower, Holm over the four cells")))
                    .toList(),
            List.of(
                    new Control("sign-rule", "in infinite data the rule must name the direction in all four cells"),
                    new Control(
                            "aware-masks",
                            "masks that know the spurious features and drop only those must raise the minority accuracy everywhere"),
                    new Control(
                            "no-shortcut", "if the attribute is independent of the label, masks must not open a gap")),
            ALPHA,
            "Before using dropout for robustness estimate the joint and the marginal margin ratio on data (SignRule.estimate): if"
                    + " the marginal one is larger, use masks that know the features, or reweight. Watch worst-group accuracy; the"
                    + " average hides the effect. Under covariate shift use p* = wᵀΣw/(wᵀΣw + V TrΣ/d).");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        int seeds = conditions.size().choose(30, 100, 1000);
        boolean ruleHolds = true;
        double[] p = new double[CELLS.size()];
        List<TestResult> losses = new ArrayList<>();
        int ruleRight = 0;
        for (int c = 0; c < CELLS.size(); c++) {
            Cell cell = CELLS.get(c);
            for (int k = 0; k < KEEP.length; k++) {
                double accuracy = cell.model.minorityAccuracy(cell.model.weights(KEEP[k]));
                evidence.number(cell.name + ", minority accuracy at p = " + KEEP[k], accuracy, cell.minority[k], 1e-11);
            }
            boolean better = cell.minority[2] > cell.minority[0];
            ruleHolds &= better == (cell.model.signRule().effect() == SignRule.Effect.PROTECTS);
            int number = c;
            List<Trained> trained = conditions.workers().map(seeds, s -> train(cell.model, number, s, conditions));
            double[] without = trained.stream().mapToDouble(Trained::without).toArray();
            double[] with = trained.stream().mapToDouble(Trained::with).toArray();
            TestResult loss = PairedTests.t(with, without, Alternative.LESS);
            evidence.test(cell.name + ": minority accuracy with masks below without", loss, ALPHA);
            p[c] = loss.p();
            losses.add(loss);
            ruleRight += (int) trained.stream()
                    .filter(t -> (t.with > t.without) == (t.rule == SignRule.Effect.PROTECTS))
                    .count();
        }
        double[] adjusted = Holm.adjust(p);
        for (int c = 0; c < CELLS.size(); c++) {
            evidence.finding(
                    CELLS.get(c).name,
                    adjusted[c] > ALPHA,
                    "change of minority accuracy " + losses.get(c).effect() + ", Holm p-value of a loss "
                            + adjusted[c]);
        }
        int networksRight = networks(evidence, conditions);
        exact(evidence);
        Proportion right = new Proportion(ruleRight, seeds * CELLS.size());
        evidence.test(
                "sign rule estimated on training data right in more than 90 %",
                right.test(0.9, Alternative.GREATER), ALPHA);
        evidence.control("sign-rule", ruleHolds, "direction in infinite data named in all four cells: " + ruleHolds);
        controls(evidence);
        figures(evidence);
        return evidence.conclude(String.format(
                Locale.ROOT,
                "Blind masks raise minority accuracy where core features are redundant (%.1f to %.1f %% in infinite data) and lower"
                        + " it where spurious ones are (%.1f to %.1f %%); the sign rule on training data was right in %d of %d runs,"
                        + " and named the direction for ReLU networks in %d of %d cells.",
                percent(0, 1),
                percent(0, 0.1),
                percent(1, 1),
                percent(1, 0.1),
                right.successes(),
                right.trials(),
                networksRight,
                CELLS.size()));
    }

    private static double percent(int cell, double keep) {
        SpuriousFeatures model = CELLS.get(cell).model;
        return 100 * model.minorityAccuracy(model.weights(keep));
    }

    /**
     * The same cells with a ReLU network, the same data and the same first weights with and without input dropout; returns in how
     * many cells the sign rule of the linear model names the direction.
     */
    private static int networks(Evidence.Builder evidence, Conditions conditions) {
        int seeds = conditions.size().choose(12, 30, 100);
        double[] p = new double[CELLS.size()];
        double[][] change = new double[CELLS.size()][];
        StringBuilder observed = new StringBuilder("mean change of minority accuracy");
        for (int c = 0; c < CELLS.size(); c++) {
            Cell cell = CELLS.get(c);
            RandomAddress address = conditions.random().at("network").at(c);
            List<double[]> pairs = conditions
                    .workers()
                    .map(seeds, s -> ShortcutNetwork.minorityAccuracies(cell.model, TRAINING, address.at(s), 1, 0.5));
            double[] without = pairs.stream().mapToDouble(pair -> pair[0]).toArray();
            double[] with = pairs.stream().mapToDouble(pair -> pair[1]).toArray();
            TestResult loss = PairedTests.t(with, without, Alternative.LESS);
            evidence.test(cell.name + ": minority accuracy of networks with dropout below without", loss, ALPHA);
            p[c] = loss.p();
            change[c] = pairs.stream().mapToDouble(pair -> pair[1] - pair[0]).toArray();
            observed.append(String.format(Locale.ROOT, ", %s %+.3f", cell.name, loss.effect()));
        }
        int right = 0;
        for (int c = 0; c < CELLS.size(); c++) {
            boolean protects = CELLS.get(c).model.signRule().effect() == SignRule.Effect.PROTECTS;
            right += protects == (Arrays.stream(change[c]).sum() > 0) ? 1 : 0;
        }
        double least = Arrays.stream(Holm.adjust(p)).min().orElseThrow();
        evidence.test(
                "interaction: change with redundant core against change with redundant shortcut",
                TwoSampleTests.welch(change[0], change[1], Alternative.TWO_SIDED),
                ALPHA);
        evidence.finding("network", least > ALPHA, observed + ", least Holm p-value of a loss " + least);
        return right;
    }

    private record Trained(double without, double with, SignRule.Effect rule) {}

    /** One finite data set: exact minority accuracies of its weights without and with masks, and the rule it suggests. */
    private static Trained train(SpuriousFeatures model, int cell, int seed, Conditions conditions) {
        RandomStream random = conditions.random().at("data").at(cell, seed).stream();
        SpuriousFeatures.Sample data = model.sample(TRAINING, random);
        Matrix x = data.features();
        int units = model.units();
        double[] plain = DropoutRegression.of(x, data.label(), MaskMoments.bernoulli(units, 1))
                .minimiser();
        double[] masked = DropoutRegression.of(x, data.label(), MaskMoments.bernoulli(units, 0.1))
                .minimiser();
        return new Trained(
                model.minorityAccuracy(plain),
                model.minorityAccuracy(masked),
                SignRule.estimate(x, data.label(), data.attribute(), model.spurious())
                        .effect());
    }

    private static void exact(Evidence.Builder evidence) {
        double[][] ratios = {{72.0 / 61, 0.64}, {10.0 / 63, 1}, {4.0 / 9, 0.8}, {80.0 / 61, 1.28}};
        for (int c = 0; c < ratios.length; c++) {
            SpuriousFeatures model = CELLS.get(c).model;
            evidence.number(CELLS.get(c).name + ", joint margin ratio", model.jointRatio(), ratios[c][0], 1e-12);
            evidence.number(CELLS.get(c).name + ", marginal margin ratio", model.marginalRatio(), ratios[c][1], 1e-12);
            evidence.number(
                    CELLS.get(c).name + ", ratio at p = 1/2 as a Möbius function",
                    model.moebiusRatio(1),
                    model.marginRatio(0.5),
                    1e-12);
        }
        double[] w = {1 / Math.sqrt(6), 2 / Math.sqrt(6), -1 / Math.sqrt(6)};
        OrthonormalRisk shifted = OrthonormalRisk.shifted(w, Matrix.diagonal(4, 1, 0.25), 0.25);
        evidence.number("best p under covariate shift", shifted.optimalKeep(), 22.0 / 29, 1e-12);
    }

    private static void controls(Evidence.Builder evidence) {
        double least = Double.POSITIVE_INFINITY;
        for (Cell cell : CELLS) {
            int units = cell.model.units();
            double[] keep = new double[units];
            Arrays.fill(keep, 1);
            Arrays.fill(keep, cell.model.coreCount(), units, 0.1);
            Matrix second = Matrix.columnVector(keep).timesTranspose(Matrix.columnVector(keep));
            for (int i = 0; i < units; i++) {
                second.set(i, i, keep[i]);
            }
            double gain = cell.model.minorityAccuracy(cell.model.weights(new MaskMoments(keep, second)))
                    - cell.model.minorityAccuracy(cell.model.weights(1));
            least = Math.min(least, gain);
        }
        evidence.control("aware-masks", least > 0, "least gain " + least);
        SpuriousFeatures independent = new SpuriousFeatures(2, 1, 1, 5, 1, 1, 0);
        double[] w = independent.weights(0.1);
        double gap = independent.majorityAccuracy(w) - independent.minorityAccuracy(w);
        evidence.control("no-shortcut", Math.abs(gap) < 1e-12, "gap " + gap);
    }

    private static void figures(Evidence.Builder evidence) {
        double[] grid = new double[40];
        Arrays.setAll(grid, k -> (k + 1) / 40.0);
        List<Figure.Curve> accuracy = new ArrayList<>();
        List<Figure.Curve> ratio = new ArrayList<>();
        for (Cell cell : CELLS) {
            accuracy.add(Figure.Curve.line(
                    cell.name,
                    grid,
                    Arrays.stream(grid)
                            .map(p -> cell.model.minorityAccuracy(cell.model.weights(p)))
                            .toArray()));
            ratio.add(Figure.Curve.line(
                    cell.name,
                    grid,
                    Arrays.stream(grid).map(cell.model::marginRatio).toArray()));
        }
        evidence.figure(new Figure.Curves(
                "blindness-accuracy",
                "Minority accuracy against p in infinite data: from right to left masks help one side of redundancy and hurt the"
                        + " other.",
                Figure.Axis.linear("keep probability p"),
                Figure.Axis.linear("minority accuracy"),
                accuracy,
                List.of()));
        evidence.figure(new Figure.Curves(
                "blindness-ratio",
                "Spurious over core margin against p: monotone between the joint ratio (p = 1) and the marginal one (p = 0).",
                Figure.Axis.linear("keep probability p"),
                Figure.Axis.linear("margin ratio"),
                ratio,
                List.of()));
    }
}

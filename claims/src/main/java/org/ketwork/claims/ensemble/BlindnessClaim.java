package org.ketwork.claims.ensemble;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Holm;
import org.ketwork.numerics.statistics.PairedTests;
import org.ketwork.numerics.statistics.Proportion;
import org.ketwork.numerics.statistics.TestResult;

/** Whether masks that do not look at the features protect from spurious ones, over both sides of redundancy. */
public final class BlindnessClaim implements Claim {
    private static final double ALPHA = 1e-3;
    private static final double[] KEEP = {1, 0.5, 0.1};
    private static final int TRAINING = 400;

    private static final List<RedundancyCell> CELLS = RedundancyCell.ALL;

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
                            Stream.of(
                                    new Prediction(
                                            "network",
                                            "input dropout with p = 1/2 or 1/10 does not lower the minority accuracy of a trained"
                                                    + " ReLU network in any cell",
                                            "a paired t-test over seeds finds it lower, Holm over cells and levels"),
                                    new Prediction(
                                            "interaction",
                                            "what it changes there does not depend on whether core or spurious features are"
                                                    + " redundant: blind protection needs no condition",
                                            "Welch's t-test finds the two changes different, Holm over the two levels"),
                                    new Prediction(
                                            "aware-not-better",
                                            "masks that look at features, weights or labels (standout, targeted, adversarial"
                                                    + " deletion) give least squares no better worst group than blind ones with"
                                                    + " p = 1/2 without lowering its mean accuracy",
                                            "among the laws whose mean accuracy a paired t-test finds at most 1 point below that of"
                                                    + " blind dropout, a paired signed-rank test over seeds finds a better worst"
                                                    + " group, Holm over laws and cells")))
                    .toList(),
            List.of(
                    new Control("sign-rule", "in infinite data the rule must name the direction in all four cells"),
                    new Control(
                            "aware-masks",
                            "masks that know the spurious features and drop only those must raise the minority accuracy everywhere"),
                    new Control(
                            "no-shortcut", "if the attribute is independent of the label, masks must not open a gap"),
                    new Control(
                            "majority-hides-it",
                            "in infinite data the accuracy where attribute and label agree must move by less than 2.5 points"),
                    new Control(
                            "blind-against-itself",
                            "the signed-rank test must not tell blind dropout from itself on fresh data")),
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
            RedundancyCell cell = CELLS.get(c);
            for (int k = 0; k < KEEP.length; k++) {
                evidence.number(
                        cell.name() + ", minority accuracy at p = " + KEEP[k],
                        cell.minorityAccuracy(KEEP[k]),
                        cell.minority()[k],
                        1e-12);
            }
            boolean better = cell.minorityAccuracy(0.1) > cell.minorityAccuracy(1);
            ruleHolds &= better == cell.protectedByRule();
            int number = c;
            List<Trained> trained = conditions.workers().map(seeds, s -> train(cell.model(), number, s, conditions));
            double[] without = trained.stream().mapToDouble(Trained::without).toArray();
            double[] with = trained.stream().mapToDouble(Trained::with).toArray();
            TestResult loss = PairedTests.t(with, without, Alternative.LESS);
            evidence.test(cell.name() + ": minority accuracy with masks below without", loss, ALPHA);
            p[c] = loss.p();
            losses.add(loss);
            ruleRight += (int) trained.stream()
                    .filter(t -> (t.with > t.without) == (t.rule == SignRule.Effect.PROTECTS))
                    .count();
        }
        double[] adjusted = Holm.adjust(p);
        for (int c = 0; c < CELLS.size(); c++) {
            evidence.finding(
                    CELLS.get(c).name(),
                    adjusted[c] > ALPHA,
                    "change of minority accuracy " + losses.get(c).effect() + ", Holm p-value of a loss "
                            + adjusted[c]);
        }
        NetworkCells.Directions networks = NetworkCells.enter(evidence, conditions, ALPHA);
        AwareMasks.Wins aware = AwareMasks.enter(evidence, conditions, ALPHA);
        exact(evidence);
        Proportion right = new Proportion(ruleRight, seeds * CELLS.size());
        evidence.test(
                "sign rule estimated on training data right in more than 90 %",
                right.test(0.9, Alternative.GREATER), ALPHA);
        evidence.control("sign-rule", ruleHolds, "direction in infinite data named in all four cells: " + ruleHolds);
        controls(evidence);
        figures(evidence);
        return evidence.conclude(text(
                "From p = 1 to 0.1 blind masks move minority accuracy from %.1f to %.1f %% where core features are redundant and from"
                        + " %.1f to %.1f %% where spurious ones are (infinite data); the sign rule on training data was right in"
                        + " %d of %d runs, and for ReLU networks in %d of %d cells; masks that look had the better worst"
                        + " group in %d of %d comparisons without a lower mean accuracy.",
                100 * RedundancyCell.CORE.minorityAccuracy(1),
                100 * RedundancyCell.CORE.minorityAccuracy(0.1),
                100 * RedundancyCell.SPURIOUS.minorityAccuracy(1),
                100 * RedundancyCell.SPURIOUS.minorityAccuracy(0.1),
                right.successes(),
                right.trials(),
                networks.right(),
                networks.total(),
                aware.better(),
                aware.compared()));
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
        for (RedundancyCell cell : CELLS) {
            SpuriousFeatures model = cell.model();
            evidence.number(cell.name() + ", joint margin ratio", model.jointRatio(), cell.joint(), 1e-12);
            evidence.number(cell.name() + ", marginal margin ratio", model.marginalRatio(), cell.marginal(), 1e-12);
            evidence.number(
                    cell.name() + ", ratio at p = 1/2 as a Möbius function",
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
        for (RedundancyCell cell : CELLS) {
            int units = cell.model().units();
            double[] keep = new double[units];
            Arrays.fill(keep, 1);
            Arrays.fill(keep, cell.model().coreCount(), units, 0.1);
            Matrix second = Matrix.columnVector(keep).timesTranspose(Matrix.columnVector(keep));
            for (int i = 0; i < units; i++) {
                second.set(i, i, keep[i]);
            }
            double gain = cell.model().minorityAccuracy(cell.model().weights(new MaskMoments(keep, second)))
                    - cell.model().minorityAccuracy(cell.model().weights(1));
            least = Math.min(least, gain);
        }
        evidence.control("aware-masks", least > 0, "least gain " + least);
        double largest = 0;
        for (RedundancyCell cell : CELLS) {
            double[] majority = Arrays.stream(KEEP)
                    .map(keep -> cell.model().majorityAccuracy(cell.model().weights(keep)))
                    .toArray();
            double spread = Arrays.stream(majority).max().orElseThrow()
                    - Arrays.stream(majority).min().orElseThrow();
            largest = Math.max(largest, spread);
        }
        evidence.control("majority-hides-it", largest < 0.025, "largest move " + largest);
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
        for (RedundancyCell cell : CELLS) {
            accuracy.add(Figure.Curve.line(
                    cell.name(),
                    grid,
                    Arrays.stream(grid).map(cell::minorityAccuracy).toArray()));
            ratio.add(Figure.Curve.line(
                    cell.name(),
                    grid,
                    Arrays.stream(grid).map(cell.model()::marginRatio).toArray()));
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

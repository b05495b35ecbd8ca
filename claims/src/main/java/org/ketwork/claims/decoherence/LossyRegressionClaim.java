package org.ketwork.claims.decoherence;

import static org.ketwork.lab.claim.Wording.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.bridge.decoherence.SpectralOrder;
import org.ketwork.bridge.regression.DropoutDescent;
import org.ketwork.bridge.regression.DropoutRegression;
import org.ketwork.bridge.regression.MaskedLoss;
import org.ketwork.bridge.regression.OrthonormalRisk;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.BlockTied;
import org.ketwork.neural.mask.GaussianMask;
import org.ketwork.neural.mask.KOfD;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.numerics.statistics.ChainEstimate;
import org.ketwork.numerics.statistics.Holm;
import org.ketwork.numerics.statistics.Proportion;
import org.ketwork.numerics.statistics.TestResult;

/** Dropout regression against least squares on the Gram matrix that went through the Schur channel of the masks. */
public final class LossyRegressionClaim implements Claim {
    private static final double EXACT = 1e-10;
    private static final double GOLDEN = 1e-12;
    private static final double ALPHA = 1e-3;
    private static final Matrix X = RegressionGoldens.X;
    private static final double[] Y = RegressionGoldens.Y;
    private static final double KEEP = RegressionGoldens.KEEP;

    private static final List<TabulatedLaw> LAWS = List.of(
            new TabulatedLaw(new Bernoulli(0.8), MaskTable.bernoulli(3, 0.8)),
            new TabulatedLaw(new Bernoulli(0.35), MaskTable.bernoulli(3, 0.35)),
            new TabulatedLaw(new BlockTied(0.8, new int[] {0, 0, 1}), MaskTable.blocks(0.8, 0, 0, 1)),
            new TabulatedLaw(new KOfD(1, 3), MaskTable.kOfD(3, 1)),
            new TabulatedLaw(new KOfD(2, 3), MaskTable.kOfD(3, 2)),
            new TabulatedLaw(new GaussianMask(0.8), gaussianNodes(0.25)));

    private static final Declaration DECLARATION = new Declaration(
            "lossy-regression",
            "Dropout regression is least squares on a decohered Gram matrix.",
            "founding document 000, dropout and quantum decoherence",
            "G = XᵀX, b = Xᵀy, masks scaled to mean 1 with second moment R (= C/p for 0/1 masks):"
                    + " E‖y − X(m∘w)‖² = ‖y − Xw‖² + wᵀ[(R − J)∘G]w, minimiser (R∘G)⁻¹b = pΦ(G)⁻¹b.",
            List.of(
                    new Prediction(
                            "identity",
                            "the closed form equals the sum over all masks, for every law and any weights",
                            "a relative gap above 1e-10"),
                    new Prediction(
                            "majorisation",
                            "the spectrum of C∘G is majorised by that of G",
                            "one violation above 1e-12 of the trace among random cases"),
                    new Prediction(
                            "descent",
                            "the tail average of gradient descent with fresh masks is the decohered minimiser",
                            "a z-test with autocorrelation-corrected error rejects a coordinate, Holm over coordinates"),
                    new Prediction(
                            "choice-of-p",
                            "the 95 % interval for the best p, from signal and variance without a sweep, holds p* = 0.8",
                            "the binomial test rejects a coverage of at least 95 % over repeated data sets"),
                    new Prediction(
                            "feature-subsets",
                            "infinitely many least squares on random subsets of the features, masks that are refitted, have at the"
                                    + " best size the risk of the best ridge (n = 100, d = 50, S = 1, σ² = 1/4)",
                            "a t-test finds the paired difference outside ±5 % of the ridge's risk in the limit; held if two"
                                    + " one-sided tests find it inside")),
            List.of(
                    new Control(
                            "wrong-matrix",
                            "the same z-test must reject the minimiser of the Gram matrix that did not decohere"),
                    new Control("wrong-p", "the same intervals must not hold p = 0.5 (binomial test)"),
                    new Control("no-variance", "without variance (V = 0) the chosen p must be 1"),
                    new Control("no-signal", "without signal 97.5 % of the intervals must reach p = 0 (binomial test)"),
                    new Control(
                            "all-features",
                            "with all features in every member the same rule must find the risk outside the margin")),
            ALPHA,
            "Choose p = S/(S+V) from the estimated signal S and variance V = σ²d/n instead of sweeping; leave dropout out when V is"
                    + " small against S or when training stops early. Tie masks of features that must stay together.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        SpectralOrder order = SpectralOrder.of(
                X.transposeTimes(X), MaskMoments.bernoulli(3, KEEP).coherence());
        RegressionGoldens.enter(evidence, order);

        double gap = identityGap();
        evidence.finding("identity", gap <= EXACT, "largest relative gap " + gap + " over " + LAWS.size() + " laws");

        int cases = conditions.size().choose(300, 3000, 30_000);
        double violation = largestViolation(cases, conditions);
        evidence.finding(
                "majorisation",
                violation <= GOLDEN,
                "largest violation " + violation + " of the trace in " + cases + " cases");

        double descent = descent(evidence, conditions);
        Proportion covered = KeepChoice.enter(evidence, conditions, ALPHA);
        double subsets = FeatureSubsets.enter(evidence, conditions, ALPHA);
        figures(evidence, order);
        return evidence.conclude(text(
                "%d mask laws obey the identity to %.1e; %d random spectra violate the order by at most %.1e; the tail average of"
                        + " descent differs from the decohered minimiser with p-value %.2g; %d of %d intervals hold the predicted"
                        + " best p; random subsets of features differ from the best ridge by %.1f %%.",
                LAWS.size(), gap, cases, violation, descent, covered.successes(), covered.trials(), 100 * subsets));
    }

    private static double identityGap() {
        double gap = 0;
        for (TabulatedLaw law : LAWS) {
            DropoutRegression regression = DropoutRegression.of(X, Y, MaskMoments.of(law.closed(), 3));
            for (double[] w : new double[][] {{0.3, -1.1, 0.7}, {2, 0, -1}, regression.minimiser()}) {
                double summed = MaskedLoss.perBatch(X, Y, w, law.table().inverted());
                gap = Math.max(gap, Math.abs(regression.expectedLoss(w) - summed) / summed);
            }
        }
        return gap;
    }

    /** Independent N(1, variance) factors on their three Gauss-Hermite nodes, which are exact for quadratic losses. */
    private static MaskTable gaussianNodes(double variance) {
        double[] shift = {-Math.sqrt(3 * variance), 0, Math.sqrt(3 * variance)};
        double[] weight = {1.0 / 6, 2.0 / 3, 1.0 / 6};
        Matrix masks = Matrix.zeros(27, 3);
        double[] probabilities = new double[27];
        for (int s = 0; s < 27; s++) {
            int[] node = {s % 3, s / 3 % 3, s / 9};
            probabilities[s] = weight[node[0]] * weight[node[1]] * weight[node[2]];
            for (int i = 0; i < 3; i++) {
                masks.set(s, i, 1 + shift[node[i]]);
            }
        }
        return new MaskTable(masks, probabilities);
    }

    private static double largestViolation(int cases, Conditions conditions) {
        double worst = 0;
        for (int k = 0; k < cases; k++) {
            RandomStream random = conditions.random().at("majorisation").at(k).stream();
            int d = 2 + random.nextInt(5);
            Matrix x = IsotropicData.normal(d + 2, d, random);
            Matrix factor = IsotropicData.normal(1 + random.nextInt(d), d, random);
            Matrix c = factor.transposeTimes(factor);
            double[] scale =
                    Arrays.stream(c.diagonal()).map(v -> 1 / Math.sqrt(v)).toArray();
            Matrix coherence = Matrix.diagonal(scale).times(c).times(Matrix.diagonal(scale));
            worst = Math.max(
                    worst, SpectralOrder.of(x.transposeTimes(x), coherence).violation());
        }
        return worst;
    }

    /** Enters finding and control, and returns the least Holm p-value of a difference. */
    private static double descent(Evidence.Builder evidence, Conditions conditions) {
        int steps = conditions.size().choose(200_000, 2_000_000, 10_000_000);
        MaskTable masks = MaskTable.bernoulli(3, KEEP).inverted();
        double[][] path = DropoutDescent.singleSample(X, Y, masks, 0.002)
                .simulate(new double[3], 20_000, steps, conditions.random().at("descent").stream());
        double[] decohered =
                DropoutRegression.of(X, Y, MaskMoments.bernoulli(3, KEEP)).minimiser();
        double[] ordinary =
                DropoutRegression.of(X, Y, MaskMoments.bernoulli(3, 1)).minimiser();
        double[] p = new double[3];
        double[] pWrong = new double[3];
        for (int j = 0; j < 3; j++) {
            ChainEstimate tail = ChainEstimate.of(path[j]);
            TestResult test = tail.test(decohered[j]);
            evidence.test("tail average of descent, unit " + (j + 1), test, ALPHA);
            p[j] = test.p();
            pWrong[j] = tail.test(ordinary[j]).p();
        }
        double least = Holm.least(p);
        double leastWrong = Holm.least(pWrong);
        evidence.finding(
                "descent", least > ALPHA, "least Holm p-value " + least + " over 3 weights, " + steps + " steps");
        evidence.control("wrong-matrix", leastWrong <= ALPHA, "least Holm p-value " + leastWrong);
        return least;
    }

    private static void figures(Evidence.Builder evidence, SpectralOrder order) {
        OrthonormalRisk risk = new OrthonormalRisk(1, 0.25);
        double[] grid = new double[50];
        Arrays.setAll(grid, k -> (k + 1) / 50.0);
        evidence.figure(new Figure.Curves(
                "regression-risk",
                "Excess risk of dropout regression on an orthonormal design with signal 1: a parabola in p with its minimum at"
                        + " S/(S+V); without variance there is none inside.",
                Figure.Axis.linear("keep probability p"),
                Figure.Axis.linear("excess risk"),
                List.of(
                        Figure.Curve.line(
                                "V = 1/4",
                                grid,
                                Arrays.stream(grid).map(risk::risk).toArray()),
                        Figure.Curve.line(
                                "V = 0",
                                grid,
                                Arrays.stream(grid)
                                        .map(new OrthonormalRisk(1, 0)::risk)
                                        .toArray())),
                List.of(Figure.Mark.at("p* = 0.8", risk.optimalKeep()))));
        evidence.figure(new Figure.Bars(
                "regression-spectrum",
                "Eigenvalues of the Gram matrix before and after decoherence with p = 0.8: the spectrum flattens.",
                Figure.Axis.linear("eigenvalue"),
                List.of("smallest", "middle", "largest"),
                List.of(
                        new Figure.BarSeries("G", order.before(), Optional.empty()),
                        new Figure.BarSeries("C∘G", order.after(), Optional.empty()))));
    }
}

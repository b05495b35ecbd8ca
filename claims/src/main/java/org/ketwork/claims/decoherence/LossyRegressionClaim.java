package org.ketwork.claims.decoherence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.bridge.decoherence.SpectralOrder;
import org.ketwork.bridge.regression.DropoutDescent;
import org.ketwork.bridge.regression.DropoutRegression;
import org.ketwork.bridge.regression.ExponentialFamily;
import org.ketwork.bridge.regression.GeneralisedLinearDropout;
import org.ketwork.bridge.regression.KeepProbability;
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
import org.ketwork.neural.mask.RealMaskLaw;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.ChainEstimate;
import org.ketwork.numerics.statistics.Holm;
import org.ketwork.numerics.statistics.Proportion;
import org.ketwork.numerics.statistics.TestResult;

/** Dropout regression against least squares on the Gram matrix that went through the Schur channel of the masks. */
public final class LossyRegressionClaim implements Claim {
    private static final double EXACT = 1e-10;
    private static final double GOLDEN = 1e-12;
    private static final double ALPHA = 1e-3;
    private static final Matrix X =
            Matrix.of(new double[] {1, 2, 0}, new double[] {0, 1, 1}, new double[] {2, 0, 1}, new double[] {1, -1, 3});
    private static final double[] Y = {1, 2, 0, 3};
    private static final double KEEP = 0.8;

    /** A mask law in closed form beside the table of its masks. */
    private record Law(RealMaskLaw closed, MaskTable table) {}

    private static final List<Law> LAWS = List.of(
            new Law(new Bernoulli(0.8), MaskTable.bernoulli(3, 0.8)),
            new Law(new Bernoulli(0.35), MaskTable.bernoulli(3, 0.35)),
            new Law(new BlockTied(0.8, new int[] {0, 0, 1}), MaskTable.blocks(0.8, 0, 0, 1)),
            new Law(new KOfD(1, 3), MaskTable.kOfD(3, 1)),
            new Law(new KOfD(2, 3), MaskTable.kOfD(3, 2)),
            new Law(new GaussianMask(0.8), gaussianNodes(0.25)));

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
                            "the binomial test rejects a coverage of at least 95 % over repeated data sets")),
            List.of(
                    new Control(
                            "wrong-matrix",
                            "the same z-test must reject the minimiser of the Gram matrix that did not decohere"),
                    new Control("no-variance", "without variance (V = 0) the best p must be 1, without signal 0")),
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
        numbers(evidence, order);

        double gap = identityGap();
        evidence.finding("identity", gap <= EXACT, "largest relative gap " + gap + " over " + LAWS.size() + " laws");

        int cases = conditions.size().choose(300, 3000, 30_000);
        double violation = largestViolation(cases, conditions);
        evidence.finding(
                "majorisation",
                violation <= GOLDEN,
                "largest violation " + violation + " of the trace in " + cases + " cases");

        descent(evidence, conditions);
        Proportion covered = coverage(conditions);
        TestResult binomial = covered.test(0.95, Alternative.LESS);
        evidence.test("coverage of the 95 % interval for p*", binomial, ALPHA);
        evidence.finding(
                "choice-of-p",
                !binomial.rejects(ALPHA),
                covered.successes() + " of " + covered.trials() + " intervals hold p* = 0.8");
        OrthonormalRisk clean = new OrthonormalRisk(1, 0);
        OrthonormalRisk noise = new OrthonormalRisk(0, 1);
        evidence.control(
                "no-variance",
                clean.optimalKeep() == 1 && noise.optimalKeep() == 0,
                "p* = " + clean.optimalKeep() + " and " + noise.optimalKeep());
        figures(evidence, order);
        return evidence.conclude(String.format(
                Locale.ROOT,
                "Six mask laws obey the identity to %.1e, %d random spectra keep the order, descent averages to the decohered"
                        + " minimiser, and %d of %d intervals hold the predicted best p.",
                gap,
                cases,
                covered.successes(),
                covered.trials()));
    }

    private static void numbers(Evidence.Builder evidence, SpectralOrder order) {
        DropoutRegression dropout = DropoutRegression.of(X, Y, MaskMoments.bernoulli(3, KEEP));
        DropoutRegression ols = DropoutRegression.of(X, Y, MaskMoments.bernoulli(3, 1));
        DropoutRegression tied =
                DropoutRegression.of(X, Y, MaskTable.blocks(KEEP, 0, 0, 1).moments());
        vector(evidence, "w, p = 4/5", dropout.minimiser(), -988.0 / 8355, 650.0 / 1671, 7516.0 / 8355);
        vector(evidence, "w, ordinary", ols.minimiser(), -125.0 / 191, 144.0 / 191, 274.0 / 191);
        vector(evidence, "w, plain masks", dropout.plainMinimiser(), -988.0 / 6684, 3250.0 / 6684, 7516.0 / 6684);
        vector(evidence, "w, tied", tied.minimiser(), -0.138751725195522, 0.398711854010121, 0.908449624290753);
        vector(evidence, "w/p as p -> 0", dropout.marginalRegression(), 2.0 / 3, 1.0 / 6, 1);
        double[] faint =
                DropoutRegression.of(X, Y, MaskMoments.bernoulli(3, 1e-12)).minimiser();
        for (int j = 0; j < 3; j++) {
            double limit = dropout.marginalRegression()[j];
            evidence.number("w/p at p = 1e-12, unit " + (j + 1), faint[j] / 1e-12, limit, 1e-11);
        }
        evidence.number("least expected loss", dropout.minimumLoss(), 34996.0 / 8355, GOLDEN);
        double all = MaskedLoss.perSample(
                X, Y, dropout.minimiser(), MaskTable.bernoulli(3, KEEP).inverted());
        evidence.number("the same by all 4096 masks", all, 34996.0 / 8355, GOLDEN);
        evidence.number("residual, ordinary", ols.residual(ols.minimiser()), 16.0 / 191, GOLDEN);
        evidence.number("effective degrees of freedom", dropout.effectiveDegreesOfFreedom(), 3676.0 / 1671, GOLDEN);
        // Printed to 12 decimals where they were first computed.
        double printed = 1e-12;
        vector(evidence, "eigenvalues of G", order.before(), 1.982844966664, 6.753053386101, 14.264101647235);
        vector(evidence, "eigenvalues of Φ(G)", order.after(), 3.025639861893, 6.613904808812, 13.360455329296);
        evidence.number("entropy of G", order.entropyBefore(), 0.867408220421, printed);
        evidence.number("entropy of Φ(G)", order.entropyAfter(), 0.940760692413, printed);
        evidence.number("condition number of G", order.conditionBefore(), 7.193755380297, printed);
        evidence.number("condition number of Φ(G)", order.conditionAfter(), 4.415745408952, printed);
        OrthonormalRisk risk = new OrthonormalRisk(1, 0.25);
        evidence.number("orthonormal design, S = 1, V = 1/4: p*", risk.optimalKeep(), 0.8, GOLDEN);
        evidence.number("R*", risk.optimalRisk(), 0.2, GOLDEN);
        evidence.number("R(1)", risk.risk(1), 0.25, GOLDEN);
        DropoutRegression gaussian = DropoutRegression.of(X, Y, MaskMoments.of(new GaussianMask(KEEP), 3));
        vector(evidence, "w, Gaussian masks", gaussian.minimiser(), -988.0 / 8355, 650.0 / 1671, 7516.0 / 8355);
        evidence.number("order of the logistic penalty's error in the variance of Gaussian masks", glmOrder(), 2, 0.02);
    }

    private static void vector(Evidence.Builder evidence, String name, double[] values, double... expected) {
        for (int i = 0; i < values.length; i++) {
            evidence.number(name + " [" + (i + 1) + "]", values[i], expected[i], GOLDEN);
        }
    }

    private static double glmOrder() {
        GeneralisedLinearDropout logistic = new GeneralisedLinearDropout(X, ExponentialFamily.BERNOULLI);
        double[] w = {0.4, -0.3, 0.5};
        double[] error = new double[2];
        for (int k = 0; k < 2; k++) {
            double variance = k == 0 ? 1e-2 : 1e-3;
            error[k] = Math.abs(logistic.gaussianPenalty(w, variance)
                    - logistic.quadraticPenalty(w, MaskMoments.multiplicativeNoise(3, variance)));
        }
        return Math.log10(error[0] / error[1]);
    }

    private static double identityGap() {
        double gap = 0;
        for (Law law : LAWS) {
            DropoutRegression regression = DropoutRegression.of(X, Y, MaskMoments.of(law.closed, 3));
            for (double[] w : new double[][] {{0.3, -1.1, 0.7}, {2, 0, -1}, regression.minimiser()}) {
                double summed = MaskedLoss.perBatch(X, Y, w, law.table.inverted());
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
            Matrix x = normal(random, d + 2, d);
            Matrix factor = normal(random, 1 + random.nextInt(d), d);
            Matrix c = factor.transposeTimes(factor);
            double[] scale =
                    Arrays.stream(c.diagonal()).map(v -> 1 / Math.sqrt(v)).toArray();
            Matrix coherence = Matrix.diagonal(scale).times(c).times(Matrix.diagonal(scale));
            worst = Math.max(
                    worst, SpectralOrder.of(x.transposeTimes(x), coherence).violation());
        }
        return worst;
    }

    private static Matrix normal(RandomStream random, int rows, int columns) {
        Matrix x = Matrix.zeros(rows, columns);
        Arrays.setAll(x.data(), i -> random.nextNormal());
        return x;
    }

    private static void descent(Evidence.Builder evidence, Conditions conditions) {
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
        double least = Arrays.stream(Holm.adjust(p)).min().orElseThrow();
        double leastWrong = Arrays.stream(Holm.adjust(pWrong)).min().orElseThrow();
        evidence.finding(
                "descent", least > ALPHA, "least Holm p-value " + least + " over 3 weights, " + steps + " steps");
        evidence.control("wrong-matrix", leastWrong <= ALPHA, "least Holm p-value " + leastWrong);
    }

    /** Data on a Walsh design of 64 samples and 16 units with S = 1 and V = 1/4. */
    private static Proportion coverage(Conditions conditions) {
        int repeats = conditions.size().choose(200, 1000, 10_000);
        Matrix design = Matrix.zeros(64, 16);
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 16; j++) {
                design.set(i, j, (Integer.bitCount(i & (4 * j + 1)) & 1) == 0 ? 1 : -1);
            }
        }
        double[] weights = new double[16];
        Arrays.fill(weights, 0.25);
        double[] mean = design.times(weights);
        List<Boolean> covered = new ArrayList<>(conditions.workers().map(repeats, r -> {
            RandomStream random = conditions.random().at("choice").at(r).stream();
            double[] y = Arrays.stream(mean).map(m -> m + random.nextNormal()).toArray();
            KeepProbability choice = KeepProbability.of(design, y);
            return choice.confidenceBound(0.975) <= 0.8 && 0.8 <= choice.confidenceBound(0.025);
        }));
        return new Proportion((int) covered.stream().filter(c -> c).count(), repeats);
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
                List.of("1", "2", "3"),
                List.of(
                        new Figure.BarSeries("G", order.before(), Optional.empty()),
                        new Figure.BarSeries("C∘G", order.after(), Optional.empty()))));
    }
}

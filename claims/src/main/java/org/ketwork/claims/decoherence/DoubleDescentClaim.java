package org.ketwork.claims.decoherence;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.bridge.regression.DropoutRegression;
import org.ketwork.bridge.regression.MarchenkoPastur;
import org.ketwork.bridge.regression.MinimumNormRisk;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Equivalence;
import org.ketwork.numerics.statistics.Estimate;
import org.ketwork.numerics.statistics.Holm;
import org.ketwork.numerics.statistics.PairedTests;
import org.ketwork.numerics.statistics.TestResult;
import org.ketwork.numerics.statistics.TwoSampleTests;

/** The risk of linear regression against the number of features, without dropout and with the best dropout. */
public final class DoubleDescentClaim implements Claim {
    private static final double ALPHA = 1e-3;
    private static final double GOLDEN = 1e-12;
    private static final double SIGNAL = 1;
    private static final double NOISE = 0.25;
    private static final int SAMPLES = 100;
    private static final int[] UNITS = {25, 50, 80, 100, 125, 160, 240};
    /** Positions in the list of units: d = n, the next one, and the last. */
    private static final int AT_PEAK = 3;

    private static final int BEHIND = 4;
    private static final int FAR = 6;
    private static final double WEAK_KEEP = 0.999;

    private static final Declaration DECLARATION = new Declaration(
            "double-descent",
            "Optimal dropout removes double descent.",
            "Yang, Suzuki 2023; exact formulas for isotropic Gaussian designs",
            "y = Xw* + ε, X isotropic Gaussian, ‖w*‖² = 1, σ² = 1/4; excess risk ‖ŵ − w*‖² against γ = d/n. Without dropout"
                    + " minimum-norm least squares; with it p* = S/(S+σ²γ). Range: γ from 0.05 to 20, n = 100.",
            List.of(
                    new Prediction(
                            "monotone-limit",
                            "in the proportional limit the risk at the best p never falls as γ grows",
                            "R*(γ) falls between neighbours of a grid of 400 values over the range"),
                    new Prediction(
                            "monotone-measured",
                            "at n = 100 the mean risk at the best p never falls from one number of features to the next",
                            "a one-sided t-test finds a fall, Holm over the steps"),
                    new Prediction(
                            "near-limit",
                            "at d = n = 100 the risk at the best p is that of the limit",
                            "a t-test finds it outside ±10 % of R*; held if two one-sided tests find it inside")),
            List.of(
                    new Control(
                            "double-descent-seen",
                            "without dropout the same one-sided test must find the fall beyond d = n"),
                    new Control(
                            "finite-size-formula",
                            "simulated minimum-norm risks must agree with the exact ones (t-tests, Holm)"),
                    new Control("too-weak", "the fixed p = 0.999 must keep the peak in the limit")),
            ALPHA,
            "With p tuned to the noise, more features per sample do no sudden harm; with p fixed near 1 the peak at d = n stays."
                    + " Do not read a peak as a property of the model before tuning p.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        numbers(evidence);
        int repeats = conditions.size().choose(150, 1000, 5000);
        List<double[]> plain = new ArrayList<>();
        List<double[]> dropped = new ArrayList<>();
        for (int units : UNITS) {
            List<double[]> risks = conditions.workers().map(repeats, r -> risks(units, r, conditions));
            plain.add(risks.stream().mapToDouble(x -> x[0]).toArray());
            dropped.add(risks.stream().mapToDouble(x -> x[1]).toArray());
        }

        double[] gamma = new double[400];
        Arrays.setAll(gamma, k -> 0.05 * Math.pow(400, k / 399.0));
        double[] best = Arrays.stream(gamma).map(g -> limit(g).optimalRisk()).toArray();
        double fall = largestFall(best);
        evidence.finding("monotone-limit", fall <= 0, "largest fall between neighbours: " + fall);

        double[] falls = new double[UNITS.length - 1];
        for (int k = 0; k < falls.length; k++) {
            TestResult test = TwoSampleTests.welch(dropped.get(k + 1), dropped.get(k), Alternative.LESS);
            evidence.test("fall of the risk at the best p from d = " + UNITS[k] + " to " + UNITS[k + 1], test, ALPHA);
            falls[k] = test.p();
        }
        double leastFall = Holm.least(falls);
        evidence.finding("monotone-measured", leastFall > ALPHA, "least Holm p-value of a fall: " + leastFall);

        double star = limit(1).optimalRisk();
        TestResult equivalent = Equivalence.mean(dropped.get(AT_PEAK), 0.9 * star, 1.1 * star);
        evidence.test("equivalence with the limit at d = n = 100", equivalent, ALPHA);
        Estimate measured = Estimate.of(dropped.get(AT_PEAK));
        evidence.finding(
                "near-limit",
                EquivalenceRule.outcome(dropped.get(AT_PEAK), 0.9 * star, 1.1 * star, ALPHA),
                "measured " + measured.mean() + " ± " + measured.standardError() + ", limit " + star);
        controls(evidence, plain, gamma);
        figure(evidence, plain, dropped, gamma, best);
        return evidence.conclude(text(
                "Without dropout the mean risk is %.2f, %.2f, %.2f at d = %d, %d, %d (n = %d); at the best p it is %.3f, %.3f, %.3f"
                        + " there (least Holm p-value of a fall %.2g), and %.4f ± %.4f at d = n against %.4f in the limit.",
                mean(plain, 1),
                mean(plain, BEHIND),
                mean(plain, FAR),
                UNITS[1],
                UNITS[BEHIND],
                UNITS[FAR],
                SAMPLES,
                mean(dropped, 1),
                mean(dropped, BEHIND),
                mean(dropped, FAR),
                leastFall,
                measured.mean(),
                measured.standardError(),
                star));
    }

    private static double mean(List<double[]> risks, int position) {
        return Estimate.of(risks.get(position)).mean();
    }

    private static void numbers(Evidence.Builder evidence) {
        int[] units = {50, 95, 98, 102, 105, 150, 200};
        double[] risk = {
            0.25510204081632655,
            5.9375,
            24.5,
            25.019607843137255,
            6.297619047619048,
            0.8435374149659864,
            0.7525252525252525
        };
        for (int k = 0; k < units.length; k++) {
            double value = MinimumNormRisk.excess(100, units[k], SIGNAL, NOISE);
            evidence.number("minimum-norm risk, n = 100, d = " + units[k], value, risk[k], GOLDEN * 25);
        }
        double[][] limits = {
            {0.5, 8.0 / 9, 0.1753905296791061}, {1, 0.8, 0.3903882032022076}, {2, 2.0 / 3, 0.6403882032022076}
        };
        for (double[] row : limits) {
            evidence.number("p* at γ = " + row[0], limit(row[0]).optimalKeep(), row[1], GOLDEN);
            evidence.number("R* at γ = " + row[0], limit(row[0]).optimalRisk(), row[2], GOLDEN);
        }
    }

    private static MarchenkoPastur limit(double gamma) {
        return new MarchenkoPastur(gamma, SIGNAL, NOISE);
    }

    /** Excess risks of one data set: minimum norm, and dropout at the p of the limit. */
    private static double[] risks(int units, int repeat, Conditions conditions) {
        IsotropicData data = IsotropicData.draw(
                SAMPLES, units, SIGNAL, NOISE, conditions.random().at("data").at(units, repeat).stream());
        Matrix x = data.x();
        double[] y = data.y();
        double keep = limit((double) units / SAMPLES).optimalKeep();
        Matrix decohered =
                DropoutRegression.of(x, y, MaskMoments.bernoulli(units, keep)).decoheredGram();
        return new double[] {
            data.excessRisk(minimumNorm(x, y)), data.excessRisk(LinearSystem.solve(decohered, x.transposeTimes(y)))
        };
    }

    private static double[] minimumNorm(Matrix x, double[] y) {
        return x.columns() < x.rows()
                ? LinearSystem.solve(x.transposeTimes(x), x.transposeTimes(y))
                : x.transposeTimes(LinearSystem.solve(x.timesTranspose(x), y));
    }

    private static double largestFall(double[] values) {
        double fall = Double.NEGATIVE_INFINITY;
        for (int k = 1; k < values.length; k++) {
            fall = Math.max(fall, values[k - 1] - values[k]);
        }
        return fall;
    }

    private static void controls(Evidence.Builder evidence, List<double[]> plain, double[] gamma) {
        List<Double> p = new ArrayList<>();
        for (int k = 0; k < UNITS.length; k++) {
            // At d = n the exact mean is infinite, so there is nothing to compare with.
            if (UNITS[k] != SAMPLES) {
                double exact = MinimumNormRisk.excess(SAMPLES, UNITS[k], SIGNAL, NOISE);
                TestResult test = PairedTests.t(plain.get(k), exact, Alternative.TWO_SIDED);
                evidence.test("minimum-norm risk at d = " + UNITS[k] + " against the exact value", test, ALPHA);
                p.add(test.p());
            }
        }
        double least = Holm.least(p.stream().mapToDouble(x -> x).toArray());
        evidence.control("finite-size-formula", least > ALPHA, "least Holm p-value " + least);
        TestResult fall = TwoSampleTests.welch(plain.get(FAR), plain.get(BEHIND), Alternative.LESS);
        evidence.test("fall of the risk without dropout from d = 125 to 240", fall, ALPHA);
        evidence.control("double-descent-seen", fall.rejects(ALPHA), "p-value " + fall.p());
        double[] weak = Arrays.stream(gamma).map(g -> limit(g).risk(WEAK_KEEP)).toArray();
        evidence.control("too-weak", largestFall(weak) > 0.01, "largest fall between neighbours " + largestFall(weak));
    }

    private static void figure(
            Evidence.Builder evidence, List<double[]> plain, List<double[]> dropped, double[] gamma, double[] best) {
        double[] without = Arrays.stream(gamma)
                .map(g -> Math.min(MinimumNormRisk.asymptotic(g, SIGNAL, NOISE), 30))
                .toArray();
        double[] weak = Arrays.stream(gamma).map(g -> limit(g).risk(WEAK_KEEP)).toArray();
        // Without dropout the mean at d = n is infinite, and a sampled one says nothing.
        int[] finite =
                IntStream.range(0, UNITS.length).filter(k -> k != AT_PEAK).toArray();
        double[] at =
                Arrays.stream(UNITS).mapToDouble(d -> (double) d / SAMPLES).toArray();
        double[] atFinite = Arrays.stream(finite).mapToDouble(k -> at[k]).toArray();
        double[] mean = IntStream.range(0, UNITS.length)
                .mapToDouble(k -> mean(dropped, k))
                .toArray();
        double[] meanPlain =
                Arrays.stream(finite).mapToDouble(k -> mean(plain, k)).toArray();
        evidence.figure(new Figure.Curves(
                "double-descent",
                "Excess risk against features per sample: the peak at γ = 1 of plain least squares (cut at 30; at n = 100 the mean there is infinite) is gone at the best"
                        + " p, and stays at a p too close to 1.",
                Figure.Axis.log("features per sample γ"),
                Figure.Axis.log("excess risk"),
                List.of(
                        Figure.Curve.line("no dropout, limit", gamma, without),
                        Figure.Curve.line("p = 0.999, limit", gamma, weak),
                        Figure.Curve.line("best p, limit", gamma, best),
                        Figure.Curve.points("no dropout, n = 100", atFinite, meanPlain),
                        Figure.Curve.points("best p, n = 100", at, mean)),
                List.of(Figure.Mark.at("d = n", 1))));
    }
}

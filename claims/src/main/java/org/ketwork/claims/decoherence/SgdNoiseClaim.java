package org.ketwork.claims.decoherence;

import static org.ketwork.lab.claim.Wording.text;

import java.util.Arrays;
import java.util.List;
import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.bridge.regression.DropoutDescent;
import org.ketwork.bridge.regression.DropoutRegression;
import org.ketwork.bridge.regression.RandomAffineRecursion;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.statistics.ChainEstimate;
import org.ketwork.numerics.statistics.TestResult;

/** Whether the decohered Gram matrix says all there is to say about gradient descent with dropout. */
public final class SgdNoiseClaim implements Claim {
    private static final double ALPHA = 1e-3;
    private static final double EXACT = 1e-12;
    private static final double STEP = 0.02;
    private static final Matrix X = Matrix.of(new double[] {1, 2}, new double[] {0, 1}, new double[] {2, 1});
    private static final double[] Y = {1, 2, 0};
    private static final MaskTable MASKS = MaskTable.bernoulli(2, 0.8);

    private static final Declaration DECLARATION = new Declaration(
            "sgd-noise",
            "The decohered picture covers the fluctuations of stochastic gradient descent with dropout too.",
            "founding document 000, dropout and quantum decoherence",
            "w ← w + αDXᵀ(y − XDw), D = diag(m) fresh in every step, m plain with p = 0.8. Picture: w → (pΦ(G))⁻¹b, a point."
                    + " Exact: mean and covariance obey closed affine recursions.",
            List.of(
                    new Prediction(
                            "mean",
                            "the mean of the iterates is the decohered minimiser",
                            "the exact stationary mean differs by more than 1e-12"),
                    new Prediction(
                            "no-fluctuation",
                            "at a fixed step the iterates settle on that point: their covariance vanishes",
                            "the exact stationary covariance has a trace above 1e-12"),
                    new Prediction(
                            "no-fluctuation-seen",
                            "simulated iterates settle as well",
                            "a z-test of the simulated mean square distance against 0 rejects, with autocorrelation-corrected error")),
            List.of(
                    new Control("no-masks", "with p = 1 the same solver must find no covariance"),
                    new Control(
                            "two-routes",
                            "simulation and linear solve must agree on the mean square distance (z-test)")),
            ALPHA,
            "The closed form tells where dropout training goes, not how much it rattles there: average the iterates or lower the"
                    + " step, by which the noise floor falls in proportion.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        RandomAffineRecursion chain = DropoutDescent.fullBatch(X, Y, MASKS, STEP);
        RandomAffineRecursion.Stationary stationary = chain.stationary();
        double trace = stationary.covariance().trace();
        evidence.number("stationary mean [1]", stationary.mean()[0], -6.8 / 19.76, EXACT);
        evidence.number("stationary mean [2]", stationary.mean()[1], 16.8 / 19.76, EXACT);
        // Entries and ratio were printed to eight decimals.
        evidence.number("covariance [1,1]", stationary.covariance().get(0, 0), 0.00532608, 5e-9);
        evidence.number("covariance [1,2]", stationary.covariance().get(0, 1), -0.00227921, 5e-9);
        evidence.number("covariance [2,2]", stationary.covariance().get(1, 1), 0.00179639, 5e-9);
        evidence.number("trace of the covariance", trace, 0.007122469943300, EXACT);
        evidence.number("trace over step at 0.0025", floor(0.0025) / 0.0025, 0.34504956, 5e-9);

        double[] minimiser =
                DropoutRegression.of(X, Y, MaskMoments.bernoulli(2, 0.8)).plainMinimiser();
        double gap = Math.max(
                Math.abs(minimiser[0] - stationary.mean()[0]),
                Math.abs(minimiser[1] - stationary.mean()[1]));
        evidence.finding("mean", gap <= EXACT, "largest gap " + gap);
        evidence.finding("no-fluctuation", trace <= EXACT, "trace " + trace + " at step " + STEP);

        ChainEstimate distance = distance(chain, minimiser, conditions, 0);
        TestResult seen = distance.test(0);
        TestResult agree = distance.test(trace);
        evidence.test("simulated mean square distance against 0", seen, ALPHA);
        evidence.test("simulated mean square distance against the linear solve", agree, ALPHA);
        evidence.finding(
                "no-fluctuation-seen",
                !seen.rejects(ALPHA),
                "mean square distance " + distance.mean() + " ± " + distance.standardError());
        evidence.control("two-routes", !agree.rejects(ALPHA), "p-value " + agree.p());
        double silent = DropoutDescent.fullBatch(X, Y, MaskTable.bernoulli(2, 1), STEP)
                .stationary()
                .covariance()
                .maxAbs();
        evidence.control("no-masks", silent <= EXACT, "largest entry " + silent);

        double[] steps = {0.0025, 0.005, 0.01, 0.02, 0.03, 0.04, 0.06};
        double[] floors = Arrays.stream(steps).map(SgdNoiseClaim::floor).toArray();
        double[] simulated = new double[steps.length];
        for (int k = 0; k < steps.length; k++) {
            simulated[k] = distance(DropoutDescent.fullBatch(X, Y, MASKS, steps[k]), minimiser, conditions, k + 1)
                    .mean();
        }
        evidence.figure(new Figure.Curves(
                "sgd-noise-floor",
                "Mean square distance of the iterates from the minimiser against the step size: a floor in proportion to the"
                        + " step, where the decohered picture has zero.",
                Figure.Axis.log("step size"),
                Figure.Axis.log("mean square distance"),
                List.of(
                        Figure.Curve.line("two linear solves", steps, floors),
                        Figure.Curve.points("simulated", steps, simulated)),
                List.of()));
        return evidence.conclude(text(
                "The mean differs from the decohered minimiser by %.1e, and the iterates keep a mean square distance of %.6f from it at"
                        + " step %.2f (simulated %.6f ± %.6f).",
                gap, trace, STEP, distance.mean(), distance.standardError()));
    }

    private static double floor(double step) {
        return DropoutDescent.fullBatch(X, Y, MASKS, step)
                .stationary()
                .covariance()
                .trace();
    }

    private static ChainEstimate distance(
            RandomAffineRecursion chain, double[] from, Conditions conditions, int number) {
        int steps = conditions.size().choose(200_000, 2_000_000, 10_000_000);
        double[][] path =
                chain.simulate(new double[2], 20_000, steps, conditions.random().at("descent").at(number).stream());
        double[] square = new double[steps];
        for (int k = 0; k < steps; k++) {
            double a = path[0][k] - from[0];
            double b = path[1][k] - from[1];
            square[k] = a * a + b * b;
        }
        return ChainEstimate.of(square);
    }
}

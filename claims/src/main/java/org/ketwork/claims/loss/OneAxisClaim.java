package org.ketwork.claims.loss;

import static org.ketwork.lab.claim.Wording.text;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.ketwork.bridge.kernel.FidelityKernel;
import org.ketwork.bridge.kernel.KernelRidge;
import org.ketwork.bridge.regression.OrthonormalRisk;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.claim.Outcome;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.Figure.Axis;
import org.ketwork.lab.figure.Figure.Curve;
import org.ketwork.lab.figure.Figure.Mark;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.optimum.Peak;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Equivalence;
import org.ketwork.numerics.statistics.Estimate;
import org.ketwork.numerics.statistics.Interval;
import org.ketwork.numerics.statistics.TestResult;
import org.ketwork.quantum.transport.Dimer;

/** Dropout of Pauli features and depolarisation of the quantum kernel are one predictor, hence one risk curve over lambda. */
public final class OneAxisClaim implements Claim {
    private static final double ALPHA = 0.01;
    private static final double EXPLICIT_RIDGE = 0.05;
    private static final double EXACT_GAP = 1e-9;
    private static final double LEAVES = 0.01;
    private static final double DECAY = 0.3;
    private static final int SHOTS = 200;
    private static final int MASKS = 20_000;

    private static final Declaration DECLARATION = new Declaration(
            "one-axis",
            "Classical and quantum noise lie on one risk curve: dropout of the Pauli features of encoded data and depolarisation of"
                    + " their fidelity kernel act through one number λ.",
            "Founding document 000 (one law on both sides); kernel ridge regression on the encoding of Havlicek et al., Nature 567,"
                    + " 209 (2019)",
            "Depolarised kernel (1-q)^2 K + [1-(1-q)^2]/d with ridge λ0 and free intercept, against dropout regression on the"
                    + " Pauli features with keep probabilities p_j = G_jj / (G_jj + λ) and unmasked intercept;"
                    + " λ = λ0 / (1-q)^2.",
            List.of(
                    new Prediction(
                            "one predictor",
                            "At equal λ the two predict the same at every test point, for every q and every data set.",
                            "the largest gap between two predictions exceeds " + EXACT_GAP),
                    new Prediction(
                            "one risk curve",
                            "Dropout trained on " + MASKS
                                    + " sampled masks has the risk of the depolarised kernel within 1 % of the"
                                    + " least risk.",
                            "two one-sided t-tests over data sets do not show equivalence at level " + ALPHA
                                    + " with the mean difference outside the margin"),
                    new Prediction(
                            "one optimum",
                            "Depolarisation from a weaker explicit ridge reaches the least mean risk at"
                                    + " λ = (deviation of the noise)^2, where dropout has it too.",
                            "the risk at the predicted λ exceeds the least mean risk along q by more than 1 %, or does not"
                                    + " lie below both ends")),
            List.of(
                    new Control(
                            "amplitude damping",
                            "Damping each qubit is not on the curve: its predictor stays more than 1 % away from every λ."),
                    new Control(
                            "finite shots", "A kernel from " + SHOTS + " shots per entry is not on the curve either."),
                    new Control(
                            "shape",
                            "One curve is more than one shape: the parabola of dropout and the Lorentzian of transport, matched in"
                                    + " place, height and curvature, differ at third order.")),
            ALPHA,
            "On a device with global depolarisation of known strength, lower the explicit ridge by (1-q)^2 instead of mitigating the"
                    + " noise; amplitude damping and shot noise are not ridges and need their own treatment.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    /** What one data set shows. */
    private record Case(
            double gap,
            double[] kernelRisk,
            double[] dropoutRisk,
            double[] dampedRisk,
            double sampled,
            double exact,
            double dampingDistance,
            double shotDistance) {}

    @Override
    public Evidence test(Conditions conditions) {
        int count = conditions.size().choose(60, 400, 2000);
        double[] lambda = Grid.logarithmic(EXPLICIT_RIDGE, 400 * EXPLICIT_RIDGE, 25);
        RandomAddress random = conditions.random().at("problem");
        List<Case> cases = conditions.workers().map(count, i -> study(random.at(i), lambda));
        Evidence.Builder evidence = Evidence.builder();

        double gap = cases.stream().mapToDouble(Case::gap).max().orElseThrow();
        evidence.number("largest gap between the two predictors", gap, 0, EXACT_GAP);
        evidence.number("gap at q = 0.3, λ0 = 0.05", gapAt(random.at(0), 0.3, 0.05), 0, EXACT_GAP);
        evidence.finding(
                "one predictor",
                gap <= EXACT_GAP,
                text(
                        "largest gap over %d data sets, %d values of q and 100 test points: %.1e",
                        count, lambda.length, gap));

        double atBest = mean(cases, Case::exact);
        double[] sampled = cases.stream().mapToDouble(Case::sampled).toArray();
        double[] exact = cases.stream().mapToDouble(Case::exact).toArray();
        TestResult equivalence = Equivalence.paired(sampled, exact, 0.01 * atBest);
        evidence.test(
                "equivalence of sampled dropout and depolarised kernel",
                equivalence.statistic(),
                equivalence.p(),
                ALPHA,
                equivalence.effect() / atBest,
                equivalence
                        .interval()
                        .map(i -> new Evidence.Interval(i.low() / atBest, i.high() / atBest, i.level()))
                        .orElseThrow());
        evidence.finding(
                "one risk curve",
                outcome(equivalence, 0.01 * atBest),
                text(
                        "mean risks differ by %.2f %% of the least risk; equivalence p = %.1e",
                        100 * equivalence.effect() / atBest, equivalence.p()));

        double[] risk = new double[lambda.length];
        Arrays.setAll(risk, j -> mean(cases, c -> c.kernelRisk[j]));
        double least = Arrays.stream(risk).min().orElseThrow();
        boolean lower = atBest < risk[0] && atBest < risk[lambda.length - 1];
        evidence.finding(
                "one optimum",
                lower && atBest <= 1.01 * least,
                text(
                        "least mean risk along q %.4f; at λ = %.2f it is %.4f, without depolarisation %.4f",
                        least, KernelProblem.BEST_RIDGE, atBest, risk[0]));

        double damping = mean(cases, Case::dampingDistance);
        double shots = mean(cases, Case::shotDistance);
        evidence.control(
                "amplitude damping",
                damping > LEAVES,
                text("distance from the curve %.1f %% of the prediction's deviation", 100 * damping));
        evidence.control("finite shots", shots > LEAVES, text("distance from the curve %.1f %%", 100 * shots));
        shape(evidence);
        evidence.figure(figure(cases, lambda));
        return evidence.conclude(text(
                "Dropout of Pauli features and the depolarised kernel predict the same to %.0e over %d data sets; at the predicted"
                        + " λ = %.2f the risk is %.1f %% above the least on their curve, sampled dropout %.2f %% off it;"
                        + " amplitude damping lies %.0f %% and %d shots %.0f %% off the curve.",
                gap,
                count,
                KernelProblem.BEST_RIDGE,
                100 * (atBest / least - 1),
                100 * equivalence.effect() / atBest,
                100 * damping,
                SHOTS,
                100 * shots));
    }

    private static Outcome outcome(TestResult equivalence, double margin) {
        if (equivalence.rejects(ALPHA)) {
            return Outcome.HOLDS;
        }
        return Math.abs(equivalence.effect()) > margin ? Outcome.REFUTED : Outcome.INCONCLUSIVE;
    }

    private static Case study(RandomAddress random, double[] lambda) {
        KernelProblem problem = KernelProblem.draw(random);
        double[] kernelRisk = new double[lambda.length];
        double[] dropoutRisk = new double[lambda.length];
        double[] dampedRisk = new double[lambda.length];
        double gap = 0;
        for (int j = 0; j < lambda.length; j++) {
            double[] quantum = problem.depolarised(depolarisation(lambda[j]), EXPLICIT_RIDGE);
            double[] classical = problem.dropout(lambda[j]);
            gap = Math.max(gap, largestGap(quantum, classical));
            kernelRisk[j] = problem.risk(quantum);
            dropoutRisk[j] = problem.risk(classical);
            dampedRisk[j] = problem.risk(problem.amplitudeDamped(DECAY, lambda[j]));
        }
        double best = KernelProblem.BEST_RIDGE;
        double sampled = problem.risk(problem.sampledDropout(best, MASKS, random.at("masks")));
        double exact = problem.risk(problem.depolarised(depolarisation(best), EXPLICIT_RIDGE));
        double damping = distance(problem, problem.amplitudeDamped(DECAY, best));
        return new Case(
                gap,
                kernelRisk,
                dropoutRisk,
                dampedRisk,
                sampled,
                exact,
                damping,
                distance(problem, shots(problem, random)));
    }

    /** q with lambda0 / (1-q)^2 = lambda. */
    private static double depolarisation(double lambda) {
        return 1 - Math.sqrt(EXPLICIT_RIDGE / lambda);
    }

    private static double[] shots(KernelProblem problem, RandomAddress random) {
        Matrix sampled = FidelityKernel.sampled(problem.train().kernel(problem.train()), SHOTS, random.at("shots"));
        return KernelRidge.fit(sampled, problem.targets(), KernelProblem.BEST_RIDGE)
                .predict(problem.test().kernel(problem.train()));
    }

    private static double gapAt(RandomAddress random, double q, double ridge) {
        KernelProblem problem = KernelProblem.draw(random);
        return largestGap(problem.depolarised(q, ridge), problem.dropout(ridge / ((1 - q) * (1 - q))));
    }

    private static double largestGap(double[] a, double[] b) {
        double gap = 0;
        for (int i = 0; i < a.length; i++) {
            gap = Math.max(gap, Math.abs(a[i] - b[i]));
        }
        return gap;
    }

    /** The smallest root mean square distance of a prediction from the predictors of the curve, over its own deviation. */
    private static double distance(KernelProblem problem, double[] prediction) {
        Peak closest = Peak.lowest(l -> KernelProblem.squaredDistance(prediction, problem.dropout(l)), 1e-3, 1e3);
        double mean = Arrays.stream(prediction).average().orElseThrow();
        double[] constant = new double[prediction.length];
        Arrays.fill(constant, mean);
        return Math.sqrt(closest.value() / KernelProblem.squaredDistance(prediction, constant));
    }

    /**
     * With x = p/p*, dropout of p* = 1/3 adds (x-1)^2 / 2 to its least risk, and with x = g/|Delta|, g the decay rate of the
     * coherence, a dimer loses (x-1)^2 / (1+x^2) of its largest rate: equal place, height and curvature. The difference is (x-1)^3 / 2 to
     * leading order. Both shapes come from the systems themselves.
     */
    private static void shape(Evidence.Builder evidence) {
        OrthonormalRisk regression = new OrthonormalRisk(1, 2);
        Dimer dimer = new Dimer(1, 10, 1, 0.1);
        double best = dimer.bestDephasing();
        DoubleUnaryOperator parabola =
                x -> regression.risk(x * regression.optimalKeep()) / regression.optimalRisk() - 1;
        DoubleUnaryOperator lorentzian =
                x -> 1 - dimer.hoppingRate(best + (x - 1) * dimer.detuning()) / dimer.hoppingRate(best);
        DoubleUnaryOperator difference = x -> Math.abs(parabola.applyAsDouble(x) - lorentzian.applyAsDouble(x));
        double slope = Math.log(difference.applyAsDouble(1 + 2e-3) / difference.applyAsDouble(1 + 2e-4)) / Math.log(10);
        evidence.number("order at which parabola and Lorentzian differ", slope, 3, 1e-3);
        double atDouble = difference.applyAsDouble(2);
        evidence.control(
                "shape",
                atDouble > LEAVES,
                text(
                        "they differ at order %.3f; at twice the best noise the losses are %.3f and %.3f",
                        slope, parabola.applyAsDouble(2), lorentzian.applyAsDouble(2)));
    }

    private static double mean(List<Case> cases, ToDoubleFunction<Case> value) {
        return cases.stream().mapToDouble(value).average().orElseThrow();
    }

    private static Figure figure(List<Case> cases, double[] lambda) {
        double[] kernel = new double[lambda.length];
        double[] low = new double[lambda.length];
        double[] high = new double[lambda.length];
        double[] dropout = new double[lambda.length];
        double[] damped = new double[lambda.length];
        for (int j = 0; j < lambda.length; j++) {
            int level = j;
            Estimate estimate = Estimate.of(
                    cases.stream().mapToDouble(c -> c.kernelRisk[level]).toArray());
            Interval interval = estimate.interval(0.95);
            kernel[j] = estimate.mean();
            low[j] = interval.low();
            high[j] = interval.high();
            dropout[j] = mean(cases, c -> c.dropoutRisk[level]);
            damped[j] = mean(cases, c -> c.dampedRisk[level]);
        }
        return new Figure.Curves(
                "risk",
                "Mean test risk against λ. The points of dropout lie on the line of the depolarised kernel (band: 95 % of the error of"
                        + " the mean over data sets); amplitude damping has a curve of its own.",
                Axis.log("λ = λ0 / (1-q)^2, or G_jj (1 - p_j) / p_j"),
                Axis.linear("mean squared error against the truth"),
                List.of(
                        Curve.banded("depolarised kernel", lambda, kernel, low, high),
                        Curve.points("dropout of Pauli features", lambda, dropout),
                        Curve.line("amplitude damping 0.3", lambda, damped)),
                List.of(Mark.at("predicted", KernelProblem.BEST_RIDGE)));
    }
}

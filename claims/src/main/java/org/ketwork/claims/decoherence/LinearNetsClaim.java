package org.ketwork.claims.decoherence;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.bridge.regression.DropoutFactorisation;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.Svd;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.PairedTests;
import org.ketwork.numerics.statistics.TestResult;

/** Hidden dropout in a two-layer linear network against nuclear-norm regularisation. */
public final class LinearNetsClaim implements Claim {
    private static final double EXACT = 1e-10;
    private static final double ALPHA = 1e-3;
    private static final Matrix TARGET = Matrix.diagonal(5, 3, 1, 0.5);

    /** A network and what its global minimum must be. */
    private record Case(double penalty, int width, double threshold, double[] values, double objective, double path) {
        DropoutFactorisation network() {
            return DropoutFactorisation.withPenalty(TARGET, width, penalty);
        }
    }

    private static final List<Case> CASES = List.of(
            new Case(1, 4, 4.0 / 3, new double[] {11.0 / 3, 5.0 / 3, 0, 0}, 11 + 11.0 / 12, 4.0 / 3),
            new Case(0.25, 4, 0.475, new double[] {4.525, 2.525, 0.525, 0.025}, 4.5125, 1.9),
            new Case(1, 2, 2, new double[] {3, 1, 0, 0}, 17.25, 2),
            new Case(1, 16, 0.475, new double[] {4.525, 2.525, 0.525, 0.025}, 4.5125, 0.475));

    private static final Declaration DECLARATION = new Declaration(
            "linear-nets",
            "Dropout in deep linear networks is nuclear-norm regularisation with equalised paths.",
            "Mianjy, Arora, Vidal 2018; Cavazza et al. 2018",
            "Two layers, hidden dropout, whitened inputs: L(U,V) = ‖M − UVᵀ‖² + λΣ‖uᵢ‖²‖vᵢ‖², λ = (1−p)/p, width r: minimum soft-thresholds the singular values of M at"
                    + " t = λΣ_{i≤ρ}sᵢ/(r+λρ), and every path has ‖uᵢ‖‖vᵢ‖ = ‖W‖_*/r. M = diag(5, 3, 1, 1/2).",
            List.of(
                    new Prediction(
                            "objective",
                            "training from random starts ends at the value of the soft threshold",
                            "the objective of any start differs by more than 1e-10"),
                    new Prediction(
                            "soft-threshold",
                            "the trained product has the thresholded singular values",
                            "a singular value differs by more than 1e-8"),
                    new Prediction(
                            "equalised",
                            "all paths of a trained network carry the same norm ‖W‖_*/r",
                            "a path norm differs by more than 1 %"),
                    new Prediction(
                            "is-dropout",
                            "the penalty is what hidden masks do: the sum over all masks, and the mean over sampled ones, give L",
                            "the sum differs by more than 1e-10, or the t-test of the sampled mean rejects")),
            List.of(
                    new Control("no-dropout", "with p = 1 training must return M itself with unequal paths"),
                    new Control(
                            "one-start-off",
                            "a network that is not trained must be seen to be off in value and in paths")),
            ALPHA,
            "Dropout on linear parts prunes rank: expect directions with singular values below t to vanish. Check equalised paths"
                    + " before trusting a linear analysis of a trained network.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        int starts = conditions.size().choose(12, 48, 200);
        double objectiveGap = 0;
        double valueGap = 0;
        double pathGap = 0;
        List<double[]> trained = new ArrayList<>();
        for (int c = 0; c < CASES.size(); c++) {
            Case example = CASES.get(c);
            DropoutFactorisation network = example.network();
            numbers(evidence, example, network.globalMinimum());
            int number = c;
            List<double[]> found =
                    conditions.workers().map(starts, s -> network.descend(start(network, conditions, number, s)));
            for (double[] parameters : found) {
                objectiveGap = Math.max(objectiveGap, Math.abs(network.objective(parameters) - example.objective));
                double[] values = Svd.values(network.outgoing(parameters).timesTranspose(network.incoming(parameters)));
                for (int i = 0; i < values.length; i++) {
                    valueGap = Math.max(valueGap, Math.abs(values[i] - example.values[i]));
                }
                for (double path : network.pathNorms(parameters)) {
                    pathGap = Math.max(pathGap, Math.abs(path / example.path - 1));
                }
            }
            trained.add(found.getFirst());
        }
        int runs = starts * CASES.size();
        evidence.finding("objective", objectiveGap <= EXACT, "largest gap " + objectiveGap + " in " + runs + " runs");
        evidence.finding("soft-threshold", valueGap <= 1e-8, "largest gap " + valueGap);
        evidence.finding("equalised", pathGap <= 0.01, "largest relative gap " + pathGap);
        masks(evidence, trained.getFirst(), conditions);
        controls(evidence, conditions);
        figures(evidence, trained);
        return evidence.conclude(text(
                "%d trained networks miss the soft-threshold minimum by at most %.1e, its singular values by %.1e, and equal paths by"
                        + " %.1e of their norm.",
                runs, objectiveGap, valueGap, pathGap));
    }

    private static void numbers(Evidence.Builder evidence, Case example, DropoutFactorisation.Minimum minimum) {
        String name = "λ = " + number(example.penalty) + ", r = " + example.width + ": ";
        evidence.number(name + "threshold", minimum.threshold(), example.threshold, 1e-12);
        for (int i = 0; i < example.values.length; i++) {
            evidence.number(name + "singular value " + (i + 1), minimum.singularValues()[i], example.values[i], 1e-12);
        }
        evidence.number(name + "objective", minimum.objective(), example.objective, 1e-12);
        evidence.number(name + "path norm", minimum.pathNorm(), example.path, 1e-12);
    }

    private static double[] start(DropoutFactorisation network, Conditions conditions, int example, int number) {
        RandomStream random = conditions.random().at("start").at(example, number).stream();
        double[] parameters = new double[network.parameters()];
        Arrays.setAll(parameters, i -> random.nextNormal());
        return parameters;
    }

    /** ‖M − U diag(m/p) Vᵀ‖² with p = 1/2 (λ = 1) and four hidden units, over all and over sampled masks. */
    private static void masks(Evidence.Builder evidence, double[] parameters, Conditions conditions) {
        DropoutFactorisation network = CASES.getFirst().network();
        double objective = network.objective(parameters);
        Matrix u = network.outgoing(parameters);
        Matrix v = network.incoming(parameters);
        double summed = MaskTable.bernoulli(4, 0.5).inverted().expectation(m -> loss(u, v, m));
        int samples = conditions.size().choose(20_000, 200_000, 1_000_000);
        double[] sampled = new double[samples];
        Bernoulli law = new Bernoulli(0.5);
        for (int t = 0; t < samples; t++) {
            double[] mask = law.sample(conditions.random().at("mask").at(t), 4);
            sampled[t] = loss(u, v, Arrays.stream(mask).map(x -> 2 * x).toArray());
        }
        TestResult test = PairedTests.t(sampled, objective, Alternative.TWO_SIDED);
        evidence.test("loss under sampled hidden masks against L", test, ALPHA);
        evidence.finding(
                "is-dropout",
                Math.abs(summed - objective) <= EXACT && !test.rejects(ALPHA),
                "gap over all masks " + Math.abs(summed - objective) + ", p-value of the sampled mean " + test.p());
    }

    private static double loss(Matrix u, Matrix v, double[] mask) {
        double norm =
                u.times(Matrix.diagonal(mask)).timesTranspose(v).minus(TARGET).frobeniusNorm();
        return norm * norm;
    }

    private static void controls(Evidence.Builder evidence, Conditions conditions) {
        DropoutFactorisation free = DropoutFactorisation.of(TARGET, 4, 1);
        double[] found = free.descend(start(free, conditions, CASES.size(), 0));
        double[] paths = free.pathNorms(found);
        double spread = Arrays.stream(paths).max().orElseThrow()
                / Arrays.stream(paths).min().orElseThrow();
        evidence.control(
                "no-dropout",
                free.objective(found) < EXACT && spread > 1.01,
                "objective " + free.objective(found) + ", largest over smallest path " + spread);
        DropoutFactorisation network = CASES.getFirst().network();
        double[] untrained = start(network, conditions, 0, 0);
        double off = network.objective(untrained) - CASES.getFirst().objective;
        double pathOff = Arrays.stream(network.pathNorms(untrained))
                .map(x -> Math.abs(x / CASES.getFirst().path - 1))
                .max()
                .orElseThrow();
        evidence.control(
                "one-start-off", off > EXACT && pathOff > 0.01, "value off by " + off + ", a path by " + pathOff);
    }

    private static void figures(Evidence.Builder evidence, List<double[]> trained) {
        List<Figure.BarSeries> series = new ArrayList<>();
        series.add(new Figure.BarSeries("target", TARGET.diagonal(), Optional.empty()));
        for (int c = 0; c < CASES.size(); c++) {
            DropoutFactorisation network = CASES.get(c).network();
            double[] parameters = trained.get(c);
            double[] values = Svd.values(network.outgoing(parameters).timesTranspose(network.incoming(parameters)));
            String name = text("λ = %s, width %d", number(CASES.get(c).penalty), CASES.get(c).width);
            series.add(new Figure.BarSeries(name, values, Optional.empty()));
        }
        evidence.figure(new Figure.Bars(
                "linear-nets-spectrum",
                "Singular values of trained networks: dropout subtracts one threshold from all and prunes those below it.",
                Figure.Axis.linear("singular value"),
                List.of("first", "second", "third", "fourth"),
                series));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}

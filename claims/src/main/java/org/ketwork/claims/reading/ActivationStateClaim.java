package org.ketwork.claims.reading;

import static org.ketwork.lab.claim.Wording.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.ketwork.bridge.encoding.AmplitudeEncoding;
import org.ketwork.bridge.encoding.FeatureFrame;
import org.ketwork.bridge.encoding.Reading;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.claim.Outcome;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.Figure.Axis;
import org.ketwork.lab.figure.Figure.BarSeries;
import org.ketwork.neural.layer.Activation;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Equivalence;
import org.ketwork.numerics.statistics.Estimate;
import org.ketwork.numerics.statistics.GoodnessOfFit;
import org.ketwork.numerics.statistics.PairedTests;
import org.ketwork.numerics.statistics.Proportion;
import org.ketwork.numerics.statistics.TestResult;
import org.ketwork.quantum.state.Ket;

/** Are the activations of a layer a normalised state? What the encoding a/‖a‖ loses is measured on trained networks. */
public final class ActivationStateClaim implements Claim {
    private static final double ALPHA = 0.01;
    private static final double MARGIN = 0.01;
    private static final int DEAD_LAYER_UNITS = 4;

    private static final Declaration DECLARATION = new Declaration(
            "activation-state",
            "The activations of a layer are a normalised state: their squares sum to one, as probabilities do.",
            "Founding document 001 (activation as state)",
            "Amplitude encoding |a> = a/||a||, read by squares p_i = a_i^2/||a||^2. If activations are this state, then every layer"
                    + " has one, and putting the state, or its moduli, in the place of the activations changes nothing that the"
                    + " network does.",
            List.of(
                    new Prediction(
                            "every layer has a state",
                            "No layer is dead: the encoding is defined for every input.",
                            "a random layer of " + DEAD_LAYER_UNITS + " ReLU units has all activations zero"),
                    new Prediction(
                            "the scale carries nothing",
                            "With a/||a|| in the place of a, trained digit classifiers keep their log-loss within 0.01 nats.",
                            "the log-loss rises (paired t-test over seeds) by more than the margin"),
                    new Prediction(
                            "the sign carries nothing",
                            "With |a| in the place of a, which is all that squares tell, trained tanh classifiers keep their"
                                    + " accuracy within 0.01.",
                            "the accuracy falls (paired t-test over seeds) by more than the margin")),
            List.of(
                    new Control(
                            "scale stored apart",
                            "The state times its stored norm gives back the accuracy and the log-loss to rounding."),
                    new Control(
                            "dead layers are as rare as symmetry says",
                            "The share of dead layers of symmetric ReLU units is 2^-n by a binomial test."),
                    new Control(
                            "draws follow the squares",
                            "A million draws from (3, 4) have the frequencies 0.36 and 0.64.")),
            ALPHA,
            "Use amplitude encoding only if the norm is stored beside it, keep signs by a second basis, and say what a dead layer"
                    + " means.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        numbers(evidence, conditions.random().at("born"));
        long dead = deadLayers(evidence, conditions);
        Losses losses = trainedLayers(evidence, conditions);
        return evidence.conclude(text(
                "%d dead layers have no state; leaving out the scale changes the log-loss of trained digit classifiers by %+.3f nats"
                        + " (accuracy %+.3f), leaving out signs costs %.3f accuracy.",
                dead, losses.scaleLoss(), losses.scaleAccuracy(), losses.signAccuracy()));
    }

    private static void numbers(Evidence.Builder evidence, RandomAddress address) {
        Ket ket = AmplitudeEncoding.of(new double[] {3, 4}).orElseThrow();
        evidence.number("(3, 4), first amplitude", ket.re(0), 0.6, 1e-15);
        evidence.number("(3, 4), second amplitude", ket.re(1), 0.8, 1e-15);
        evidence.number("(3, 4), first probability", ket.probabilities()[0], 0.36, 1e-15);
        evidence.number(
                "fidelity after one projective read", Reading.fidelityAfterProjectiveReadOut(ket), 0.5392, 1e-12);
        FeatureFrame pentagon = FeatureFrame.regularPolygon(5);
        evidence.number("pentagon, frame potential", pentagon.framePotential(), 12.5, 1e-12);
        evidence.number("pentagon, largest overlap", pentagon.largestOverlap(), 0.809017, 5e-7);
        evidence.number("pentagon, Welch bound", pentagon.welchBound(), 0.612372, 5e-7);
        long[] wins = Reading.sample(ket, address, 1_000_000);
        TestResult draws = GoodnessOfFit.g(ket.probabilities(), wins);
        evidence.test("draws from (3, 4) (control)", draws, 1e-4);
        evidence.control(
                "draws follow the squares",
                !draws.rejects(1e-4),
                text("%d and %d of 1000000, p = %.3f", wins[0], wins[1], draws.p()));
    }

    /** Layers of ReLU units over symmetric pre-activations. */
    private static long deadLayers(Evidence.Builder evidence, Conditions conditions) {
        int layers = conditions.size().choose(20_000, 200_000, 2_000_000);
        int dead = 0;
        for (int layer = 0; layer < layers; layer++) {
            RandomAddress address = conditions.random().at("layer").at(layer);
            double[] activations = new double[DEAD_LAYER_UNITS];
            for (int i = 0; i < DEAD_LAYER_UNITS; i++) {
                activations[i] = Math.max(0, address.normal(i));
            }
            dead += AmplitudeEncoding.of(activations).isEmpty() ? 1 : 0;
        }
        double expected = AmplitudeEncoding.deadLayerProbability(DEAD_LAYER_UNITS);
        TestResult share = new Proportion(dead, layers).test(expected, Alternative.TWO_SIDED);
        evidence.test("share of dead layers against 2^-n (control)", share, 1e-4);
        evidence.finding("every layer has a state", dead == 0, dead + " of " + layers + " random layers were dead");
        evidence.control(
                "dead layers are as rare as symmetry says",
                !share.rejects(1e-4),
                text("%.5f against %.5f, p = %.3f", (double) dead / layers, expected, share.p()));
        return dead;
    }

    /** Mean changes over seeds. */
    private record Losses(double scaleLoss, double scaleAccuracy, double signAccuracy) {}

    private static Losses trainedLayers(Evidence.Builder evidence, Conditions conditions) {
        int seeds = conditions.size().choose(5, 10, 30);
        int epochs = conditions.size().choose(10, 30, 60);
        List<DigitLayers> relu = train(Activation.RELU, seeds, epochs, conditions);
        List<DigitLayers> tanh = train(Activation.TANH, seeds, epochs, conditions);
        double[] accuracy = over(relu, net -> net.accuracy(net.activations()));
        double[] accuracyWithoutScale = over(relu, net -> net.accuracy(normalised(net.activations(), false)));
        double[] loss = over(relu, net -> net.logLoss(net.activations()));
        double[] lossWithoutScale = over(relu, net -> net.logLoss(normalised(net.activations(), false)));
        double[] lossRestored = over(relu, net -> net.logLoss(normalised(net.activations(), true)));
        double[] accuracyTanh = over(tanh, net -> net.accuracy(net.activations()));
        double[] accuracyWithoutSign = over(tanh, net -> net.accuracy(map(net.activations(), Math::abs)));

        evidence.finding(
                "the scale carries nothing",
                judge(evidence, "log-loss without scale less log-loss", lossWithoutScale, loss),
                text(
                        "log-loss %.4f -> %.4f, accuracy %.4f -> %.4f over %d seeds",
                        mean(loss), mean(lossWithoutScale), mean(accuracy), mean(accuracyWithoutScale), seeds));
        evidence.finding(
                "the sign carries nothing",
                judge(evidence, "accuracy less accuracy without sign", accuracyTanh, accuracyWithoutSign),
                text("accuracy %.4f -> %.4f over %d seeds", mean(accuracyTanh), mean(accuracyWithoutSign), seeds));
        double restored = 0;
        for (int i = 0; i < seeds; i++) {
            restored = Math.max(restored, Math.abs(lossRestored[i] - loss[i]));
        }
        evidence.control(
                "scale stored apart", restored <= 1e-12, text("largest change of the log-loss %.1e", restored));
        evidence.figure(new Figure.Bars(
                "what-is-lost",
                "Accuracy of digit classifiers, means and standard errors over " + seeds
                        + " seeds: with the activations as they are, with their scale left out (ReLU), with their signs left out"
                        + " (tanh).",
                Axis.linear("accuracy"),
                List.of("ReLU", "ReLU, no scale", "tanh", "tanh, no signs"),
                List.of(bars(accuracy, accuracyWithoutScale, accuracyTanh, accuracyWithoutSign))));
        return new Losses(
                mean(lossWithoutScale) - mean(loss),
                mean(accuracyWithoutScale) - mean(accuracy),
                mean(accuracyTanh) - mean(accuracyWithoutSign));
    }

    private static List<DigitLayers> train(Activation activation, int seeds, int epochs, Conditions conditions) {
        return conditions.workers().map(seeds, seed -> {
            RandomAddress address = conditions.random().at(activation.name()).at(seed);
            return DigitLayers.train(activation, epochs, address, conditions.workers());
        });
    }

    /** Worse by more than the margin refutes, within the margin holds, anything else is open. */
    private static Outcome judge(Evidence.Builder evidence, String name, double[] larger, double[] smaller) {
        double[] shifted = Arrays.stream(smaller).map(x -> x + MARGIN).toArray();
        TestResult worse = PairedTests.t(larger, shifted, Alternative.GREATER);
        TestResult same = Equivalence.paired(larger, smaller, MARGIN);
        evidence.test(name + ", more than " + MARGIN, worse, ALPHA);
        evidence.test(name + ", within " + MARGIN, same, ALPHA);
        if (worse.rejects(ALPHA)) {
            return Outcome.REFUTED;
        }
        return same.rejects(ALPHA) ? Outcome.HOLDS : Outcome.INCONCLUSIVE;
    }

    /** Each row divided by its norm; dead rows stay zero. With the norm restored afterwards if asked. */
    private static Matrix normalised(Matrix activations, boolean restore) {
        Matrix result = activations.copy();
        for (int n = 0; n < activations.rows(); n++) {
            double[] row = activations.row(n);
            double norm = Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
            Optional<Ket> ket = AmplitudeEncoding.of(row);
            for (int i = 0; i < row.length; i++) {
                int unit = i;
                double amplitude = ket.map(k -> k.re(unit)).orElse(0.0);
                result.set(n, i, restore ? amplitude * norm : amplitude);
            }
        }
        return result;
    }

    private static Matrix map(Matrix matrix, DoubleUnaryOperator f) {
        return Matrix.wrap(
                matrix.rows(),
                matrix.columns(),
                Arrays.stream(matrix.data()).map(f).toArray());
    }

    private static double[] over(List<DigitLayers> nets, ToDoubleFunction<DigitLayers> measure) {
        return nets.stream().mapToDouble(measure).toArray();
    }

    private static double mean(double[] values) {
        return Estimate.of(values).mean();
    }

    private static BarSeries bars(double[]... groups) {
        double[] means = new double[groups.length];
        double[] errors = new double[groups.length];
        for (int g = 0; g < groups.length; g++) {
            Estimate estimate = Estimate.of(groups[g]);
            means[g] = estimate.mean();
            errors[g] = estimate.standardError();
        }
        return new BarSeries("held-out digits", means, Optional.of(errors));
    }
}

package org.ketwork.claims.loss;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ketwork.bridge.resonance.QuarticWell;
import org.ketwork.bridge.resonance.SuprathresholdArray;
import org.ketwork.bridge.resonance.ThresholdDetector;
import org.ketwork.bridge.resonance.TwoStateResonance;
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
import org.ketwork.numerics.optimum.Peak;
import org.ketwork.numerics.statistics.InteriorOptimum;
import org.ketwork.numerics.statistics.Interval;

/** Noise helps a threshold neuron, an array of neurons and a bistable system detect a weak signal: stochastic resonance. */
public final class ResonanceClaim implements Claim {
    private static final double ALPHA = 0.01;
    private static final double BIT = Math.log(2);
    private static final int TRIALS = 500;

    private static final Declaration DECLARATION = new Declaration(
            "resonance",
            "Noise helps a threshold neuron, an array of neurons and a bistable system detect a signal.",
            "Founding document 000 (losing information improves performance); McNamara and Wiesenfeld, Phys. Rev. A 39, 4854 (1989);"
                    + " Stocks, Phys. Rev. Lett. 84, 2310 (2000)",
            "Mutual information between the signal and the firing of one unit (signal ±A, threshold θ), or the count of N"
                    + " units (signal N(0,1), threshold 0), under Gaussian noise σ; |susceptibility|^2 at frequency 0.1 of a"
                    + " particle in x^4/4 - x^2/2 at noise intensity D.",
            List.of(
                    new Prediction(
                            "threshold unit",
                            "For A < θ the information is largest at a noise between none and very much.",
                            "the exact information has no interior optimum for A = 0.3, 0.5, 0.8 or 0.95 of θ, or the optimum"
                                    + " measured at A = 0.8 lies off the exact one"),
                    new Prediction(
                            "array",
                            "Arrays of 2, 7, 15 and 63 units tell more with noise of their own than without.",
                            "the exact information of one of them has no interior optimum, or the optimum measured for 15 units lies"
                                    + " off the exact one"),
                    new Prediction(
                            "double well",
                            "The response of a particle in a double well to a weak slow force is largest at a noise in between.",
                            "the exact linear response has no interior optimum, or the optimum of simulated runs lies off the exact"
                                    + " one")),
            List.of(
                    new Control(
                            "signal above the threshold",
                            "For A = 1.2 θ no noise is best, exactly and in the experiment."),
                    new Control(
                            "single unit",
                            "An array of one unit tells most without noise, exactly and in the experiment."),
                    new Control("single well", "In x^4/4 + x^2/2 no noise is best, exactly and in simulated runs.")),
            ALPHA,
            "Add noise to a detector only if its signals stay below its threshold, or if several units look at the same signal; then"
                    + " set it to the computed optimum. A signal above the threshold of a single unit wants none.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        double thresholdNoise = references(evidence);
        double arrayNoise = arrayReferences(evidence);
        double wellNoise = exactPeak(QuarticWell.bistable()).position();
        evidence.number(
                "double well: noise of the largest signal-to-noise ratio, two states",
                Peak.of(d -> TwoStateResonance.signalToNoise(d, 1), 1e-2, 10).position(),
                TwoStateResonance.BARRIER / 2,
                1e-6);
        Peak twoState = Peak.of(d -> TwoStateResonance.amplification(d, DetectionTasks.FREQUENCY), 1e-2, 10);
        evidence.number(
                "double well: noise of the largest amplification, two states", twoState.position(), 0.147931, 6e-7);
        evidence.number("double well: largest amplification, two states", twoState.value(), 18.65673, 6e-6);

        NoiseSweep unit = sweep(
                DetectionTasks.threshold("unit, A = 0.8", new ThresholdDetector(0.8, 1), thresholdNoise, TRIALS),
                conditions);
        NoiseSweep loud = sweep(
                DetectionTasks.threshold(
                        "unit, A = 1.2 (control)", new ThresholdDetector(1.2, 1), thresholdNoise, TRIALS),
                conditions);
        NoiseSweep array =
                sweep(DetectionTasks.array("array of 15", new SuprathresholdArray(15), arrayNoise, TRIALS), conditions);
        NoiseSweep single = sweep(
                DetectionTasks.array("single unit (control)", new SuprathresholdArray(1), arrayNoise, TRIALS),
                conditions);
        NoiseSweep well = sweep(DetectionTasks.well("double well", QuarticWell.bistable(), wellNoise), conditions);
        NoiseSweep plain =
                sweep(DetectionTasks.well("single well (control)", QuarticWell.monostable(), wellNoise), conditions);

        boolean subThreshold = true;
        for (double amplitude : new double[] {0.3, 0.5, 0.8, 0.95}) {
            subThreshold &=
                    new ThresholdDetector(amplitude, 1).bestNoise(0.02, 20).interior();
        }
        boolean arrays = true;
        for (int units : new int[] {2, 7, 15, 63}) {
            arrays &= new SuprathresholdArray(units).bestNoise(0.01, 10).interior();
        }
        InteriorOptimum unitTest = predict("threshold unit", subThreshold, unit, conditions, evidence);
        predict("array", arrays, array, conditions, evidence);
        InteriorOptimum wellTest =
                predict("double well", exactPeak(QuarticWell.bistable()).interior(), well, conditions, evidence);
        boolean quiet = control(
                "signal above the threshold",
                !new ThresholdDetector(1.2, 1).bestNoise(0.02, 20).interior(),
                loud,
                conditions,
                evidence);
        quiet &= control(
                "single unit",
                !new SuprathresholdArray(1).bestNoise(0.001, 10).interior(),
                single,
                conditions,
                evidence);
        quiet &= control("single well", !exactPeak(QuarticWell.monostable()).interior(), plain, conditions, evidence);
        evidence.figure(informationFigure(unit, loud, array, single, thresholdNoise, arrayNoise));
        evidence.figure(wellFigure(well, plain, wellNoise));
        return evidence.conclude(text(
                "A threshold unit (A = 0.8 θ) is best at σ = %.3f (measured %.2f times that) with %.3f bit against 0"
                        + " without noise; fifteen units tell %.2f bit against 1; a double well responds most at D = %.3f"
                        + " (measured %.2f times that). Of signals above threshold, single units and single wells %s.",
                thresholdNoise,
                Math.pow(10, unitTest.location()),
                new ThresholdDetector(0.8, 1).mutualInformation(thresholdNoise) / BIT,
                new SuprathresholdArray(15).mutualInformation(arrayNoise) / BIT,
                wellNoise,
                Math.pow(10, wellTest.location()),
                quiet ? "none wants noise" : "some were found to want noise"));
    }

    /** The noise at which the exact linear response of a well is largest. */
    private static Peak exactPeak(QuarticWell well) {
        return Peak.of(d -> well.amplification(d, DetectionTasks.FREQUENCY), 0.02, 5);
    }

    private static double references(Evidence.Builder evidence) {
        ThresholdDetector half = new ThresholdDetector(0.5, 1);
        double[][] values = {{0.1, 1.4e-7, 5e-9}, {0.2, 0.00311, 5e-6}, {5, 0.0045, 5e-5}};
        for (double[] value : values) {
            evidence.number(
                    "unit, A = 0.5: bits at noise " + value[0],
                    half.mutualInformation(value[0]) / BIT,
                    value[1],
                    value[2]);
        }
        Peak peak = half.bestNoise(0.02, 20);
        evidence.number("unit, A = 0.5: best noise", peak.position(), 0.670922, 1e-6);
        evidence.number("unit, A = 0.5: most bits", peak.value() / BIT, 0.0940709504, 1e-10);
        Peak louder = new ThresholdDetector(0.8, 1).bestNoise(0.02, 20);
        evidence.number("unit, A = 0.8: best noise", louder.position(), 0.655897, 1e-6);
        evidence.number("unit, A = 0.8: most bits", louder.value() / BIT, 0.210890982451, 1e-12);
        return louder.position();
    }

    private static double arrayReferences(Evidence.Builder evidence) {
        double[][] table = {
            {2, 0.08788, 1.057707514}, {7, 0.29890, 1.502285781}, {63, 0.50333, 2.740066024}, {15, 0.38767, 1.884881876}
        };
        double best = 0;
        for (double[] row : table) {
            Peak peak = new SuprathresholdArray((int) row[0]).bestNoise(0.01, 10);
            evidence.number("array of " + (int) row[0] + ": best noise", peak.position(), row[1], 6e-6);
            evidence.number("array of " + (int) row[0] + ": most bits", peak.value() / BIT, row[2], 6e-10);
            best = peak.position();
        }
        return best;
    }

    private static NoiseSweep sweep(NoisyTask task, Conditions conditions) {
        int repetitions = conditions.size().choose(40, 200, 1000);
        return NoiseSweep.of(task, repetitions, conditions.random().at(task.name()), conditions.workers());
    }

    private static InteriorOptimum interior(NoiseSweep sweep, Conditions conditions) {
        return sweep.test(ALPHA, conditions.random().at(sweep.task().name()).at("bootstrap"));
    }

    private static InteriorOptimum predict(
            String prediction, boolean exact, NoiseSweep sweep, Conditions conditions, Evidence.Builder evidence) {
        InteriorOptimum test = interior(sweep, conditions);
        SweepVerdict.enter(evidence, sweep.task().name(), test);
        evidence.finding(
                prediction,
                exact ? SweepVerdict.outcome(test) : Outcome.REFUTED,
                "exact optimum inside: " + exact + "; measured: " + SweepVerdict.observed(test, "the predicted noise"));
        return test;
    }

    /** Returns whether noise was found to be of no use, exactly and in the experiment. */
    private static boolean control(
            String control, boolean exact, NoiseSweep sweep, Conditions conditions, Evidence.Builder evidence) {
        InteriorOptimum test = interior(sweep, conditions);
        SweepVerdict.enter(evidence, sweep.task().name(), test);
        boolean useless = exact && !test.interior();
        evidence.control(
                control, useless, text("exact: none is best: %b; test for an optimum: p = %.2g", exact, test.p()));
        return useless;
    }

    private static Figure informationFigure(
            NoiseSweep unit,
            NoiseSweep loud,
            NoiseSweep array,
            NoiseSweep single,
            double unitNoise,
            double arrayNoise) {
        double[] sigma = Grid.logarithmic(0.02, 20, 121);
        List<Curve> curves = new ArrayList<>();
        for (NoiseSweep sweep : List.of(unit, loud, array, single)) {
            curves.add(measured(sweep, 1 / BIT));
        }
        curves.add(Curve.line(
                "exact, unit, A = 0.5",
                sigma,
                Grid.map(sigma, s -> new ThresholdDetector(0.5, 1).mutualInformation(s) / BIT)));
        for (int units : new int[] {2, 7, 63}) {
            SuprathresholdArray exact = new SuprathresholdArray(units);
            curves.add(Curve.line(
                    "exact, array of " + units, sigma, Grid.map(sigma, s -> exact.mutualInformation(s) / BIT)));
        }
        return new Figure.Curves(
                "information",
                "What detectors tell about their signal, against the noise; bands hold 95 % of the error of the measured mean. One"
                        + " unit with a signal above its threshold, and one unit at threshold 0, are the controls.",
                Axis.log("noise σ (threshold units: θ = 1; arrays: deviation of the signal = 1)"),
                Axis.linear("mutual information (bit)"),
                curves,
                List.of(Mark.at("predicted: unit, A = 0.8", unitNoise), Mark.at("predicted: array of 15", arrayNoise)));
    }

    private static Figure wellFigure(NoiseSweep well, NoiseSweep plain, double best) {
        double[] noise = Grid.logarithmic(best / 10, best * 30, 81);
        DoubleUnaryOperator twoState = d -> TwoStateResonance.amplification(d, DetectionTasks.FREQUENCY);
        DoubleUnaryOperator exact = d -> QuarticWell.bistable().amplification(d, DetectionTasks.FREQUENCY);
        return new Figure.Curves(
                "well",
                "Amplification of a weak periodic force by a particle in a double well and in a single one: simulated, exact"
                        + " linear response, and the two-state approximation, which fails once the noise reaches the barrier 1/4.",
                Axis.log("noise intensity D"),
                Axis.linear("spectral power amplification"),
                List.of(
                        measured(well, 1),
                        measured(plain, 1),
                        Curve.line("double well, exact", noise, Grid.map(noise, exact)),
                        Curve.line("double well, two states", noise, Grid.map(noise, twoState))),
                List.of(Mark.at("predicted", best)));
    }

    /** Minus the mean risk with its 95 % interval, against the noise itself; the level without noise has no place on the axis. */
    private static Curve measured(NoiseSweep sweep, double scale) {
        int levels = sweep.x().length - 1;
        double[] noise = new double[levels];
        double[] mean = new double[levels];
        double[] low = new double[levels];
        double[] high = new double[levels];
        for (int j = 0; j < levels; j++) {
            noise[j] = sweep.x()[j + 1] * sweep.task().unit();
            mean[j] = -scale * sweep.estimate(j + 1).mean();
            Interval interval = sweep.estimate(j + 1).interval(0.95);
            low[j] = -scale * interval.high();
            high[j] = -scale * interval.low();
        }
        return Curve.banded(sweep.task().name(), noise, mean, low, high);
    }
}

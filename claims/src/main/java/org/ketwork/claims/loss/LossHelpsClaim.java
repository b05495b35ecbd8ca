package org.ketwork.claims.loss;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.bridge.regression.OrthonormalRisk;
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
import org.ketwork.numerics.optimum.Peak;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.InteriorOptimum;
import org.ketwork.quantum.transport.Dimer;

/** Losing information improves performance, on the classical and the quantum side: one experiment, one axis, one test. */
public final class LossHelpsClaim implements Claim {
    private static final double ALPHA = 0.01;
    private static final double BIT = Math.log(2);
    private static final double SIGNAL = 1;
    private static final double VARIANCE = 0.25;
    private static final int TRIALS = 500;
    private static final int EXCITATIONS = 1000;
    private static final int EPOCHS = 100;
    private static final int FEW_EPOCHS = 5;

    private static final Declaration DECLARATION = new Declaration(
            "loss-helps",
            "Losing information improves performance, in networks and in quantum systems, at a noise level between none and very"
                    + " much.",
            "Founding document 000 (the information-loss paradox); optimum test after Simonsohn, Adv. Methods Pract. Psychol. Sci. 1,"
                    + " 538 (2018), and Berger, Technometrics 24, 295 (1982)",
            "Risk over 22 noise levels (none, and 1/30 to 30 times the predicted optimum) under common random numbers. Half of the"
                    + " repetitions choose the best level; on the other half it must beat both ends, one-sided paired t-tests."
                    + " The set-up on digits (a tenth of the images to train on, 128 units, " + EPOCHS + " epochs, "
                    + FEW_EPOCHS
                    + " in its control) was chosen after a pilot had shown where dropout helps: it shows that"
                    + " such cases exist, not how common they are.",
            List.of(
                    new Prediction(
                            "optimum in every system",
                            "Dropout regression, a detuned dimer, a threshold unit, an array of 7, a double well and a depolarised"
                                    + " kernel each do best at some noise.",
                            "in one of them the predicted noise does significantly worse than none"),
                    new Prediction(
                            "predicted place",
                            "The optimum lies where theory puts it.",
                            "the 95 % interval of its place, widened by half a step of the grid, misses the prediction in more than"
                                    + " 5 % of runs (binomial, Holm over the systems)"),
                    new Prediction(
                            "real data",
                            "Dropout regression on diabetes and a small network on digits, trained on a tenth of the data, do best at"
                                    + " some dropout.",
                            "in one of them noise at the unit of its axis (the predicted level; p = 1/2) does significantly worse"
                                    + " than none")),
            List.of(
                    new Control(
                            "systems without an optimum",
                            "With V = 0 or S = 0, detuning below k/2 + Γ, A > θ, one unit, one well, a ridge already above the"
                                    + " best, or permuted targets, the test at 5 % finds an optimum in at most 5 % of runs (binomial, Holm)."),
                    new Control("nothing to learn", "With permuted targets diabetes shows no optimum."),
                    new Control(
                            "stopped early",
                            "After " + FEW_EPOCHS + " epochs instead of " + EPOCHS
                                    + " there is no variance to remove yet, and no optimum.")),
            ALPHA,
            "Should I add noise, and how much? Yes if there is variance, detuning, a threshold or a barrier to overcome: start at the"
                    + " predicted level of the table and keep it only if it beats both ends on repetitions that did not choose it."
                    + " No if the predicted optimum is 0.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        numbers(evidence);
        int repetitions = conditions.size().choose(60, 100, 200);
        List<PairedSweeps> pairs = new ArrayList<>();
        for (NoisyPair pair : pairs()) {
            pairs.add(PairedSweeps.of(pair, repetitions, conditions));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (PairedSweeps pair : pairs) {
            InteriorOptimum test = pair.system().test(ALPHA, conditions.random().at("bootstrap"));
            SweepVerdict.enter(evidence, pair.system().task().name(), test);
            outcomes.add(SweepVerdict.helps(pair.system(), test));
        }
        evidence.finding(
                "optimum in every system",
                worst(outcomes),
                count(outcomes) + " of " + pairs.size() + " systems have an optimum at level " + ALPHA);

        PairedSweeps diabetes = diabetes(repetitions, conditions);
        PairedSweeps digits = digits(conditions);
        RepeatedRuns runs =
                RepeatedRuns.of(pairs(), List.of(diabetes.controls().getFirst().task()), conditions);
        runs.enter(evidence, ALPHA);
        evidence.finding("predicted place", runs.placed(ALPHA), runs.placesObserved());
        evidence.control("systems without an optimum", runs.controlsHold(ALPHA), runs.controlsObserved());

        InteriorOptimum diabetesTest = real(diabetes, "nothing to learn", conditions, evidence);
        InteriorOptimum digitsTest = real(digits, "stopped early", conditions, evidence);
        evidence.finding(
                "real data",
                worst(List.of(
                        SweepVerdict.helps(diabetes.system(), diabetesTest),
                        SweepVerdict.helps(digits.system(), digitsTest))),
                text(
                        "diabetes: %s (predicted as V/S from the training parts, which presumes weights without preferred"
                                + " direction); digits: %s",
                        SweepVerdict.observed(diabetesTest, "the predicted noise"),
                        SweepVerdict.observed(digitsTest, "the noise of p = 1/2")));

        List<PairedSweeps> all = new ArrayList<>(pairs);
        all.add(diabetes);
        all.add(digits);
        evidence.figure(LossFigures.oneAxis(all));
        evidence.figure(runs.figure());
        double keep = LossTasks.keepProbability(digits.system().task().unit() * Math.pow(10, digitsTest.location()));
        return evidence.conclude(text(
                "Noise helps %d of %d systems%s at the predicted place, and changes the held-out error of diabetes regression by %.0f %% and"
                        + " the loss of a digits network by %.0f %% (at p = %.2f); of %d runs of the controls %d showed an optimum.",
                count(outcomes),
                pairs.size(),
                runs.placed(ALPHA) == Outcome.HOLDS ? "" : ", but not always",
                -100 * LossFigures.gain(diabetes.system()),
                -100 * LossFigures.gain(digits.system()),
                keep,
                runs.controlRuns(),
                runs.falseAlarms()));
    }

    private static void numbers(Evidence.Builder evidence) {
        OrthonormalRisk regression = new OrthonormalRisk(SIGNAL, VARIANCE);
        evidence.number("dropout regression: best keep probability", regression.optimalKeep(), 0.8, 1e-15);
        evidence.number("dropout regression: risk there", regression.optimalRisk(), 0.2, 1e-15);
        evidence.number("dropout regression: risk without dropout", regression.risk(1), 0.25, 1e-15);
        Peak dimer = detuned().transport().bestDephasing(1e-3, 1e4);
        evidence.number("dimer: best dephasing", dimer.position(), 9.4, 1e-5);
        evidence.number("dimer: efficiency there", dimer.value(), 10.0 / 23, 1e-12);
        Peak unit = new ThresholdDetector(0.8, 1).bestNoise(0.02, 20);
        evidence.number("threshold unit: best noise", unit.position(), 0.655897, 1e-6);
        evidence.number("threshold unit: bits there", unit.value() / BIT, 0.210890982451, 1e-12);
        Peak array = new SuprathresholdArray(7).bestNoise(0.01, 10);
        evidence.number("array of 7: best noise", array.position(), 0.29890, 6e-6);
        evidence.number("array of 7: bits there", array.value() / BIT, 1.502285781, 6e-10);
        evidence.number(
                "double well: best noise of two states",
                Peak.of(d -> TwoStateResonance.signalToNoise(d, 1), 1e-2, 10).position(),
                0.125,
                1e-6);
    }

    /** The table: each system with its predicted optimum and its controls. */
    private static List<NoisyPair> pairs() {
        double mask = VARIANCE / SIGNAL;
        double dephasing = detuned().bestDephasing();
        double sigma = new ThresholdDetector(0.8, 1).bestNoise(0.02, 20).position();
        double own = new SuprathresholdArray(7).bestNoise(0.01, 10).position();
        double heat = Peak.of(d -> QuarticWell.bistable().amplification(d, DetectionTasks.FREQUENCY), 0.02, 5)
                .position();
        double depolarisation = LossTasks.bestDepolarisation();
        return List.of(
                new NoisyPair(
                        LossTasks.regression("dropout regression", SIGNAL, VARIANCE, mask),
                        List.of(
                                LossTasks.regression("dropout regression, V = 0", SIGNAL, 0, mask),
                                LossTasks.regression("dropout regression, S = 0", 0, VARIANCE, mask)),
                        1),
                new NoisyPair(
                        LossTasks.dimer("dimer", detuned(), dephasing, EXCITATIONS),
                        List.of(LossTasks.dimer(
                                "dimer near resonance", new Dimer(1, 0.3, 1, 0.1), dephasing, EXCITATIONS)),
                        1),
                new NoisyPair(
                        DetectionTasks.threshold("threshold unit", new ThresholdDetector(0.8, 1), sigma, TRIALS),
                        List.of(DetectionTasks.threshold(
                                "signal above threshold", new ThresholdDetector(1.2, 1), sigma, TRIALS)),
                        1),
                new NoisyPair(
                        DetectionTasks.array("array of 7", new SuprathresholdArray(7), own, TRIALS),
                        List.of(DetectionTasks.array("single unit", new SuprathresholdArray(1), own, TRIALS)),
                        2),
                new NoisyPair(
                        DetectionTasks.well("double well", QuarticWell.bistable(), heat),
                        List.of(DetectionTasks.well("single well", QuarticWell.monostable(), heat)),
                        4),
                new NoisyPair(
                        LossTasks.weakRidge("depolarised kernel"),
                        List.of(LossTasks.kernel(
                                "kernel with enough ridge", 1.5 * KernelProblem.BEST_RIDGE, depolarisation)),
                        2));
    }

    private static Dimer detuned() {
        return new Dimer(1, 10, 1, 0.1);
    }

    private static PairedSweeps diabetes(int repetitions, Conditions conditions) {
        RandomAddress random = conditions.random().at("diabetes");
        double unit = RealData.predictedDiabetesNoise(100, random.at("prediction"));
        return PairedSweeps.of(
                new NoisyPair(RealData.diabetes(unit), List.of(RealData.diabetesPermuted(unit)), 1),
                repetitions,
                conditions);
    }

    private static PairedSweeps digits(Conditions conditions) {
        NoisyPair pair = new NoisyPair(
                RealData.digits("digits, real", EPOCHS),
                List.of(RealData.digits("digits, stopped early", FEW_EPOCHS)),
                1);
        return PairedSweeps.of(pair, conditions.size().choose(24, 60, 200), conditions);
    }

    private static InteriorOptimum real(
            PairedSweeps pair, String control, Conditions conditions, Evidence.Builder evidence) {
        InteriorOptimum test = pair.system().test(ALPHA, conditions.random().at("bootstrap"));
        SweepVerdict.enter(evidence, pair.system().task().name(), test);
        InteriorOptimum none =
                pair.controls().getFirst().test(ALPHA, conditions.random().at("bootstrap"));
        SweepVerdict.enter(evidence, pair.controls().getFirst().task().name(), none);
        evidence.control(control, !none.interior(), text("test for an optimum: p = %.2g", none.p()));
        return test;
    }

    private static Outcome worst(List<Outcome> outcomes) {
        if (outcomes.contains(Outcome.REFUTED)) {
            return Outcome.REFUTED;
        }
        return outcomes.contains(Outcome.INCONCLUSIVE) ? Outcome.INCONCLUSIVE : Outcome.HOLDS;
    }

    private static int count(List<Outcome> outcomes) {
        return (int) outcomes.stream().filter(o -> o == Outcome.HOLDS).count();
    }
}

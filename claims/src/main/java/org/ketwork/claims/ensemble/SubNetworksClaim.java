package org.ketwork.claims.ensemble;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ketwork.bridge.ensemble.PredictionAnatomy;
import org.ketwork.bridge.ensemble.PredictiveEnsemble;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.Figure.Axis;
import org.ketwork.lab.figure.Figure.Curve;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Auroc;
import org.ketwork.numerics.statistics.Correlation;
import org.ketwork.numerics.statistics.Estimate;
import org.ketwork.numerics.statistics.TestResult;

/** Is a dropout network a mixture of pure sub-networks whose entropy is of use? */
public final class SubNetworksClaim implements Claim {
    private static final double ALPHA = 0.05;
    private static final double MARGIN = 0.01;
    private static final double EXACT = 1e-10;
    private static final double[] KEEP = {0.8, 0.5, 0.3};
    private static final double KEEP_OF_SCORES = 0.5;

    private static final Declaration DECLARATION = new Declaration(
            "sub-networks",
            "A dropout network is a mixture of pure sub-networks, and the entropy of the mixture is useful.",
            "Founding document 000 (a dropout network as a mixture of pure states)",
            "Definition b3: sub-network m is the ket ψ_m(c) = sqrt(P_m(c)), the network is ρ = mean of |ψ_m><ψ_m|,"
                    + " S = -Tr ρ ln ρ, N2 = 1/Tr ρ^2 without bias. H is the entropy of the mean prediction,"
                    + " BALD = H - mean of H(P_m).",
            List.of(
                    new Prediction(
                            "the entropies are in order",
                            "BALD ≤ S ≤ H and S ≤ H(weights) for every ensemble.",
                            "one of 2000 random ensembles breaks the order by more than 1e-10"),
                    new Prediction(
                            "S is the better score",
                            "S tells inputs that a digit network does not know from those it knows better than H and than BALD do.",
                            "over seeds S is worse than H or BALD on some kind of unknown inputs (paired t-tests, Holm over all"
                                    + " comparisons), or equal to both within " + MARGIN + " of AUROC on all"),
                    new Prediction(
                            "N2 predicts the gain of the ensemble",
                            "Networks of larger mean N2 gain more log-loss by averaging their passes.",
                            "the rank correlation over networks, of all keep probabilities and seeds together, is not positive"
                                    + " (permutation test)")),
            List.of(
                    new Control(
                            "certain members commute", "Members that are certain of a class make S, H and BALD equal."),
                    new Control(
                            "equal members are pure", "Members that agree make S and BALD zero and the purity one."),
                    new Control(
                            "no difference, no score",
                            "Between two halves of known inputs the AUROC of every score is 1/2 within 4 standard errors.")),
            ALPHA,
            "Ship the score that wins on your own unknown inputs (inspect --ood tells); take N2 near 1 as a sign that the masks give"
                    + " no diversity, and more passes as wasted then.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        EnsembleGoldens.enter(evidence);
        int violations = order(evidence, conditions);
        commutingControls(evidence);
        List<List<DigitEnsemble>> byKeep = train(conditions);
        List<DigitEnsemble> networks = byKeep.get(indexOf(KEEP_OF_SCORES));
        noDifference(evidence, networks.getFirst().known());
        String winner =
                new ScoreContest(networks, ALPHA, MARGIN).enter(evidence, "S is the better score", KEEP_OF_SCORES);
        double correlation = gain(evidence, conditions, byKeep);
        double accuracy = Estimate.of(
                        networks.stream().mapToDouble(DigitEnsemble::accuracy).toArray())
                .mean();
        return evidence.conclude(text(
                "BALD ≤ S ≤ H was broken by %d random ensembles; as scores for unknown inputs of digit networks (accuracy %.3f): %s; N2"
                        + " predicts the gain of averaging with rank correlation %.2f (definition b3).",
                violations, accuracy, winner, correlation));
    }

    private static int indexOf(double keep) {
        return Arrays.stream(KEEP).boxed().toList().indexOf(keep);
    }

    /** Returns how many random ensembles broke the order. */
    private static int order(Evidence.Builder evidence, Conditions conditions) {
        int trials = 2000;
        RandomStream random = conditions.random().at("ensembles").stream();
        int violations = 0;
        double[] bald = new double[trials];
        double[] between = new double[trials];
        double[] top = new double[trials];
        for (int trial = 0; trial < trials; trial++) {
            PredictiveEnsemble ensemble = randomEnsemble(random);
            bald[trial] = ensemble.bald();
            between[trial] = ensemble.vonNeumannEntropy();
            top[trial] = ensemble.predictiveEntropy();
            boolean ordered = bald[trial] <= between[trial] + EXACT
                    && between[trial] <= top[trial] + EXACT
                    && between[trial] <= ensemble.weightEntropy() + EXACT;
            violations += ordered ? 0 : 1;
        }
        evidence.finding(
                "the entropies are in order",
                violations == 0,
                violations + " of " + trials + " random ensembles broke it");
        evidence.figure(new Figure.Curves(
                "sandwich",
                "Random ensembles of class probabilities: S lies between BALD and H.",
                Axis.linear("S (nats)"),
                Axis.linear("BALD and H (nats)"),
                List.of(
                        Curve.points("H", Arrays.copyOf(between, 300), Arrays.copyOf(top, 300)),
                        Curve.points("BALD", Arrays.copyOf(between, 300), Arrays.copyOf(bald, 300)),
                        Curve.line("S", new double[] {0, 2}, new double[] {0, 2})),
                List.of()));
        return violations;
    }

    private static PredictiveEnsemble randomEnsemble(RandomStream random) {
        int members = 1 + random.nextInt(10);
        int classes = 2 + random.nextInt(8);
        double sharpness = Math.pow(10, 2 * random.nextDouble() - 1);
        Matrix probabilities = Matrix.zeros(members, classes);
        double[] weights = new double[members];
        for (int m = 0; m < members; m++) {
            weights[m] = random.nextDouble() + 1e-3;
            double[] e = new double[classes];
            for (int c = 0; c < classes; c++) {
                e[c] = Math.exp(sharpness * random.nextNormal());
            }
            double sum = Arrays.stream(e).sum();
            for (int c = 0; c < classes; c++) {
                probabilities.set(m, c, e[c] / sum);
            }
        }
        return new PredictiveEnsemble(weights, probabilities);
    }

    private static void commutingControls(Evidence.Builder evidence) {
        PredictiveEnsemble certain = new PredictiveEnsemble(
                new double[] {0.5, 0.3, 0.2},
                Matrix.of(new double[] {1, 0, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1}));
        double spread = Math.max(
                Math.abs(certain.vonNeumannEntropy() - certain.predictiveEntropy()),
                Math.abs(certain.vonNeumannEntropy() - certain.bald()));
        evidence.control(
                "certain members commute",
                spread <= EXACT && certain.vonNeumannEntropy() > 1,
                text("S = %.6f, largest difference %.1e", certain.vonNeumannEntropy(), spread));
        PredictiveEnsemble equal =
                PredictiveEnsemble.ofSamples(Matrix.of(new double[] {0.7, 0.3}, new double[] {0.7, 0.3}));
        evidence.control(
                "equal members are pure",
                equal.vonNeumannEntropy() <= EXACT
                        && equal.bald() <= EXACT
                        && Math.abs(equal.states().purity() - 1) <= EXACT,
                text(
                        "S = %.1e, BALD = %.1e, purity = %.12f",
                        equal.vonNeumannEntropy(), equal.bald(), equal.states().purity()));
    }

    /** Networks by keep probability, then by seed. */
    private static List<List<DigitEnsemble>> train(Conditions conditions) {
        int seeds = conditions.size().choose(6, 12, 30);
        int hidden = conditions.size().choose(48, 128, 256);
        int epochs = conditions.size().choose(12, 40, 80);
        int passes = conditions.size().choose(60, 200, 500);
        List<DigitEnsemble> all = conditions.workers().map(KEEP.length * seeds, task -> {
            DigitEnsemble.Plan plan = new DigitEnsemble.Plan(KEEP[task / seeds], hidden, epochs, passes);
            return DigitEnsemble.train(plan, conditions.random().at("network").at(task % seeds), conditions.workers());
        });
        List<List<DigitEnsemble>> byKeep = new ArrayList<>();
        for (int k = 0; k < KEEP.length; k++) {
            byKeep.add(all.subList(k * seeds, (k + 1) * seeds));
        }
        return byKeep;
    }

    private static void noDifference(Evidence.Builder evidence, PredictionAnatomy known) {
        int half = known.samples() / 2;
        double worst = 0;
        for (ScoreContest.Score score : ScoreContest.SCORES) {
            double[] values = score.values().apply(known);
            // Samples come sorted by their place in the file; odd against even ones mixes classes alike.
            double[] odd = new double[half];
            double[] even = new double[half];
            for (int i = 0; i < half; i++) {
                even[i] = values[2 * i];
                odd[i] = values[2 * i + 1];
            }
            Auroc auroc = Auroc.of(odd, even);
            worst = Math.max(worst, Math.abs(auroc.area() - 0.5) / auroc.standardError());
        }
        evidence.control(
                "no difference, no score", worst < 4, text("largest deviation from 1/2: %.2f standard errors", worst));
    }

    private static double gain(Evidence.Builder evidence, Conditions conditions, List<List<DigitEnsemble>> byKeep) {
        List<Curve> curves = new ArrayList<>();
        List<Double> members = new ArrayList<>();
        List<Double> gains = new ArrayList<>();
        List<String> within = new ArrayList<>();
        for (int k = 0; k < byKeep.size(); k++) {
            double[] x = byKeep.get(k).stream()
                    .mapToDouble(net -> net.known().mean(net.known().effectiveMembers()))
                    .toArray();
            double[] y = byKeep.get(k).stream().mapToDouble(DigitEnsemble::gain).toArray();
            Arrays.stream(x).forEach(members::add);
            Arrays.stream(y).forEach(gains::add);
            curves.add(Curve.points("keep probability " + KEEP[k], x, y));
            within.add(text("%.2f at p = %s", Correlation.spearman(x, y), KEEP[k]));
        }
        TestResult test = Correlation.spearmanTest(
                members.stream().mapToDouble(Double::doubleValue).toArray(),
                gains.stream().mapToDouble(Double::doubleValue).toArray(),
                Alternative.GREATER,
                conditions.size().choose(2000, 10_000, 100_000),
                conditions.random().at("permutations"));
        evidence.test("N2 against gain, over networks", test, ALPHA);
        evidence.finding(
                "N2 predicts the gain of the ensemble",
                test.rejects(ALPHA),
                text(
                        "rank correlation %.3f over %d networks, p = %.4f; among networks of one keep probability %s",
                        test.effect(), members.size(), test.p(), String.join(", ", within)));
        evidence.figure(new Figure.Curves(
                "gain",
                "Each point is a network: its effective number of sub-networks on known digits, and what averaging its passes gains.",
                Axis.linear("mean N2"),
                Axis.linear("gain in log-loss (nats)"),
                curves,
                List.of()));
        return test.effect();
    }
}

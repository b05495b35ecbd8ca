package org.ketwork.claims.complementarity;

import static org.ketwork.lab.claim.Wording.text;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.claim.Outcome;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.measure.Chsh;
import org.ketwork.quantum.measure.JointMeasurability;
import org.ketwork.quantum.measure.LeggettGarg;
import org.ketwork.quantum.measure.ParentSearch;
import org.ketwork.quantum.measurement.MutuallyUnbiasedBases;
import org.ketwork.quantum.measurement.Povm;
import org.ketwork.quantum.operator.Operators;
import org.ketwork.quantum.state.States;

/** How much noise makes complementary observables measurable together. */
public final class JointMeasurabilityClaim implements Claim {
    static final double ALPHA = 1e-4;
    private static final double[] X = {1, 0, 0};
    private static final double[] Z = {0, 0, 1};
    private static final double ROOT_HALF = Math.sqrt(0.5);

    private static final Declaration DECLARATION = new Declaration(
            "joint-measurability",
            "Complementary observables become measurable together at definite thresholds of noise.",
            "Founding document 000, section 3.4 (co-measurability); Busch, Phys. Rev. D 33, 2253 (1986); Designolle, Farkas, Kaniewski,"
                    + " New J. Phys. 21, 113053 (2019)",
            "Observables are jointly measurable iff they are marginals of one parent POVM. Noise is white: E becomes ηE + (1 − η)"
                    + " Tr(E) I/d. Thresholds: two qubit observables |a + b| + |a − b| ≤ 2; three Paulis 1/√3; two unbiased bases"
                    + " of dimension d (√d + 2)/(2(√d + 1)).",
            List.of(
                    new Prediction(
                            "pairs",
                            "Two unbiased qubit observables have a parent exactly when |a + b| + |a − b| ≤ 2.",
                            "a search that knows no criterion finds a parent where there should be none, or proves that there is none"
                                    + " where there should be one"),
                    new Prediction(
                            "three Paulis",
                            "X, Y and Z have a parent up to 1/√3 and none above.",
                            "the parent at the threshold is no POVM or has other marginals, or the witness allows more"),
                    new Prediction(
                            "unbiased bases",
                            "Two unbiased bases of dimension 2 to 5 and 7 have a parent up to the threshold and none above.",
                            "the parent at the threshold is no POVM or has other marginals, or the witness allows more"),
                    new Prediction(
                            "one number",
                            "The same 1/√2 bounds joint measurability of X and Z, Bell violation of Werner states, and violation of"
                                    + " the Leggett-Garg inequality by a dephased qubit.",
                            "one of the three thresholds, found by bisection, differs by more than 1e-9")),
            List.of(
                    new Control(
                            "sharp X and Z", "The search proves that two sharp orthogonal observables have no parent."),
                    new Control("one observable twice", "The search finds a parent of two equal sharp observables."),
                    new Control(
                            "parent in the laboratory",
                            "Sampled outcomes of the parent have the statistics of both noisy observables."),
                    new Control(
                            "sharper than allowed",
                            "The same samples are told apart from observables with 0.1 more visibility.")),
            ALPHA,
            "Two features that one read-out must serve cost visibility: plan with 71 % for a pair, 58 % for three, or read them on"
                    + " different copies.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        double pair = JointMeasurability.robustness(X, Z);
        evidence.number("pair of orthogonal observables", pair, 0.707106781186548, 1e-14);
        evidence.number("three Paulis", JointMeasurability.robustnessOfThreePaulis(), 0.577350269189626, 1e-14);
        double[] table = {0.70711, 0.68301, 0.66667, 0.65451};
        for (int d = 2; d <= 5; d++) {
            evidence.number(
                    "two unbiased bases, d = " + d, JointMeasurability.robustnessOfUnbiasedPair(d), table[d - 2], 5e-6);
        }
        int pairs = conditions.size().choose(200, 2000, 20000);
        int disagreements = pairs(evidence, conditions, pairs);
        threePaulis(evidence);
        unbiasedBases(evidence);
        oneNumber(evidence);
        searchControls(evidence);
        ParentLaboratory.enter(evidence, conditions, pair);
        evidence.figure(MeasurabilityFigures.thresholds());
        evidence.figure(MeasurabilityFigures.slack());
        return evidence.conclude(text(
                "A search over all parents disagrees with |a + b| + |a − b| ≤ 2 on %d of %d random pairs; X and Z fit together up to"
                        + " %.6f, X, Y and Z up to %.6f, two unbiased bases of dimension 5 up to %.5f.",
                disagreements,
                pairs,
                pair,
                JointMeasurability.robustnessOfThreePaulis(),
                JointMeasurability.robustnessOfUnbiasedPair(5)));
    }

    /** Enters the finding and returns the number of disagreements. */
    private static int pairs(Evidence.Builder evidence, Conditions conditions, int count) {
        RandomAddress address = conditions.random().at("pairs");
        // 0: agreement, 1: disagreement, 2: too close to the threshold for the search to say.
        double[] outcomes = conditions.workers().mapToDouble(count, i -> {
            double[] a = inBall(address.at(i, 0));
            double[] b = inBall(address.at(i, 1));
            ParentSearch.Slack slack = ParentSearch.slack(a, b, 1e-9);
            boolean undecided = slack.lower() < 0 && slack.upper() >= 0;
            return undecided ? 2 : (slack.lower() >= 0) == JointMeasurability.compatible(a, b) ? 0 : 1;
        });
        int wrong = 0;
        int close = 0;
        for (double outcome : outcomes) {
            wrong += outcome == 1 ? 1 : 0;
            close += outcome == 2 ? 1 : 0;
        }
        evidence.finding(
                "pairs",
                wrong > 0 ? Outcome.REFUTED : close < count / 100 ? Outcome.HOLDS : Outcome.INCONCLUSIVE,
                count + " random pairs: " + wrong + " disagreements, " + close + " within 1e-9 of the threshold");
        return wrong;
    }

    /** Uniform in the ball of radius 1. */
    private static double[] inBall(RandomAddress address) {
        double[] v = {address.normal(0), address.normal(1), address.normal(2)};
        double scale = Math.cbrt(address.uniform(3)) / Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        return new double[] {scale * v[0], scale * v[1], scale * v[2]};
    }

    private static void threePaulis(Evidence.Builder evidence) {
        double eta = JointMeasurability.robustnessOfThreePaulis();
        List<ComplexMatrix> zxy = MutuallyUnbiasedBases.complete(2);
        List<ComplexMatrix> xyz = List.of(zxy.get(1), zxy.get(2), zxy.get(0));
        double defect = marginalDefect(JointMeasurability.parentOfThreePaulis(eta), xyz, eta);
        double bound = JointMeasurability.upperBound(xyz.toArray(ComplexMatrix[]::new));
        evidence.finding(
                "three Paulis",
                defect < 1e-12 && Math.abs(bound - eta) < 1e-12,
                text("parent reproduces marginals to %.1e; witness allows %.15f", defect, bound));
    }

    private static void unbiasedBases(Evidence.Builder evidence) {
        double worstDefect = 0;
        double worstGap = 0;
        for (int d : new int[] {2, 3, 4, 5, 7}) {
            double eta = JointMeasurability.robustnessOfUnbiasedPair(d);
            ComplexMatrix a = ComplexMatrix.identity(d);
            ComplexMatrix b = Operators.fourier(d);
            Povm parent = JointMeasurability.parentOfUnbiasedPair(a, b);
            worstDefect = Math.max(worstDefect, marginalDefect(parent, List.of(a, b), eta));
            worstGap = Math.max(worstGap, Math.abs(JointMeasurability.upperBound(a, b) - eta));
        }
        evidence.finding(
                "unbiased bases",
                worstDefect < 1e-12 && worstGap < 1e-12,
                text(
                        "parents reproduce marginals to %.1e; witness and threshold differ by at most %.1e",
                        worstDefect, worstGap));
    }

    private static double marginalDefect(Povm parent, List<ComplexMatrix> bases, double eta) {
        int[] shape = new int[bases.size()];
        Arrays.fill(shape, bases.getFirst().rows());
        double worst = 0;
        for (int i = 0; i < shape.length; i++) {
            Povm marginal = JointMeasurability.marginal(parent, shape, i);
            Povm noisy = Povm.basis(bases.get(i)).withWhiteNoise(eta);
            for (int k = 0; k < shape[i]; k++) {
                worst = Math.max(
                        worst, marginal.effect(k).minus(noisy.effect(k)).maxAbs());
            }
        }
        return worst;
    }

    private static void oneNumber(Evidence.Builder evidence) {
        double measurable = root(eta -> -ParentSearch.slack(new double[] {eta, 0, 0}, new double[] {0, 0, eta}, 1e-13)
                .lower());
        double bell = root(p -> Chsh.maximum(States.werner(p)) - Chsh.CLASSICAL_BOUND);
        double time = root(v -> LeggettGarg.maximum(v) - LeggettGarg.CLASSICAL_BOUND);
        boolean same = true;
        for (double threshold : new double[] {measurable, bell, time}) {
            same &= Math.abs(threshold - ROOT_HALF) < 1e-9;
        }
        evidence.number("Leggett-Garg maximum at visibility 0.9", LeggettGarg.maximum(0.9), 1.31, 1e-14);
        evidence.finding("one number", same, text("thresholds %.10f, %.10f, %.10f", measurable, bell, time));
    }

    /** Where an increasing function on [0.5, 1] crosses zero. */
    private static double root(DoubleUnaryOperator f) {
        double low = 0.5;
        double high = 1;
        for (int step = 0; step < 45; step++) {
            double middle = (low + high) / 2;
            if (f.applyAsDouble(middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    private static void searchControls(Evidence.Builder evidence) {
        ParentSearch.Slack sharp = ParentSearch.slack(X, Z, 1e-10);
        ParentSearch.Slack equal = ParentSearch.slack(X, X, 1e-10);
        evidence.control(
                "sharp X and Z",
                sharp.upper() < 0,
                text("smallest eigenvalue of any parent at most %.6f", sharp.upper()));
        evidence.control(
                "one observable twice",
                equal.lower() > -1e-9,
                text("a parent with smallest eigenvalue %.1e", equal.lower()));
    }
}

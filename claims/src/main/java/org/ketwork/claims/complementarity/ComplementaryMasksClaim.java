package org.ketwork.claims.complementarity;

import static org.ketwork.lab.claim.Wording.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ketwork.bridge.decoherence.CoherenceBudget;
import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.Figure.Axis;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.BlockTied;
import org.ketwork.neural.mask.KOfD;
import org.ketwork.neural.mask.RealMaskLaw;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.PairedTests;
import org.ketwork.numerics.statistics.TestResult;

/** Dropout masks as observables: do they exclude each other as position and momentum do? */
public final class ComplementaryMasksClaim implements Claim {
    static final double ALPHA = 1e-4;

    private static final Declaration DECLARATION = new Declaration(
            "complementary-masks",
            "Dropout masks are complementary observables: what one shows, another must hide.",
            "Founding document 000, section 3.4 (co-measurability and complementarity)",
            "A mask is the projector P on the units it keeps. Complementary observables do not commute, [P, Q] ≠ 0, and their readings"
                    + " have no joint distribution: some cycle of pairwise readings exceeds n − 2. What remains classically: the"
                    + " coherence C_ij = P(j kept | i kept) has the budget Σ_{i≠j} C_ij = E[K(K−1)]/p, and pairs never kept"
                    + " together stay unknown.",
            List.of(
                    new Prediction(
                            "masks do not commute",
                            "Some two masks of a layer have a commutator that is not zero.",
                            "the commutators of all pairs of the 64 masks of 6 units are exactly zero"),
                    new Prediction(
                            "no joint distribution",
                            "Units read two at a time under masks exceed 2 in some cycle of four or 3 in some cycle of five.",
                            "with values that do not depend on the mask, no cycle of 12 pixels or 12 hidden units exceeds its bound"),
                    new Prediction(
                            "coherence is rationed",
                            "At a fixed law of mask sizes the coherences of all pairs have a fixed sum.",
                            "the budget identity fails by more than 1e-12 for a mask law"),
                    new Prediction(
                            "unseen pairs stay unknown",
                            "Masked data tell the covariance of a pair with the stated variance, and of a pair never kept together only an"
                                    + " interval.",
                            "the measured variance differs from the formula (t-tests, Holm), or a correlation inside the interval is not possible,"
                                    + " or one outside it is")),
            List.of(
                    new Control(
                            "random subspaces do not commute",
                            "Projectors on random subspaces, complex and real, have the mean squared commutator of Haar's measure"
                                    + " (t-tests, Holm)."),
                    new Control(
                            "a Bell pair exceeds 2",
                            "The same readings taken of two entangled qubits exceed 2, and reach 2√2 within their error."),
                    new Control(
                            "a qutrit exceeds 3",
                            "The same readings taken of the five questions to a qutrit exceed 3, and reach 4√5 − 5 within their error."),
                    new Control(
                            "signalling is noticed",
                            "Deep units, whose values depend on the mask, have means that depend on the context; frozen ones have not.")),
            ALPHA,
            "Do not read a mask trade-off as quantum complementarity: it is a budget. If two units must be known together, let masks keep"
                    + " them together more often, and pay with other pairs.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        double masks = Commutators.enter(evidence, conditions);
        double below = MaskContexts.enter(evidence, conditions);
        double budget = budget(evidence);
        double variance = UnseenPairs.enter(evidence, conditions);
        return evidence.conclude(text(
                "The largest commutator of two masks is %.0f; pairwise readings of frozen units stay at least %.3f below the bound of a"
                        + " joint distribution; the budget of coherence closes to %.1e, and the variance of a masked covariance"
                        + " differs from the formula by %.1f %%.",
                masks, below, budget, 100 * variance));
    }

    /** Enters a t-test of "the mean is as expected" and returns its p-value. */
    static double meanIs(Evidence.Builder evidence, String name, double[] values, double expected) {
        TestResult test = PairedTests.t(values, expected, Alternative.TWO_SIDED);
        evidence.test(name, test, ALPHA);
        return test.p();
    }

    /** Enters the finding and returns the largest difference between spent and allowed. */
    private static double budget(Evidence.Builder evidence) {
        List<String> names = new ArrayList<>();
        List<Double> spent = new ArrayList<>();
        List<Double> allowed = new ArrayList<>();
        Map<String, RealMaskLaw> laws = new LinkedHashMap<>();
        laws.put("independent, p = 0.7", new Bernoulli(0.7));
        laws.put("independent, p = 0.3", new Bernoulli(0.3));
        laws.put("4 of 8", new KOfD(4, 8));
        laws.put("1 of 8", new KOfD(1, 8));
        laws.put("tied pairs, p = 0.5", BlockTied.consecutive(0.5, 8, 2));
        for (Map.Entry<String, RealMaskLaw> entry : laws.entrySet()) {
            RealMaskLaw law = entry.getValue();
            names.add(entry.getKey());
            spent.add(CoherenceBudget.spent(law.coherence(8)));
            allowed.add(CoherenceBudget.allowed(law.sizeLaw(8).orElseThrow()));
        }
        // Four of eight units in tied pairs: two of four blocks, all choices alike.
        MaskTable blocks = MaskTable.kOfD(4, 2);
        Matrix masks = Matrix.zeros(blocks.count(), 8);
        for (int m = 0; m < blocks.count(); m++) {
            for (int i = 0; i < 8; i++) {
                masks.set(m, i, blocks.masks().get(m, i / 2));
            }
        }
        Matrix tied = new MaskTable(masks, blocks.probabilities()).moments().coherence();
        names.add("4 of 8 in tied pairs");
        spent.add(CoherenceBudget.spent(tied));
        allowed.add(CoherenceBudget.allowed(new double[] {0, 0, 0, 0, 1, 0, 0, 0, 0}));
        double worst = 0;
        for (int i = 0; i < names.size(); i++) {
            worst = Math.max(worst, Math.abs(spent.get(i) - allowed.get(i)));
        }
        evidence.number(
                "4 of 8: coherence of a pair", new KOfD(4, 8).coherence(8).get(0, 1), 3.0 / 7, 1e-14);
        evidence.number(
                "1 of 8: coherence of a pair", new KOfD(1, 8).coherence(8).get(0, 1), 0, 1e-14);
        evidence.finding(
                "coherence is rationed",
                worst <= 1e-12,
                text(
                        "%d laws, largest difference %.1e; tying pairs of 4-of-8 lifts their coherence from %.3f to %.0f and lowers"
                                + " all others to %.3f",
                        names.size(), worst, 3.0 / 7, tied.get(0, 1), tied.get(0, 2)));
        evidence.figure(new Figure.Bars(
                "budget",
                "The sum of all coherences, and what the law of mask sizes allows, for 8 units.",
                Axis.linear("Σ C_ij over i ≠ j"),
                names,
                List.of(
                        new Figure.BarSeries("spent", toArray(spent), Optional.empty()),
                        new Figure.BarSeries("allowed", toArray(allowed), Optional.empty()))));
        return worst;
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

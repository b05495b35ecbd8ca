package org.ketwork.claims.complementarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ketwork.bridge.comeasurement.MaskedCovariance;
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
import org.ketwork.lab.figure.Figure.Curve;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.neural.mask.BlockTied;
import org.ketwork.neural.mask.KOfD;
import org.ketwork.neural.mask.RealMaskLaw;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.SymmetricEigen;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.Estimate;
import org.ketwork.numerics.statistics.Holm;
import org.ketwork.numerics.statistics.PairedTests;
import org.ketwork.numerics.statistics.TestResult;
import org.ketwork.quantum.operator.Operators;
import org.ketwork.quantum.operator.RandomSubspace;

/** Dropout masks as observables: do they exclude each other as position and momentum do? */
public final class ComplementaryMasksClaim implements Claim {
    static final double ALPHA = 1e-4;

    private static final int[][] RANKS = {{4, 1, 1}, {4, 2, 2}, {8, 2, 5}, {8, 4, 4}, {16, 8, 8}};
    private static final double[] COMPLEX = {0.3, 8.0 / 15, 5.0 / 7, 1.015873015873016, 2.007843137254902};
    private static final double[] REAL = {0.25, 4.0 / 9, 9.0 / 14, 0.914285714285714, 1.896296296296296};

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
        double masks = commutators(evidence, conditions);
        double below = MaskContexts.enter(evidence, conditions);
        double budget = budget(evidence);
        double variance = unseenPairs(evidence, conditions);
        return evidence.conclude(String.format(
                Locale.ROOT,
                "The largest commutator of two masks is %.0f; pairwise readings of frozen units stay at least %.3f below the bound of a"
                        + " joint distribution; the budget of coherence closes to %.1e, and the variance of a masked covariance"
                        + " differs from the formula by %.1f %%.",
                masks,
                below,
                budget,
                100 * variance));
    }

    private static double commutators(Evidence.Builder evidence, Conditions conditions) {
        int units = 6;
        double largest = 0;
        for (int p = 0; p < 1 << units; p++) {
            for (int q = 0; q < p; q++) {
                ComplexMatrix commutator = Operators.commutator(mask(units, p), mask(units, q));
                largest = Math.max(largest, commutator.frobeniusNorm());
            }
        }
        evidence.finding(
                "masks do not commute", largest > 0, "largest commutator of the 64 masks of 6 units: " + largest);

        int samples = conditions.size().choose(1000, 10_000, 100_000);
        double[] p = new double[2 * RANKS.length];
        List<String> kinds = new ArrayList<>();
        Estimate[][] measured = new Estimate[2][RANKS.length];
        for (int i = 0; i < RANKS.length; i++) {
            int[] r = RANKS[i];
            String name = "d = " + r[0] + ", ranks " + r[1] + " and " + r[2];
            kinds.add(name);
            double complex = RandomSubspace.meanSquaredCommutator(r[0], r[1], r[2]);
            double real = RandomSubspace.meanSquaredRealCommutator(r[0], r[1], r[2]);
            evidence.number("squared commutator, complex, " + name, complex, COMPLEX[i], 1e-14);
            evidence.number("squared commutator, real, " + name, real, REAL[i], 1e-14);
            RandomAddress address = conditions.random().at("subspaces").at(i);
            double[] ofComplex = conditions
                    .workers()
                    .mapToDouble(
                            samples,
                            s -> squaredCommutator(
                                    RandomSubspace.complexProjector(r[0], r[1], address.at(s, 0)),
                                    RandomSubspace.complexProjector(r[0], r[2], address.at(s, 1))));
            double[] ofReal = conditions
                    .workers()
                    .mapToDouble(
                            samples,
                            s -> squaredCommutator(
                                    ComplexMatrix.real(RandomSubspace.realProjector(r[0], r[1], address.at(s, 2))),
                                    ComplexMatrix.real(RandomSubspace.realProjector(r[0], r[2], address.at(s, 3)))));
            p[2 * i] = meanIs(evidence, "complex subspaces, " + name, ofComplex, complex);
            p[2 * i + 1] = meanIs(evidence, "real subspaces, " + name, ofReal, real);
            measured[0][i] = Estimate.of(ofComplex);
            measured[1][i] = Estimate.of(ofReal);
        }
        double least = Holm.least(p);
        evidence.control(
                "random subspaces do not commute",
                least > ALPHA,
                samples + " pairs of each of " + p.length + " kinds, least Holm p-value " + least);
        evidence.figure(new Figure.Bars(
                "commutators",
                "Mean squared commutator of projectors on random subspaces, formula and sample; bars show standard errors. Any two"
                        + " masks have zero.",
                Axis.linear("mean squared Frobenius norm of [P, Q]"),
                kinds,
                List.of(
                        new Figure.BarSeries("complex, formula", COMPLEX, Optional.empty()),
                        sampled("complex, sampled", measured[0]),
                        new Figure.BarSeries("real, formula", REAL, Optional.empty()),
                        sampled("real, sampled", measured[1]))));
        return largest;
    }

    private static Figure.BarSeries sampled(String name, Estimate[] estimates) {
        return new Figure.BarSeries(
                name,
                Arrays.stream(estimates).mapToDouble(Estimate::mean).toArray(),
                Optional.of(Arrays.stream(estimates)
                        .mapToDouble(Estimate::standardError)
                        .toArray()));
    }

    private static ComplexMatrix mask(int units, int kept) {
        double[] diagonal = new double[units];
        for (int i = 0; i < units; i++) {
            diagonal[i] = kept >> i & 1;
        }
        return ComplexMatrix.real(Matrix.diagonal(diagonal));
    }

    private static double squaredCommutator(ComplexMatrix p, ComplexMatrix q) {
        double norm = Operators.commutator(p, q).frobeniusNorm();
        return norm * norm;
    }

    /** Enters a t-test of "the mean is as expected" and returns its p-value. */
    private static double meanIs(Evidence.Builder evidence, String name, double[] values, double expected) {
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
                String.format(
                        Locale.ROOT,
                        "%d laws, largest difference %.1e; tying pairs of 4-of-8 lifts their coherence from %.3f to %.0f and lowers"
                                + " all others to %.3f",
                        names.size(),
                        worst,
                        3.0 / 7,
                        tied.get(0, 1),
                        tied.get(0, 2)));
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

    private static double unseenPairs(Evidence.Builder evidence, Conditions conditions) {
        double[][] ranges = {{0.6, -0.28, 1}, {0.9, 0.62, 1}};
        boolean sharp = true;
        for (double[] range : ranges) {
            MaskedCovariance.Range known = MaskedCovariance.unobservedCorrelation(range[0], range[0]);
            evidence.number("unseen pair, both seen at " + range[0] + ": low", known.low(), range[1], 1e-14);
            evidence.number("unseen pair, both seen at " + range[0] + ": high", known.high(), range[2], 1e-14);
            for (int i = -50; i <= 50; i++) {
                double ab = i / 50.0;
                double distance = Math.min(ab - known.low(), known.high() - ab);
                double smallest = SymmetricEigen.values(
                        Matrix.of(new double[] {1, ab, range[0]}, new double[] {ab, 1, range[0]}, new double[] {
                            range[0], range[0], 1
                        }))[0];
                sharp &= Math.abs(distance) < 1e-12 || smallest >= -1e-12 == distance > 0;
            }
        }
        Matrix covariance = Matrix.of(new double[] {1, 0.5}, new double[] {0.5, 2});
        MaskedCovariance masked = new MaskedCovariance(covariance, 0.6);
        int rows = 20;
        int repeats = conditions.size().choose(20_000, 200_000, 2_000_000);
        RandomAddress address = conditions.random().at("masked covariance");
        double[] offDiagonal = new double[repeats];
        double[] diagonal = new double[repeats];
        List<double[]> squares = conditions.workers().map(repeats, r -> squaredErrors(masked, rows, address.at(r)));
        for (int r = 0; r < repeats; r++) {
            offDiagonal[r] = squares.get(r)[0];
            diagonal[r] = squares.get(r)[1];
        }
        double least = Holm.least(
                meanIs(
                        evidence,
                        "variance of a masked covariance, off the diagonal",
                        offDiagonal,
                        masked.variance(0, 1, rows)),
                meanIs(
                        evidence,
                        "variance of a masked covariance, on the diagonal",
                        diagonal,
                        masked.variance(1, 1, rows)));
        evidence.finding(
                "unseen pairs stay unknown",
                least > ALPHA && sharp,
                String.format(
                        Locale.ROOT,
                        "variance off the diagonal %.4f (formula %.4f), on it %.4f (formula %.4f); least Holm p-value %.2g; intervals sharp: %b",
                        Estimate.of(offDiagonal).mean(),
                        masked.variance(0, 1, rows),
                        Estimate.of(diagonal).mean(),
                        masked.variance(1, 1, rows),
                        least,
                        sharp));
        evidence.figure(intervalFigure());
        return Estimate.of(offDiagonal).mean() / masked.variance(0, 1, rows) - 1;
    }

    /** Squared errors of entries (0, 1) and (1, 1) estimated from masked rows of N(0, ((1, 0.5), (0.5, 2))). */
    private static double[] squaredErrors(MaskedCovariance masked, int rows, RandomAddress address) {
        Matrix data = Matrix.zeros(rows, 2);
        for (int i = 0; i < rows; i++) {
            double a = address.normal(4L * i);
            double b = 0.5 * a + Math.sqrt(1.75) * address.normal(4L * i + 1);
            data.set(i, 0, address.bernoulli(4L * i + 2, masked.keep()) ? a : 0);
            data.set(i, 1, address.bernoulli(4L * i + 3, masked.keep()) ? b : 0);
        }
        Matrix estimate = masked.estimate(data);
        double off = estimate.get(0, 1) - 0.5;
        double on = estimate.get(1, 1) - 2;
        return new double[] {off * off, on * on};
    }

    private static Figure intervalFigure() {
        int count = 41;
        double[] seen = new double[count];
        double[] low = new double[count];
        double[] high = new double[count];
        double[] middle = new double[count];
        for (int i = 0; i < count; i++) {
            seen[i] = i / (count - 1.0);
            MaskedCovariance.Range range = MaskedCovariance.unobservedCorrelation(seen[i], seen[i]);
            low[i] = range.low();
            high[i] = range.high();
            middle[i] = seen[i] * seen[i];
        }
        return new Figure.Curves(
                "unseen-pair",
                "All correlations that two units can have that no mask keeps together, when each has the given correlation with a"
                        + " third.",
                Axis.linear("correlation of both with the third"),
                Axis.linear("correlation of the unseen pair"),
                List.of(Curve.banded("middle, with all that is possible", seen, middle, low, high)),
                List.of());
    }
}

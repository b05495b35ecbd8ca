package org.ketwork.claims.decoherence;

import java.util.Arrays;
import java.util.List;
import org.ketwork.bridge.regression.MarchenkoPastur;
import org.ketwork.bridge.regression.SubspaceEnsemble;
import org.ketwork.bridge.regression.SubspaceRisk;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.claim.Outcome;
import org.ketwork.lab.figure.Figure;
import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Equivalence;
import org.ketwork.numerics.statistics.Estimate;
import org.ketwork.numerics.statistics.TestResult;

/** Masks that are refitted: infinitely many least squares on random subsets of the features, against the best ridge. */
final class FeatureSubsets {
    /** Share of the risk of the best ridge by which the two may differ. */
    static final double MARGIN = 0.05;

    private static final int SAMPLES = 100;
    private static final int UNITS = 50;
    /** Members drawn at the best size, and at the sizes that only the figure shows. */
    private static final int MEMBERS = 40;

    private static final int FEW_MEMBERS = 10;
    /** Positions in the list of sizes. */
    private static final int BEST = 3;

    private static final int ALL = 4;
    private static final double SIGNAL = 1;
    private static final double NOISE = 0.25;

    private FeatureSubsets() {}

    /** Excess risks on one data set: of the ensemble at each size, and of the best ridge. */
    private record Risks(double[] ensemble, double ridge) {}

    /** Enters numbers, finding, control and figure; returns the mean relative difference from the best ridge. */
    static double enter(Evidence.Builder evidence, Conditions conditions, double alpha) {
        for (double aspect : new double[] {0.5, 1, 2}) {
            evidence.number(
                    "subsets of features at the best size, risk at γ = " + aspect,
                    limit(aspect).optimalRisk(),
                    new MarchenkoPastur(aspect, SIGNAL, NOISE).optimalRisk(),
                    1e-12);
        }
        SubspaceRisk limit = limit((double) UNITS / SAMPLES);
        int best = (int) Math.round(limit.optimalShare() * UNITS);
        int[] sizes = {10, 20, 30, best, UNITS};
        int repeats = conditions.size().choose(400, 2000, 10_000);
        List<Risks> risks = conditions
                .workers()
                .map(
                        repeats,
                        r -> risks(sizes, conditions.random().at("subsets").at(r)));

        double margin = MARGIN * limit.optimalRisk();
        double[] gap =
                risks.stream().mapToDouble(r -> r.ensemble[BEST] - r.ridge).toArray();
        TestResult equivalent = Equivalence.mean(gap, -margin, margin);
        evidence.test("subsets of " + best + " of 50 features equivalent to the best ridge", equivalent, alpha);
        evidence.finding(
                "feature-subsets",
                EquivalenceRule.outcome(gap, -margin, margin, alpha),
                "risk minus that of the best ridge " + equivalent.effect() + ", margin ±" + margin + ", p-value "
                        + equivalent.p());
        double[] whole =
                risks.stream().mapToDouble(r -> r.ensemble[ALL] - r.ridge).toArray();
        evidence.control(
                "all-features",
                EquivalenceRule.outcome(whole, -margin, margin, alpha) == Outcome.REFUTED,
                "risk minus that of the best ridge " + Estimate.of(whole).mean());
        figure(evidence, limit, sizes, risks);
        return Estimate.of(gap).mean() / limit.optimalRisk();
    }

    private static SubspaceRisk limit(double aspect) {
        return new SubspaceRisk(aspect, SIGNAL, NOISE);
    }

    private static Risks risks(int[] sizes, RandomAddress address) {
        IsotropicData data = IsotropicData.draw(SAMPLES, UNITS, SIGNAL, NOISE, address.at("data").stream());
        double[] ensemble = new double[sizes.length];
        for (int k = 0; k < sizes.length; k++) {
            ensemble[k] = new SubspaceEnsemble(data.x(), data.y(), sizes[k])
                    .squaredDistance(
                            data.weights(),
                            k == BEST ? MEMBERS : FEW_MEMBERS,
                            address.at("members").at(k));
        }
        // The penalty nλ* = σ²d/S is that of the prior variance S/d of each weight.
        Matrix penalised =
                data.x().transposeTimes(data.x()).plus(Matrix.identity(UNITS).scale(NOISE * UNITS / SIGNAL));
        double[] ridge = LinearSystem.solve(penalised, data.x().transposeTimes(data.y()));
        return new Risks(ensemble, data.excessRisk(ridge));
    }

    private static void figure(Evidence.Builder evidence, SubspaceRisk limit, int[] sizes, List<Risks> risks) {
        double[] share = new double[50];
        Arrays.setAll(share, k -> (k + 1) / 50.0);
        double[] ridge = new double[share.length];
        Arrays.fill(ridge, new MarchenkoPastur(limit.aspect(), SIGNAL, NOISE).optimalRisk());
        double[] at = Arrays.stream(sizes).mapToDouble(k -> (double) k / UNITS).toArray();
        double[] mean = new double[sizes.length];
        Arrays.setAll(
                mean,
                k -> risks.stream().mapToDouble(r -> r.ensemble[k]).average().orElseThrow());
        evidence.figure(new Figure.Curves(
                "regression-subsets",
                "Excess risk of infinitely many least squares on random subsets of the features, two samples a feature: at the"
                        + " best size of subset it touches the risk of the best ridge.",
                Figure.Axis.linear("share of features in each member"),
                Figure.Axis.linear("excess risk"),
                List.of(
                        Figure.Curve.line(
                                "subsets, limit",
                                share,
                                Arrays.stream(share).map(limit::risk).toArray()),
                        Figure.Curve.points("subsets, n = 100", at, mean),
                        Figure.Curve.line("best ridge, limit", share, ridge)),
                List.of(Figure.Mark.at("best share", limit.optimalShare()))));
    }
}

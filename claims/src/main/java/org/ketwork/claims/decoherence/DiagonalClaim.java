package org.ketwork.claims.decoherence;

import static org.ketwork.lab.claim.Wording.text;

import java.util.List;
import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.bridge.decoherence.MaskedAmplitudes;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.neural.mask.Bernoulli;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.statistics.Alternative;
import org.ketwork.numerics.statistics.PairedTests;
import org.ketwork.numerics.statistics.TestResult;
import org.ketwork.quantum.channel.Kraus;
import org.ketwork.quantum.noise.AmplitudeDamping;
import org.ketwork.quantum.state.Ket;

/** The founding statement that the keep probability sits on the diagonal of a density matrix, taken at its word. */
public final class DiagonalClaim implements Claim {
    private static final double EXACT = 1e-12;
    private static final double ALPHA = 1e-3;
    private static final Ket PSI = Ket.normalised(1, 2, 3, 4);

    private static final Declaration DECLARATION = new Declaration(
            "diagonal",
            "The keep probability of dropout is like the diagonal of a density matrix.",
            "founding document 000, dropout and quantum decoherence",
            "ρ(p) = E[diag(m)|ψ><ψ|diag(m)]/tr over independent masks with keep probability p, ψ ∝ (1,2,3,4) (b1).",
            List.of(
                    new Prediction(
                            "diagonal-moves",
                            "the diagonal of ρ(p) changes with p",
                            "no diagonal entry changes by more than 1e-12 over p from 0.05 to 1"),
                    new Prediction(
                            "coherences-stay",
                            "the off-diagonal of ρ(p) does not carry p",
                            "every off-diagonal entry is p times that of ψ, to 1e-12"),
                    new Prediction(
                            "sampled-diagonal-moves",
                            "under sampled masks the population of unit 4 grows in proportion to p, by 0.6 of itself from 0.3 to 0.9",
                            "the t-test of the measured difference against that growth rejects at the level of the claim")),
            List.of(
                    new Control(
                            "a-moving-diagonal",
                            "amplitude damping with γ = 0.3 must be seen to move the diagonal of the plus state by 0.15"),
                    new Control("no-dropout", "p = 1 must leave every entry as it is")),
            ALPHA,
            "Do not read keep probabilities as populations. Masking changes how units vary together, never their mean square;"
                    + " a statistic built from squared activations alone cannot see dropout.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        ComplexMatrix rho = PSI.density().matrix();
        int levels = 20;
        double[] grid = new double[levels];
        double[] population = new double[levels];
        double[] coherence = new double[levels];
        double[] postSelected = new double[levels];
        double moved = 0;
        double distanceFromP = 0;
        for (int k = 0; k < levels; k++) {
            double p = (k + 1.0) / levels;
            grid[k] = p;
            MaskTable law = MaskTable.bernoulli(4, p);
            ComplexMatrix dephased = MaskedAmplitudes.normalisedOnce(PSI, law).densityMatrix();
            for (int i = 0; i < 4; i++) {
                moved = Math.max(
                        moved, Math.abs(dephased.re().get(i, i) - rho.re().get(i, i)));
                for (int j = 0; j < i; j++) {
                    double factor = dephased.re().get(i, j) / rho.re().get(i, j);
                    distanceFromP = Math.max(distanceFromP, Math.abs(factor - p));
                }
            }
            population[k] = dephased.re().get(3, 3);
            coherence[k] = dephased.re().get(2, 3);
            postSelected[k] = MaskedAmplitudes.normalisedEach(PSI, law)
                    .densityMatrix()
                    .re()
                    .get(3, 3);
        }
        evidence.finding("diagonal-moves", moved > EXACT, "largest change of a diagonal entry: " + moved);
        evidence.finding(
                "coherences-stay",
                distanceFromP > EXACT,
                "largest distance of an off-diagonal factor from p: " + distanceFromP);

        TestResult sampled = sampled(conditions);
        evidence.test("growth of the population of unit 4 against proportionality to p", sampled, ALPHA);
        evidence.finding(
                "sampled-diagonal-moves",
                !sampled.rejects(ALPHA),
                "measured minus predicted growth " + sampled.effect() + ", p-value " + sampled.p());

        evidence.number("population of unit 4 at p = 0.7", at(0.7, 3, 3), 16.0 / 30, EXACT);
        evidence.number("coherence of units 3 and 4 at p = 0.7", at(0.7, 2, 3), 0.7 * 12 / 30, EXACT);
        ComplexMatrix damped = Kraus.of(new AmplitudeDamping(0.3))
                .map(Ket.normalised(1, 1).density().matrix());
        double shift = damped.re().get(0, 0) - 0.5;
        evidence.control("a-moving-diagonal", Math.abs(shift - 0.15) < EXACT, "shift " + shift);
        double identity = MaskedAmplitudes.normalisedOnce(PSI, MaskTable.bernoulli(4, 1))
                .densityMatrix()
                .minus(rho)
                .maxAbs();
        evidence.control("no-dropout", identity < EXACT, "largest change " + identity);

        evidence.figure(new Figure.Curves(
                "diagonal-entries",
                "A population and a coherence of the masked state against p: the population stays, the coherence is proportional"
                        + " to p. Only post-selection on each mask (b2) moves the population, and not to p.",
                Figure.Axis.linear("keep probability p"),
                Figure.Axis.linear("entry of ρ"),
                List.of(
                        Figure.Curve.line("population of unit 4", grid, population),
                        Figure.Curve.line("coherence of units 3 and 4", grid, coherence),
                        Figure.Curve.line("population of unit 4, normalised each", grid, postSelected)),
                List.of()));
        return evidence.conclude(text(
                "Over p from 0.05 to 1 the diagonal moves by at most %.1e, and the off-diagonal entries differ from p times the"
                        + " original ones by at most %.1e of them.",
                moved, distanceFromP));
    }

    private static double at(double p, int row, int column) {
        return MaskedAmplitudes.normalisedOnce(PSI, MaskTable.bernoulli(4, p))
                .densityMatrix()
                .re()
                .get(row, column);
    }

    /** The population of unit 4 from masks at two keep probabilities, minus what proportionality to p would add. */
    private static TestResult sampled(Conditions conditions) {
        int samples = conditions.size().choose(20_000, 200_000, 2_000_000);
        double population = PSI.probabilities()[3];
        double[][] weight = new double[2][samples];
        double[] keep = {0.9, 0.3};
        for (int k = 0; k < 2; k++) {
            Bernoulli law = new Bernoulli(keep[k]);
            double[] mask = new double[4];
            for (int t = 0; t < samples; t++) {
                law.fill(conditions.random().at("mask").at(k, t), mask, 0, 4);
                weight[k][t] = (mask[3] * mask[3] / keep[k] - keep[k]) * population;
            }
        }
        return PairedTests.t(weight[0], weight[1], Alternative.TWO_SIDED);
    }
}

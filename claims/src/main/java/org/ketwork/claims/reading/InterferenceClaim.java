package org.ketwork.claims.reading;

import static org.ketwork.lab.claim.Wording.text;

import java.util.List;
import org.ketwork.bridge.encoding.AmplitudeEncoding;
import org.ketwork.bridge.encoding.Reading;
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
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.statistics.GoodnessOfFit;
import org.ketwork.numerics.statistics.TestResult;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;

/** Do superposed activations interfere? Under Born's reading they do; read as probabilities they cannot. */
public final class InterferenceClaim implements Claim {
    private static final double ALPHA = 1e-4;
    private static final double EXACT = 1e-12;
    private static final ComplexMatrix HADAMARD = ComplexMatrix.real(
            Matrix.of(new double[] {1, 1}, new double[] {1, -1}).scale(Math.sqrt(0.5)));

    private static final Declaration DECLARATION = new Declaration(
            "interference",
            "Superposed activations interfere.",
            "Founding document 001 (a layer is a superposition)",
            "Activations (3, 4) are the ket (0.6, 0.8). A second basis is read through a Hadamard matrix U, by Born's rule"
                    + " |U ψ|^2 or as probabilities |U|^2 |ψ|^2. Visibility: V = 2 |ψ_1 ψ_2| γ, γ the coherence left"
                    + " by dephasing, which for dropout with keep probability p is p.",
            List.of(
                    new Prediction(
                            "the sign of an activation shows",
                            "Under Born's reading the outcomes for (0.6, 0.8) and (0.6, -0.8) differ.",
                            "their total variation distance is below 1e-12, or a G-test of draws does not tell them apart"),
                    new Prediction(
                            "visibility follows the coherence",
                            "Under dropout with keep probability p the visibility is 2 |ψ_1 ψ_2| p for every p.",
                            "it deviates by more than 1e-12 at some p")),
            List.of(
                    new Control(
                            "probabilities do not interfere",
                            "Read as probabilities the two signs give one and the same outcome, exactly."),
                    new Control("full dephasing ends interference", "Without coherence the visibility is 0."),
                    new Control(
                            "the test keeps its level",
                            "Draws of (0.6, 0.8), tested against their own law, are not rejected.")),
            ALPHA,
            "Signs and phases of activations matter only if a second basis is read by Born's rule. If your read-out takes"
                    + " probabilities, drop them.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        Ket plus = AmplitudeEncoding.of(new double[] {3, 4}).orElseThrow();
        Ket minus = AmplitudeEncoding.of(new double[] {3, -4}).orElseThrow();
        double[] bornPlus = Reading.BORN.probabilities(plus, HADAMARD);
        double[] bornMinus = Reading.BORN.probabilities(minus, HADAMARD);
        double[] mixedPlus = Reading.PROBABILITY.probabilities(plus, HADAMARD);
        double[] mixedMinus = Reading.PROBABILITY.probabilities(minus, HADAMARD);
        double born = Reading.totalVariation(bornPlus, bornMinus);
        double mixed = Reading.totalVariation(mixedPlus, mixedMinus);
        evidence.number("Born, (0.6, 0.8), first outcome", bornPlus[0], 0.98, EXACT);
        evidence.number("Born, (0.6, 0.8), second outcome", bornPlus[1], 0.02, EXACT);
        evidence.number("Born, (0.6, -0.8), first outcome", bornMinus[0], 0.02, EXACT);
        evidence.number("Born, (0.6, -0.8), second outcome", bornMinus[1], 0.98, EXACT);
        evidence.number("probabilities, (0.6, 0.8), first outcome", mixedPlus[0], 0.5, EXACT);
        evidence.number("probabilities, (0.6, -0.8), first outcome", mixedMinus[0], 0.5, EXACT);
        evidence.number("distance of the two signs, Born", born, 0.96, EXACT);
        evidence.number("distance of the two signs, probabilities", mixed, 0, EXACT);

        int draws = conditions.size().choose(100_000, 1_000_000, 10_000_000);
        long[] drawn = Reading.sample(plus.apply(HADAMARD), conditions.random().at("plus"), draws);
        TestResult own = GoodnessOfFit.g(bornPlus, drawn);
        TestResult other = GoodnessOfFit.g(bornMinus, drawn);
        evidence.test("draws of (0.6, 0.8) against their own law (control)", own, ALPHA);
        evidence.test("draws of (0.6, 0.8) against the law of (0.6, -0.8)", other, ALPHA);
        evidence.finding(
                "the sign of an activation shows",
                born > EXACT && other.rejects(ALPHA),
                text("total variation %.2f; %d draws, p = %.1e", born, draws, other.p()));

        int count = 21;
        double[] keep = new double[count];
        double[] visibility = new double[count];
        double[] predicted = new double[count];
        double worst = 0;
        for (int i = 0; i < count; i++) {
            keep[i] = i / (count - 1.0);
            visibility[i] = visibility(plus, keep[i]);
            predicted[i] = 2 * 0.6 * 0.8 * keep[i];
            worst = Math.max(worst, Math.abs(visibility[i] - predicted[i]));
        }
        evidence.finding(
                "visibility follows the coherence",
                worst <= EXACT,
                text("%d keep probabilities from 0 to 1, largest deviation %.1e", count, worst));
        evidence.control("probabilities do not interfere", mixed == 0, "total variation of the two signs: " + mixed);
        evidence.control(
                "full dephasing ends interference",
                Math.abs(visibility[0]) <= EXACT,
                text("visibility %.1e", visibility[0]));
        evidence.control(
                "the test keeps its level", !own.rejects(ALPHA), text("G = %.2f, p = %.3f", own.statistic(), own.p()));
        evidence.figure(new Figure.Curves(
                "visibility",
                "Interference of the activations (3, 4) under dropout: the visibility falls in a straight line with the keep"
                        + " probability.",
                Axis.linear("keep probability p"),
                Axis.linear("visibility"),
                List.of(
                        Curve.points("measured on the dephased state", keep, visibility),
                        Curve.line("2 |ψ_1 ψ_2| p", keep, predicted)),
                List.of()));
        return evidence.conclude(text(
                "The sign of one activation moves the outcome by %.2f in total variation under Born's reading, and by %.2f when"
                        + " activations are read as probabilities; under dropout the visibility differs from p times the full one by at"
                        + " most %.0e.",
                born, mixed, worst));
    }

    /** The difference of the two Hadamard outcomes after dephasing by dropout masks. */
    private static double visibility(Ket ket, double keep) {
        Matrix coherence = keep > 0 ? new Bernoulli(keep).coherence(2) : Matrix.identity(2);
        DensityMatrix dephased = DensityMatrix.of(ket.density().matrix().schur(ComplexMatrix.real(coherence)));
        double[] outcomes = Reading.born(dephased, HADAMARD);
        return outcomes[0] - outcomes[1];
    }
}

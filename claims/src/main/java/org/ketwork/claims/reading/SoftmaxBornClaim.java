package org.ketwork.claims.reading;

import static org.ketwork.lab.claim.Wording.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ketwork.bridge.encoding.Reading;
import org.ketwork.bridge.encoding.SoftmaxEncoding;
import org.ketwork.lab.claim.Claim;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Declaration;
import org.ketwork.lab.claim.Declaration.Control;
import org.ketwork.lab.claim.Declaration.Prediction;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.Figure.Axis;
import org.ketwork.lab.figure.Figure.Curve;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.numerics.statistics.GoodnessOfFit;
import org.ketwork.numerics.statistics.TestResult;
import org.ketwork.quantum.state.Ket;

/** Is the output of a softmax layer a Born distribution? */
public final class SoftmaxBornClaim implements Claim {
    private static final double ALPHA = 1e-4;
    private static final double EXACT = 1e-12;

    private static final Declaration DECLARATION = new Declaration(
            "softmax-born",
            "A softmax layer is a Born distribution: class probabilities are squared amplitudes.",
            "Founding document 003 (classifier outputs are Born-like)",
            "ψ_c = exp(z_c/2 + i φ_c)/sqrt(Z) with Z = sum_c exp(z_c); then |ψ_c|^2 = softmax(z)_c for every choice of the"
                    + " phases phi.",
            List.of(
                    new Prediction(
                            "squared amplitudes are the softmax",
                            "For random logits and random phases |ψ|^2 equals softmax(z).",
                            "the two differ by more than 1e-12 in some class of some of the random layers"),
                    new Prediction(
                            "draws follow the softmax",
                            "Classes drawn by Born's rule have the frequencies of the softmax.",
                            "a G-test of the drawn classes against the softmax rejects at the level of the claim")),
            List.of(
                    new Control(
                            "a wrong modulus is noticed",
                            "With exp(z) in the place of exp(z/2) the squares are far from the softmax."),
                    new Control(
                            "a wrong law is noticed",
                            "The same draws, tested against the softmax of z/2, are rejected."),
                    new Control(
                            "phases show in a second basis",
                            "Two layers of equal softmax and different phases differ after a Fourier transform, so the softmax fixes"
                                    + " the moduli only.")),
            ALPHA,
            "Read a softmax as Born's rule whenever it helps: it costs nothing. Expect nothing quantum from it before a second basis"
                    + " is read, because n - 1 phases are free and unseen.");

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Evidence test(Conditions conditions) {
        Evidence.Builder evidence = Evidence.builder();
        double[] z = {1, 2, 3};
        double[] p = SoftmaxEncoding.probabilities(z);
        double[] psi = SoftmaxEncoding.ket(z).re();
        double[] expectedP = {0.09003057, 0.24472847, 0.66524096};
        double[] expectedPsi = {0.30005095, 0.49470039, 0.81562305};
        for (int c = 0; c < 3; c++) {
            evidence.number("softmax(1,2,3), class " + c, p[c], expectedP[c], 5e-9);
            evidence.number("amplitude of (1,2,3), class " + c, psi[c], expectedPsi[c], 5e-9);
        }

        int layers = conditions.size().choose(1000, 10_000, 100_000);
        RandomStream random = conditions.random().at("layers").stream();
        double largest = 0;
        double wrongModulus = Double.POSITIVE_INFINITY;
        double secondBasis = Double.POSITIVE_INFINITY;
        for (int layer = 0; layer < layers; layer++) {
            int classes = 2 + random.nextInt(9);
            double[] logits = random.doubles(classes).map(u -> 20 * u - 10).toArray();
            double[] softmax = SoftmaxEncoding.probabilities(logits);
            Ket ket = SoftmaxEncoding.ket(logits, phases(random, classes));
            largest = Math.max(largest, largestDifference(ket.probabilities(), softmax));
            if (layer < 100) {
                // Neighbours at least 1/2 apart: no layer hides a wrong modulus by having all its logits alike.
                double[] apart = random.doubles(classes).toArray();
                Arrays.setAll(apart, c -> c + apart[c] / 2);
                double[] doubled = Arrays.stream(apart).map(x -> 2 * x).toArray();
                wrongModulus = Math.min(
                        wrongModulus,
                        largestDifference(
                                SoftmaxEncoding.ket(doubled).probabilities(), SoftmaxEncoding.probabilities(apart)));
                Ket one = SoftmaxEncoding.ket(apart, phases(random, classes));
                Ket other = SoftmaxEncoding.ket(apart, phases(random, classes));
                ComplexMatrix fourier = fourier(classes);
                secondBasis = Math.min(
                        secondBasis,
                        Reading.totalVariation(
                                Reading.BORN.probabilities(one, fourier), Reading.BORN.probabilities(other, fourier)));
            }
        }
        evidence.finding(
                "squared amplitudes are the softmax",
                largest <= EXACT,
                text("%d random layers, largest difference %.1e", layers, largest));

        int draws = conditions.size().choose(100_000, 1_000_000, 10_000_000);
        long[] wins = Reading.sample(SoftmaxEncoding.ket(z), conditions.random().at("draws"), draws);
        TestResult right = GoodnessOfFit.g(p, wins);
        TestResult wrong = GoodnessOfFit.g(SoftmaxEncoding.probabilities(new double[] {0.5, 1, 1.5}), wins);
        evidence.test("draws against the softmax", right, ALPHA);
        evidence.test("draws against the softmax of z/2 (control)", wrong, ALPHA);
        evidence.finding(
                "draws follow the softmax",
                !right.rejects(ALPHA),
                text("%d draws, G = %.2f, p = %.3f", draws, right.statistic(), right.p()));
        evidence.control(
                "a wrong modulus is noticed",
                wrongModulus > 0.01,
                text("smallest difference of 100 layers: %.1e", wrongModulus));
        evidence.control("a wrong law is noticed", wrong.rejects(ALPHA), text("p = %.1e", wrong.p()));
        evidence.control(
                "phases show in a second basis",
                secondBasis > 1e-6,
                text("smallest total variation of 100 pairs of phases: %.1e", secondBasis));
        evidence.figure(figure(z));
        return evidence.conclude(text(
                "Softmax and the squares of amplitudes with random phases differ by at most %.0e in %d random layers; %d draws of a"
                        + " state are tested against them with p = %.2f.",
                largest, layers, draws, right.p()));
    }

    private static double[] phases(RandomStream random, int classes) {
        return random.doubles(classes).map(u -> 2 * Math.PI * u).toArray();
    }

    private static double largestDifference(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> Math.abs(a[i] - b[i]))
                .max()
                .orElse(0);
    }

    private static ComplexMatrix fourier(int n) {
        ComplexMatrix fourier = ComplexMatrix.zeros(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double angle = 2 * Math.PI * i * j / n;
                fourier.set(i, j, Math.cos(angle) / Math.sqrt(n), Math.sin(angle) / Math.sqrt(n));
            }
        }
        return fourier;
    }

    /** One phase turned: the classes keep their probabilities, the outcomes of a Hadamard basis do not. */
    private static Figure figure(double[] z) {
        int count = 61;
        double[] phase = new double[count];
        double[] first = new double[count];
        double[] second = new double[count];
        double[] logits = {z[1], z[2]};
        ComplexMatrix hadamard = ComplexMatrix.real(
                Matrix.of(new double[] {1, 1}, new double[] {1, -1}).scale(Math.sqrt(0.5)));
        for (int i = 0; i < count; i++) {
            phase[i] = 2 * Math.PI * i / (count - 1);
            Ket ket = SoftmaxEncoding.ket(logits, new double[] {0, phase[i]});
            first[i] = ket.probabilities()[1];
            second[i] = Reading.BORN.probabilities(ket, hadamard)[1];
        }
        return new Figure.Curves(
                "free-phase",
                "Two classes with logits 2 and 3: turning the phase of one leaves its probability as it is and changes what a second"
                        + " basis shows.",
                Axis.linear("phase of the second class (rad)"),
                Axis.linear("probability of the second outcome"),
                List.of(Curve.line("class basis (softmax)", phase, first), Curve.line("Hadamard basis", phase, second)),
                List.of());
    }
}

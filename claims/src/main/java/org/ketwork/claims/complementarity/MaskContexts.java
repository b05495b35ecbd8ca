package org.ketwork.claims.complementarity;

import static org.ketwork.lab.claim.Wording.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ketwork.bridge.comeasurement.PairReadings;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.Figure.Axis;
import org.ketwork.neural.data.DataSets;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.channel.Channels;
import org.ketwork.quantum.channel.Kraus;
import org.ketwork.quantum.measure.Chsh;
import org.ketwork.quantum.measure.CycleInequality;
import org.ketwork.quantum.measure.Kcbs;
import org.ketwork.quantum.measure.LeggettGarg;
import org.ketwork.quantum.noise.PhaseFlip;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;
import org.ketwork.quantum.state.States;
import org.ketwork.quantum.state.Subsystems;

/** Units and quantum systems read two at a time, put to the same test for a joint distribution. */
final class MaskContexts {
    private static final int SLOTS = 12;
    /** Standard errors by which a sampled cycle must exceed a bound, and may miss a value: one in two million for a normal law. */
    private static final double ERRORS = 5;

    private MaskContexts() {}

    /** Enters finding, controls, numbers and figure; returns how far the largest cycle of frozen units stays below its bound. */
    static double enter(Evidence.Builder evidence, Conditions conditions) {
        numbers(evidence);
        Matrix digits = DataSets.digits().features();
        Matrix pixels = columns(digits, busiest(digits));
        Matrix hidden = relu(digits.scale(1.0 / 16)
                .times(weights(64, SLOTS, conditions.random().at("hidden"))));
        PairReadings ofPixels = frozen(pixels);
        PairReadings ofHidden = frozen(hidden);
        PairReadings ofDeep =
                deep(hidden, weights(SLOTS, SLOTS, conditions.random().at("deep")));

        double four = Math.max(ofPixels.largestOfFour(), ofHidden.largestOfFour());
        double five = Math.max(ofPixels.largestOfFive(), ofHidden.largestOfFive());
        double rounding = 1e-12;
        evidence.finding(
                "no joint distribution",
                four > CycleInequality.classicalBound(4) + rounding
                        || five > CycleInequality.classicalBound(5) + rounding,
                text(
                        "largest cycle of four %.6f (bound 2), of five %.6f (bound 3), over 12 pixels and 12 hidden units of the digits",
                        four, five));
        evidence.control(
                "signalling is noticed",
                ofPixels.signalling() == 0 && ofHidden.signalling() == 0 && ofDeep.signalling() > 0.05,
                text(
                        "means move by %.3f for pixels, %.3f for hidden units, %.3f for units behind the mask (whose cycles, up to"
                                + " %.3f, say nothing)",
                        ofPixels.signalling(), ofHidden.signalling(), ofDeep.signalling(), ofDeep.largestOfFour()));

        int shots = conditions.size().choose(20_000, 100_000, 1_000_000);
        double bell = QuantumContexts.bellPair(shots, conditions.random().at("Bell pair"));
        double qutrit = QuantumContexts.qutrit(shots, conditions.random().at("qutrit"));
        reaches(evidence, "a Bell pair exceeds 2", bell, 4, shots);
        reaches(evidence, "a qutrit exceeds 3", qutrit, 5, shots);
        evidence.figure(figure(ofPixels, ofHidden, bell, qutrit));
        return Math.min(CycleInequality.classicalBound(4) - four, CycleInequality.classicalBound(5) - five);
    }

    private static void numbers(Evidence.Builder evidence) {
        DensityMatrix bell = States.Bell.PHI_PLUS.ket().density();
        evidence.number("CHSH maximum of a Bell pair", Chsh.maximum(bell), 2.828427124746190, 1e-12);
        evidence.number(
                "pentagon value of a qutrit",
                Kcbs.value(Ket.basis(3, 0).density(), Kcbs.questions()),
                2.236067977499790,
                1e-12);
        evidence.number("Leggett-Garg maximum of a qubit", LeggettGarg.maximum(1), 1.5, 1e-14);
        for (double coherence : new double[] {0.5, 0.8}) {
            DensityMatrix dephased =
                    Channels.applyToPart(Kraus.of(new PhaseFlip((1 - coherence) / 2)), bell, Subsystems.qubits(2), 1);
            evidence.number(
                    "CHSH maximum of a Bell pair with coherence " + coherence,
                    Chsh.maximum(dephased),
                    2 * Math.sqrt(1 + coherence * coherence),
                    1e-12);
        }
    }

    private static void reaches(Evidence.Builder evidence, String control, double value, int n, int shots) {
        double bound = CycleInequality.classicalBound(n);
        double expected = CycleInequality.quantumBound(n);
        double correlation = expected / n;
        double error = Math.sqrt(n * (1 - correlation * correlation) / shots);
        evidence.control(
                control,
                value > bound + ERRORS * error && Math.abs(value - expected) <= ERRORS * error,
                text("%.4f with error %.4f; bound %.0f, quantum %.4f", value, error, bound, expected));
    }

    /** The twelve columns with the largest variance. */
    private static int[] busiest(Matrix data) {
        Integer[] order = new Integer[data.columns()];
        double[] variance = new double[data.columns()];
        for (int j = 0; j < order.length; j++) {
            order[j] = j;
            double mean = Arrays.stream(data.column(j)).average().orElseThrow();
            variance[j] = Arrays.stream(data.column(j))
                    .map(v -> (v - mean) * (v - mean))
                    .sum();
        }
        Arrays.sort(order, (a, b) -> Double.compare(variance[b], variance[a]));
        int[] chosen = new int[SLOTS];
        for (int i = 0; i < SLOTS; i++) {
            chosen[i] = order[i];
        }
        return chosen;
    }

    private static Matrix columns(Matrix data, int[] chosen) {
        Matrix result = Matrix.zeros(data.rows(), chosen.length);
        for (int i = 0; i < data.rows(); i++) {
            for (int j = 0; j < chosen.length; j++) {
                result.set(i, j, data.get(i, chosen[j]));
            }
        }
        return result;
    }

    private static Matrix weights(int inputs, int outputs, RandomAddress address) {
        Matrix w = Matrix.zeros(inputs, outputs);
        for (int i = 0; i < w.data().length; i++) {
            w.data()[i] = address.normal(i) / Math.sqrt(inputs);
        }
        return w;
    }

    private static Matrix relu(Matrix x) {
        Matrix result = x.copy();
        for (int i = 0; i < result.data().length; i++) {
            result.data()[i] = Math.max(0, result.data()[i]);
        }
        return result;
    }

    private static double[] medians(Matrix values) {
        double[] medians = new double[values.columns()];
        for (int j = 0; j < medians.length; j++) {
            double[] column = values.column(j);
            Arrays.sort(column);
            medians[j] = column[column.length / 2];
        }
        return medians;
    }

    /** Above or below the median, of values that do not care which units are kept. */
    private static PairReadings frozen(Matrix values) {
        double[] median = medians(values);
        return PairReadings.of(
                (i, j, sample) -> new int[] {
                    values.get(sample, i) > median[i] ? 1 : -1, values.get(sample, j) > median[j] ? 1 : -1
                },
                SLOTS,
                PairReadings.allPairs(SLOTS),
                values.rows());
    }

    /** Units of a next layer, read when the mask keeps units i and j of the layer below and units i and j of their own. */
    private static PairReadings deep(Matrix below, Matrix weights) {
        double[] median = medians(below.times(weights));
        return PairReadings.of(
                (i, j, sample) -> {
                    double first = below.get(sample, i) * weights.get(i, i) + below.get(sample, j) * weights.get(j, i);
                    double second = below.get(sample, i) * weights.get(i, j) + below.get(sample, j) * weights.get(j, j);
                    return new int[] {first > median[i] ? 1 : -1, second > median[j] ? 1 : -1};
                },
                SLOTS,
                PairReadings.allPairs(SLOTS),
                below.rows());
    }

    private static Figure figure(PairReadings pixels, PairReadings hidden, double bell, double qutrit) {
        return new Figure.Bars(
                "cycles",
                "Largest cycle of pairwise readings, relative to the bound of a joint distribution: 2 for four, 3 for five readings. Only"
                        + " the quantum systems exceed 1.",
                Axis.linear("largest cycle / bound"),
                List.of("pixels", "hidden units", "quantum"),
                List.of(
                        new Figure.BarSeries(
                                "four readings",
                                new double[] {pixels.largestOfFour() / 2, hidden.largestOfFour() / 2, bell / 2},
                                Optional.empty()),
                        new Figure.BarSeries(
                                "five readings",
                                new double[] {pixels.largestOfFive() / 3, hidden.largestOfFive() / 3, qutrit / 3},
                                Optional.empty())));
    }
}

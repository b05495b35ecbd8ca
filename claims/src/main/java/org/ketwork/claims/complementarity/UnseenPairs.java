package org.ketwork.claims.complementarity;

import static org.ketwork.lab.claim.Wording.text;

import java.util.List;
import org.ketwork.bridge.comeasurement.MaskedCovariance;
import org.ketwork.lab.claim.Conditions;
import org.ketwork.lab.claim.Evidence;
import org.ketwork.lab.figure.Figure;
import org.ketwork.lab.figure.Figure.Axis;
import org.ketwork.lab.figure.Figure.Curve;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.SymmetricEigen;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.statistics.Estimate;
import org.ketwork.numerics.statistics.Holm;

/** What masked data tell of the covariance of two units, kept together at times or never. */
final class UnseenPairs {
    private UnseenPairs() {}

    /** Enters numbers, finding and figure; returns the relative difference of the variance off the diagonal from the formula. */
    static double enter(Evidence.Builder evidence, Conditions conditions) {
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
                ComplementaryMasksClaim.meanIs(
                        evidence,
                        "variance of a masked covariance, off the diagonal",
                        offDiagonal,
                        masked.variance(0, 1, rows)),
                ComplementaryMasksClaim.meanIs(
                        evidence,
                        "variance of a masked covariance, on the diagonal",
                        diagonal,
                        masked.variance(1, 1, rows)));
        evidence.finding(
                "unseen pairs stay unknown",
                least > ComplementaryMasksClaim.ALPHA && sharp,
                text(
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

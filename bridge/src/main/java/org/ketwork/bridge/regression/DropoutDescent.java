package org.ketwork.bridge.regression;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.numerics.matrix.Matrix;

/**
 * Gradient descent for least squares with a fresh mask in every step, the same mask in residual and gradient,
 * w ← w + α D Xᵀ(y − X D w) with D = diag(m). Masks are used as the table holds them; for inverted dropout hand in
 * {@link MaskTable#inverted()}. The mean of the iterates goes to the minimiser of the expected loss, but at a fixed step the
 * iterates keep fluctuating around it, and no decohered Gram matrix contains that (Clara, Langer, Schmidt-Hieber 2024).
 */
public final class DropoutDescent {
    private DropoutDescent() {}

    /** Every step sees all samples. */
    public static RandomAffineRecursion fullBatch(Matrix x, double[] y, MaskTable law, double step) {
        List<RandomAffineRecursion.Step> steps = new ArrayList<>();
        add(steps, x.transposeTimes(x), x.transposeTimes(y), 1, law, step);
        return new RandomAffineRecursion(steps);
    }

    /** Every step sees one sample, drawn uniformly, with the step multiplied by the number of samples. */
    public static RandomAffineRecursion singleSample(Matrix x, double[] y, MaskTable law, double step) {
        int n = x.rows();
        List<RandomAffineRecursion.Step> steps = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Matrix row = Matrix.of(x.row(i));
            add(steps, row.transposeTimes(row), row.transposeTimes(new double[] {y[i]}), 1.0 / n, law, n * step);
        }
        return new RandomAffineRecursion(steps);
    }

    private static void add(
            List<RandomAffineRecursion.Step> steps,
            Matrix gram,
            double[] correlation,
            double share,
            MaskTable law,
            double step) {
        if (!(step > 0)) {
            throw new IllegalArgumentException("the step size must be positive, got " + step);
        }
        int d = correlation.length;
        for (int s = 0; s < law.count(); s++) {
            double[] m = law.masks().row(s);
            Matrix matrix = Matrix.identity(d);
            double[] offset = new double[d];
            for (int i = 0; i < d; i++) {
                offset[i] = step * m[i] * correlation[i];
                for (int j = 0; j < d; j++) {
                    matrix.data()[i * d + j] -= step * m[i] * gram.get(i, j) * m[j];
                }
            }
            steps.add(new RandomAffineRecursion.Step(share * law.probabilities()[s], matrix, offset));
        }
    }
}

package org.ketwork.bridge.encoding;

import org.ketwork.numerics.matrix.Matrix;

/**
 * n unit features in m dimensions, when n > m: features in superposition. Their overlaps cannot all be small: Σ_ij <f_i,f_j>² ≥
 * n²/m (Benedetto and Fickus, Adv. Comput. Math. 2003), and the largest overlap of two is at least √((n−m)/(m(n−1))) (Welch, IEEE
 * Trans. Inf. Theory 1974).
 */
public final class FeatureFrame {
    private final Matrix features;
    private final Matrix overlaps;

    /** @param features of shape (n, m), no row zero; rows are normalised */
    public FeatureFrame(Matrix features) {
        Matrix unit = features.copy();
        for (int i = 0; i < unit.rows(); i++) {
            double norm = Math.sqrt(sumOfSquares(features.row(i)));
            if (!(norm > 0)) {
                throw new IllegalArgumentException("feature " + i + " is zero and has no direction");
            }
            for (int j = 0; j < unit.columns(); j++) {
                unit.set(i, j, features.get(i, j) / norm);
            }
        }
        this.features = unit;
        this.overlaps = unit.timesTranspose(unit);
    }

    /** n directions at equal angles in the plane. */
    public static FeatureFrame regularPolygon(int n) {
        Matrix corners = Matrix.zeros(n, 2);
        for (int i = 0; i < n; i++) {
            corners.set(i, 0, Math.cos(2 * Math.PI * i / n));
            corners.set(i, 1, Math.sin(2 * Math.PI * i / n));
        }
        return new FeatureFrame(corners);
    }

    /** Σ_ij <f_i, f_j>². */
    public double framePotential() {
        return sumOfSquares(overlaps.data());
    }

    /** n²/m, or n when the features are no more than the dimensions. */
    public double framePotentialBound() {
        double n = features.rows();
        return Math.max(n, n * n / features.columns());
    }

    /** max_{i≠j} |<f_i, f_j>|. */
    public double largestOverlap() {
        double largest = 0;
        for (int i = 0; i < overlaps.rows(); i++) {
            for (int j = 0; j < i; j++) {
                largest = Math.max(largest, Math.abs(overlaps.get(i, j)));
            }
        }
        return largest;
    }

    /** √((n−m)/(m(n−1))), or 0 when the features are no more than the dimensions. */
    public double welchBound() {
        double n = features.rows();
        double m = features.columns();
        return n <= m ? 0 : Math.sqrt((n - m) / (m * (n - 1)));
    }

    private static double sumOfSquares(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return sum;
    }
}

package org.ketwork.bridge.comeasurement;

import org.ketwork.numerics.matrix.Matrix;

/**
 * What masked data tell of a covariance: samples x of N(0, Σ), each unit kept independently with probability p, estimated with
 * inverse scaling: Σᵢⱼ ≈ mean of mᵢmⱼxᵢxⱼ/E[mᵢmⱼ].
 *
 * @param covariance Σ, of shape (d, d)
 * @param keep p in (0, 1]
 */
public record MaskedCovariance(Matrix covariance, double keep) {
    /** All values from low to high are possible, and no others. */
    public record Range(double low, double high) {}

    public MaskedCovariance {
        covariance.requireSquare();
        if (!(keep > 0 && keep <= 1)) {
            throw new IllegalArgumentException("keep probability must be in (0, 1], got " + keep);
        }
    }

    /**
     * Variance of the estimate of entry (i, j) from n samples: [(σᵢᵢσⱼⱼ + 2σᵢⱼ²)/p² − σᵢⱼ²]/n off the diagonal, [3σᵢᵢ²/p − σᵢᵢ²]/n on it. By
     * Isserlis' theorem E xᵢ²xⱼ² = σᵢᵢσⱼⱼ + 2σᵢⱼ², and the mask multiplies it by 1/E[mᵢmⱼ].
     */
    public double variance(int i, int j, int samples) {
        double entry = covariance.get(i, j);
        double fourth = covariance.get(i, i) * covariance.get(j, j) + 2 * entry * entry;
        return (fourth / together(i, j) - entry * entry) / samples;
    }

    /** E[mᵢmⱼ]. */
    private double together(int i, int j) {
        return i == j ? keep : keep * keep;
    }

    /**
     * The estimate from masked samples.
     *
     * @param masked rows m∘x, of shape (n, d)
     */
    public Matrix estimate(Matrix masked) {
        Matrix sums = masked.transposeTimes(masked);
        for (int i = 0; i < sums.rows(); i++) {
            for (int j = 0; j < sums.columns(); j++) {
                sums.set(i, j, sums.get(i, j) / (masked.rows() * together(i, j)));
            }
        }
        return sums;
    }

    /**
     * All that is known of the correlation of two units that no mask keeps together, when each is seen with a third: the matrix of the
     * three correlations must have no negative eigenvalue, so r_ab lies within r_ac·r_bc ± √((1 − r_ac²)(1 − r_bc²)).
     */
    public static Range unobservedCorrelation(double ac, double bc) {
        if (!(Math.abs(ac) <= 1 && Math.abs(bc) <= 1)) {
            throw new IllegalArgumentException("a correlation must be in [-1, 1], got " + ac + " and " + bc);
        }
        double half = Math.sqrt((1 - ac * ac) * (1 - bc * bc));
        return new Range(ac * bc - half, ac * bc + half);
    }
}

package org.ketwork.bridge.regression;

/**
 * Double descent without dropout, exact at finite size: the excess risk E‖ŵ − w*‖² of minimum-norm least squares on an isotropic
 * Gaussian design. With d ≤ n−2 units it is σ² E tr (XᵀX)⁻¹ = σ²d/(n−d−1) by the mean of the inverse Wishart law; with d ≥ n+2
 * the part of w* outside the row space is lost as well, S(1−n/d) + σ²n/(d−n−1) (Hastie, Montanari, Rosset, Tibshirani 2022).
 */
public final class MinimumNormRisk {
    private MinimumNormRisk() {}

    /**
     * @param samples n
     * @param units d
     * @param signal S = ‖w*‖²
     * @param noiseVariance σ²
     * @return the expected excess risk; infinite for |n − d| ≤ 1 with noise, where the inverse Wishart law has no mean
     */
    public static double excess(int samples, int units, double signal, double noiseVariance) {
        int n = samples;
        int d = units;
        double bias = d > n ? signal * (1 - (double) n / d) : 0;
        if (noiseVariance == 0) {
            return bias;
        }
        if (Math.abs(n - d) <= 1) {
            return Double.POSITIVE_INFINITY;
        }
        return d < n ? noiseVariance * d / (n - d - 1) : bias + noiseVariance * n / (d - n - 1);
    }

    /** The limit n, d → ∞ at d/n = aspect. */
    public static double asymptotic(double aspect, double signal, double noiseVariance) {
        if (aspect < 1) {
            return noiseVariance * aspect / (1 - aspect);
        }
        return aspect == 1 ? Double.POSITIVE_INFINITY : signal * (1 - 1 / aspect) + noiseVariance / (aspect - 1);
    }
}

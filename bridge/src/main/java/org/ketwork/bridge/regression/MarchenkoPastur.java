package org.ketwork.bridge.regression;

/**
 * Dropout regression on an isotropic Gaussian design in the limit n, d → ∞ at d/n = γ. There diag(XᵀX)/n → 1, so dropout is ridge
 * regression with λ = (1−p)/p per sample, and its risk follows from the Stieltjes transform m of the Marchenko-Pastur law,
 * the positive root of γλm² + (1−γ+λ)m − 1 = 0 at −λ (Dobriban, Wager 2018; Hastie et al. 2022).
 *
 * @param aspect γ = d/n
 * @param signal S = ‖w*‖², isotropic
 * @param noiseVariance σ²
 */
public record MarchenkoPastur(double aspect, double signal, double noiseVariance) {
    public MarchenkoPastur {
        if (!(aspect > 0) || !(signal > 0) || !(noiseVariance >= 0)) {
            throw new IllegalArgumentException("aspect and signal must be positive and the noise not negative, got "
                    + aspect + ", " + signal + ", " + noiseVariance);
        }
    }

    /** m(−λ) = ∫ dμ(x)/(x+λ) over the spectrum of XᵀX/n, for λ > 0. */
    public double stieltjes(double ridge) {
        requirePositive(ridge);
        double linear = 1 - aspect + ridge;
        double root = Math.sqrt(linear * linear + 4 * aspect * ridge);
        // Of the two forms of the root, the one without cancellation.
        return linear > 0 ? 2 / (linear + root) : (root - linear) / (2 * aspect * ridge);
    }

    /** −dm/dλ = ∫ dμ(x)/(x+λ)². */
    public double stieltjesSquared(double ridge) {
        double m = stieltjes(ridge);
        return (aspect * m * m + m) / (2 * aspect * ridge * m + 1 - aspect + ridge);
    }

    /** Excess risk at ridge λ: bias λ²S ∫dμ/(x+λ)² plus variance σ²γ ∫ x dμ/(x+λ)². */
    public double riskAtRidge(double ridge) {
        double squared = stieltjesSquared(ridge);
        double bias = ridge * ridge * signal * squared;
        return bias + noiseVariance * aspect * (stieltjes(ridge) - ridge * squared);
    }

    /** Excess risk at keep probability p in (0, 1). */
    public double risk(double keep) {
        return riskAtRidge((1 - keep) / keep);
    }

    /** λ* = σ²γ/S. */
    public double optimalRidge() {
        return noiseVariance * aspect / signal;
    }

    /** p* = 1/(1+λ*) = S/(S+σ²γ). */
    public double optimalKeep() {
        return 1 / (1 + optimalRidge());
    }

    /** R* = σ²γ m(−λ*). */
    public double optimalRisk() {
        return noiseVariance == 0 ? 0 : noiseVariance * aspect * stieltjes(optimalRidge());
    }

    private static void requirePositive(double ridge) {
        if (!(ridge > 0)) {
            throw new IllegalArgumentException("the ridge must be positive, got " + ridge);
        }
    }
}

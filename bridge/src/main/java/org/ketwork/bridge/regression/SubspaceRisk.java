package org.ketwork.bridge.regression;

/**
 * The mean of least squares on infinitely many random subsets of the features, on an isotropic Gaussian design in the limit
 * n, d → ∞ at d/n = γ. With a share α of the features in each member, αγ < 1, its excess risk is
 *
 * <pre>R(α) = [(1−α)² S + α² σ²γ] / (1 − α²γ)</pre>
 *
 * (LeJeune, Javadi, Baraniuk, AISTATS 2020). R' = 0 reduces to γSα² − (S + σ²γ + γS)α + S = 0, and R at its smaller root is the
 * risk of the best ridge: subsets chosen without looking at the data, each refitted, regularise as well as the best penalty.
 *
 * @param aspect γ = d/n
 * @param signal S = ‖w*‖²
 * @param noiseVariance σ²
 */
public record SubspaceRisk(double aspect, double signal, double noiseVariance) {
    public SubspaceRisk {
        if (!(aspect > 0) || !(signal > 0) || !(noiseVariance >= 0)) {
            throw new IllegalArgumentException("aspect and signal must be positive and the noise not negative, got "
                    + aspect + ", " + signal + ", " + noiseVariance);
        }
    }

    /** R(α), for α in [0, 1] with αγ < 1, where every member has fewer features than samples. */
    public double risk(double share) {
        if (!(share >= 0 && share <= 1 && share * aspect < 1)) {
            throw new IllegalArgumentException("the share of features must be in [0, 1] and below 1/γ = " + 1 / aspect
                    + ", so that members have fewer features than samples, got " + share);
        }
        double bias = (1 - share) * (1 - share) * signal;
        double variance = share * share * noiseVariance * aspect;
        return (bias + variance) / (1 - share * share * aspect);
    }

    /** The share of features with the least risk. Without noise and with d ≤ n it is 1. */
    public double optimalShare() {
        double linear = signal + noiseVariance * aspect + aspect * signal;
        // The form of the smaller root without cancellation.
        return 2 * signal / (linear + Math.sqrt(linear * linear - 4 * aspect * signal * signal));
    }

    /** R at the best share of features. */
    public double optimalRisk() {
        return risk(optimalShare());
    }
}

package org.ketwork.bridge.regression;

import org.ketwork.numerics.matrix.Matrix;

/**
 * Dropout regression on an orthonormal design (XᵀX = nI), where everything is explicit: dropout multiplies the least-squares
 * weights by p, so the excess risk is bias plus variance, R(p) = (1−p)²S + p²V, a parabola with its minimum at S/(S+V).
 *
 * @param signal S = ‖w*‖², what is lost by shrinking
 * @param variance V = σ²d/n, what is lost by not shrinking
 */
public record OrthonormalRisk(double signal, double variance) {
    public OrthonormalRisk {
        if (!(signal >= 0) || !(variance >= 0)) {
            throw new IllegalArgumentException(
                    "signal and variance must not be negative, got " + signal + " and " + variance);
        }
    }

    /**
     * The same trade under covariate shift: trained on an orthonormal design, used where the inputs have covariance Σ. Then
     * R(p) = (1−p)² wᵀΣw + p² V TrΣ/d, since the bias is read through Σ as well as the error of the weights.
     *
     * @param weights the true weights w*
     * @param testCovariance Σ, shape (units, units)
     * @param variance V = σ²d/n of the training design
     */
    public static OrthonormalRisk shifted(double[] weights, Matrix testCovariance, double variance) {
        double[] image = testCovariance.times(weights);
        double signal = 0;
        for (int i = 0; i < weights.length; i++) {
            signal += weights[i] * image[i];
        }
        return new OrthonormalRisk(signal, variance * testCovariance.trace() / weights.length);
    }

    /** R(p) = (1−p)²S + p²V. */
    public double risk(double keep) {
        return (1 - keep) * (1 - keep) * signal + keep * keep * variance;
    }

    /** S/(S+V): interior if and only if both are positive. With neither signal nor variance every p is as good: 1. */
    public double optimalKeep() {
        return signal + variance == 0 ? 1 : signal / (signal + variance);
    }

    /** SV/(S+V). */
    public double optimalRisk() {
        return risk(optimalKeep());
    }

    /** Whether some dropout beats none and beats dropping everything. */
    public boolean hasInteriorOptimum() {
        return signal > 0 && variance > 0;
    }

    /** The share of the risk without dropout that the best dropout removes, V/(S+V) = 1 − p*. */
    public double relativeGain() {
        return 1 - optimalKeep();
    }
}

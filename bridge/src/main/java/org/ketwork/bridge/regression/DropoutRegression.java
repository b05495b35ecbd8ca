package org.ketwork.bridge.regression;

import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;

/**
 * Least squares under random masks of the inputs, solved exactly. With masks scaled to mean one and R their second moment,
 *
 * <pre>E ‖y − X(m∘w)‖² = ‖y − Xw‖² + wᵀ[(R − J)∘G]w,   G = XᵀX,   b = Xᵀy,</pre>
 *
 * since E[mᵢmⱼ] multiplies entry (i, j) of the Gram matrix. The minimiser is (R∘G)⁻¹b: plain least squares on a Gram matrix
 * that went through the Schur channel of the masks. For 0/1 masks R = C/p, and for independent ones the penalty is
 * (1−p)/p · Σ Gⱼⱼwⱼ² (Srivastava et al. 2014, section 9; Wager, Wang, Liang 2013). It holds for one mask per sample as for one
 * mask per batch: the expectation is linear in the samples.
 */
public final class DropoutRegression {
    private final Matrix gram;
    private final double[] correlation;
    private final double squaredTarget;
    private final MaskMoments moments;
    private final Matrix decohered;

    private DropoutRegression(Matrix gram, double[] correlation, double squaredTarget, MaskMoments moments) {
        if (gram.rows() != moments.units() || correlation.length != moments.units()) {
            throw new IllegalArgumentException("masks of " + moments.units() + " units do not fit a Gram matrix of "
                    + gram.rows() + " and " + correlation.length + " correlations");
        }
        this.gram = gram;
        this.correlation = correlation.clone();
        this.squaredTarget = squaredTarget;
        this.moments = moments;
        this.decohered = moments.relativeSecond().schur(gram);
    }

    /** @param x inputs, shape (samples, units); @param y targets, one per sample */
    public static DropoutRegression of(Matrix x, double[] y, MaskMoments moments) {
        double squared = 0;
        for (double t : y) {
            squared += t * t;
        }
        return new DropoutRegression(x.transposeTimes(x), x.transposeTimes(y), squared, moments);
    }

    /** From the sufficient statistics G = XᵀX, b = Xᵀy and ‖y‖². */
    public static DropoutRegression ofGram(
            Matrix gram, double[] correlation, double squaredTarget, MaskMoments moments) {
        return new DropoutRegression(gram, correlation, squaredTarget, moments);
    }

    /** R∘G, the Gram matrix that the masked regression inverts. Its trace-normalised form is the dephased state. */
    public Matrix decoheredGram() {
        return decohered;
    }

    /** The weights that minimise the expected loss under masks of mean one; of several, those of least norm. */
    public double[] minimiser() {
        return LinearSystem.leastSquares(decohered, correlation);
    }

    /** The minimiser for masks used as they are drawn, wᵢ / E[mᵢ]. */
    public double[] plainMinimiser() {
        double[] w = minimiser();
        for (int i = 0; i < w.length; i++) {
            w[i] /= moments.mean()[i];
        }
        return w;
    }

    /** ‖y − Xw‖², the loss without masks. */
    public double residual(double[] w) {
        return squaredTarget - 2 * dot(correlation, w) + dot(w, gram.times(w));
    }

    /** wᵀ[(R − J)∘G]w, the variance of the masked predictions summed over the samples. */
    public double penalty(double[] w) {
        return dot(w, decohered.times(w)) - dot(w, gram.times(w));
    }

    /** E ‖y − X(m∘w)‖² for masks of mean one. */
    public double expectedLoss(double[] w) {
        return squaredTarget - 2 * dot(correlation, w) + dot(w, decohered.times(w));
    }

    /** The least expected loss, ‖y‖² − bᵀw at the minimiser. */
    public double minimumLoss() {
        return squaredTarget - dot(correlation, minimiser());
    }

    /** tr X (R∘G)⁻¹ Xᵀ, the effective number of parameters; the number of units without masks. */
    public double effectiveDegreesOfFreedom() {
        return LinearSystem.solve(decohered, gram).trace();
    }

    /** Marginal regression bⱼ/Gⱼⱼ, the limit of w/p for independent masks as the keep probability goes to 0. */
    public double[] marginalRegression() {
        double[] w = correlation.clone();
        for (int j = 0; j < w.length; j++) {
            w[j] /= gram.get(j, j);
        }
        return w;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}

package org.ketwork.bridge.regression;

import java.util.Locale;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;

/**
 * The choice of p without a sweep. For features of mean square one and weights without preferred direction, of expected square
 * S, the best dropout has (1−p)/p · n = σ²d/S, hence p* = S/(S+V) with V = σ²d/n; on an orthonormal design this holds for any
 * weights ({@link OrthonormalRisk}). S and V are estimated from ordinary least squares.
 *
 * <p>Conditions: squared loss, a model linear in its features, more samples than features, independent noise of one variance,
 * features and targets centred, training to convergence (early stopping already shrinks, so the p of this class would then
 * shrink twice).
 *
 * @param units d
 * @param samples n
 * @param squaredNorm T = ‖ŵ‖² of least squares on features of mean square one
 * @param noiseVariance σ̂², unbiased
 * @param errorTrace tr (XᵀX)⁻¹ of those features, so that E T = S + σ² errorTrace; d/n on an orthonormal design
 * @param fStatistic ŵᵀGŵ/(dσ̂²), Fisher's F of "there is a signal"
 */
public record KeepProbability(
        int units, int samples, double squaredNorm, double noiseVariance, double errorTrace, double fStatistic) {
    private static final double LEVEL = 0.95;

    /** What to do. */
    public sealed interface Advice {
        String sentence();
    }

    /** Use dropout at this keep probability; the interval holds p* at the level asked for. */
    public record Use(double keep, double low, double high, double relativeGain) implements Advice {
        @Override
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "keep each unit with probability %.3f (95 %% interval %.3f to %.3f); it removes about %.1f %% of the excess risk",
                    keep,
                    low,
                    high,
                    100 * relativeGain);
        }
    }

    /** Dropout is useless: even the low end of the interval leaves less to gain than was asked for. */
    public record Useless(double largestGain) implements Advice {
        @Override
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "dropout is useless here: there is hardly any variance to remove, at most %.2f %% of the excess risk",
                    100 * largestGain);
        }
    }

    /** No signal is visible, so no keep probability can be defended; the best guess is to predict the mean. */
    public record NoSignal(double pValue) implements Advice {
        @Override
        public String sentence() {
            return String.format(Locale.ROOT, "the data show no signal (F test, p = %.3f): predict the mean", pValue);
        }
    }

    /**
     * @param x centred features, shape (samples, units); scaled here to mean square one
     * @param y centred targets
     */
    public static KeepProbability of(Matrix x, double[] y) {
        int n = x.rows();
        int d = x.columns();
        if (n <= d) {
            throw new InvalidInputException("estimating signal and variance needs more samples than features, got " + n
                    + " samples of " + d + " features");
        }
        Matrix scaled = x.copy();
        for (int j = 0; j < d; j++) {
            double square = 0;
            for (int i = 0; i < n; i++) {
                square += x.get(i, j) * x.get(i, j);
            }
            if (square == 0) {
                throw new InvalidInputException("feature " + j + " is zero in every sample; leave it out");
            }
            double factor = Math.sqrt(n / square);
            for (int i = 0; i < n; i++) {
                scaled.set(i, j, x.get(i, j) * factor);
            }
        }
        Matrix gram = scaled.transposeTimes(scaled);
        double[] b = scaled.transposeTimes(y);
        double[] w = LinearSystem.solve(gram, b);
        double explained = 0;
        double squaredNorm = 0;
        for (int j = 0; j < d; j++) {
            explained += b[j] * w[j];
            squaredNorm += w[j] * w[j];
        }
        double[] prediction = scaled.times(w);
        double residual = 0;
        for (int i = 0; i < n; i++) {
            residual += (y[i] - prediction[i]) * (y[i] - prediction[i]);
        }
        double noise = residual / (n - d);
        double errorTrace = LinearSystem.inverse(gram).trace();
        return new KeepProbability(d, n, squaredNorm, noise, errorTrace, explained / (d * noise));
    }

    /** V̂ = σ̂²d/n. */
    public double variance() {
        return noiseVariance * units / samples;
    }

    /** Ŝ = T − σ̂² tr(XᵀX)⁻¹, unbiased, cut at zero. */
    public double signal() {
        return Math.max(0, squaredNorm - noiseVariance * errorTrace);
    }

    /** Ŝ/(Ŝ+V̂). */
    public double plugIn() {
        OrthonormalRisk risk = new OrthonormalRisk(signal(), variance());
        return risk.optimalKeep();
    }

    /**
     * The positive-part factor of James and Stein (1961) for unknown noise, p = (1 − (d−2)ν/(ν+2) · σ̂²/(nT))₊ with ν = n−d: on an
     * orthonormal design the shrunk weights p·ŵ have a lower expected risk than least squares for every signal.
     *
     * @throws IllegalArgumentException for fewer than three units, where no shrinkage dominates
     */
    public double jamesStein() {
        if (units < 3) {
            throw new IllegalArgumentException("the James-Stein factor needs at least 3 units, got " + units);
        }
        double freedom = samples - units;
        double shrink = (units - 2) * freedom / (freedom + 2) * noiseVariance / (samples * squaredNorm);
        return Math.max(0, 1 - shrink);
    }

    /**
     * The end of a confidence interval for p*: the p at which F would be at most as large as observed with the given probability.
     * On an orthonormal design with Gaussian noise F is non-central F with non-centrality dS/V, so the interval between the ends
     * at 0.975 and 0.025 covers p* = δ/(δ+d) with probability exactly 0.95 wherever p* is far enough from 0.
     */
    public double confidenceBound(double probability) {
        if (nonCentralCdf(0) <= probability) {
            return 0;
        }
        double high = 1;
        while (nonCentralCdf(high) > probability) {
            high *= 2;
            if (high > 1e7) {
                return 1;
            }
        }
        double low = 0;
        for (int k = 0; k < 200 && high - low > 1e-12 * high; k++) {
            double middle = (low + high) / 2;
            if (nonCentralCdf(middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high / (high + units);
    }

    /** The probability that F without any signal is at least as large as observed. */
    public double pValueOfNoSignal() {
        double ratio = units * fStatistic;
        int freedom = samples - units;
        return Beta.regularizedBeta(freedom / (freedom + ratio), freedom / 2.0, units / 2.0);
    }

    /**
     * What to do, with its reason.
     *
     * @param smallestGain the relative gain in excess risk below which dropout is not worth having, for example 0.01
     */
    public Advice advise(double smallestGain) {
        double p = pValueOfNoSignal();
        if (p > 1 - LEVEL) {
            return new NoSignal(p);
        }
        double low = confidenceBound((1 + LEVEL) / 2);
        double high = confidenceBound((1 - LEVEL) / 2);
        if (1 - low < smallestGain) {
            return new Useless(1 - low);
        }
        double keep = plugIn();
        return new Use(keep, low, high, 1 - keep);
    }

    /**
     * P(F ≤ observed) at non-centrality δ: a Poisson mixture of central laws. Only the last incomplete beta function is evaluated;
     * the others follow by I(a) = I(a+1) + x^a (1−x)^b Γ(a+b)/(Γ(a+1)Γ(b)), all terms positive.
     */
    private double nonCentralCdf(double nonCentrality) {
        double ratio = units * fStatistic;
        double b = (samples - units) / 2.0;
        double x = ratio / (ratio + 2 * b);
        double rate = nonCentrality / 2;
        int last = (int) (rate + 12 * Math.sqrt(rate + 1) + 12);
        double a = units / 2.0 + last;
        double central = Beta.regularizedBeta(x, a, b);
        double term = Math.exp(a * Math.log(x)
                + b * Math.log1p(-x)
                + Gamma.logGamma(a + b)
                - Gamma.logGamma(a + 1)
                - Gamma.logGamma(b));
        double weight = Math.exp(rate == 0 ? (last == 0 ? 0 : Double.NEGATIVE_INFINITY) : logPoisson(rate, last));
        double sum = weight * central;
        for (int j = last - 1; j >= 0; j--) {
            term *= a / (x * (a + b - 1));
            a--;
            central += term;
            weight = rate == 0 ? (j == 0 ? 1 : 0) : weight * (j + 1) / rate;
            sum += weight * central;
        }
        return sum;
    }

    private static double logPoisson(double rate, int count) {
        return count * Math.log(rate) - rate - Gamma.logGamma(count + 1.0);
    }
}

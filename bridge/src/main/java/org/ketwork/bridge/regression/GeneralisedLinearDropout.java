package org.ketwork.bridge.regression;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.ketwork.bridge.decoherence.MaskMoments;
import org.ketwork.bridge.decoherence.MaskTable;
import org.ketwork.numerics.matrix.Matrix;

/**
 * Random masks on the inputs of a generalised linear model. Only the log-partition function feels them (the linear term has the
 * same mean), so masks add the penalty Σᵢ E A(xᵢ·(m∘w)) − A(xᵢ·w). To second order in the masked predictor's deviation it is
 *
 * <pre>½ Σᵢ A''(xᵢ·w) (xᵢ∘w)ᵀ(R − J)(xᵢ∘w)   [Bernoulli: ½ (1−p)/p Σᵢ A''(xᵢ·w) Σⱼ xᵢⱼ²wⱼ²]</pre>
 *
 * (Wager, Wang, Liang 2013). What is left over begins with A''' times the third central moment of the masked predictor: third
 * order in the weights, but fourth if A''' vanishes at 0 (logistic) or the mask is symmetric (p = 1/2). As p → 1 it does NOT
 * vanish against the penalty for Bernoulli masks, whose central moments of every order are proportional to 1−p; for Gaussian
 * masks it is second order in their variance.
 *
 * @param x inputs, shape (samples, units)
 * @param family the model
 */
public record GeneralisedLinearDropout(Matrix x, ExponentialFamily family) {
    private static final int QUADRATURE_NODES = 60;

    /** The second-order penalty of any mask law of mean one after rescaling. */
    public double quadraticPenalty(double[] w, MaskMoments moments) {
        Matrix relative = moments.relativeSecond();
        double[] predictor = x.times(w);
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            double variance = 0;
            for (int j = 0; j < w.length; j++) {
                for (int k = 0; k < w.length; k++) {
                    variance += (relative.get(j, k) - 1) * x.get(i, j) * w[j] * x.get(i, k) * w[k];
                }
            }
            sum += 0.5 * family.curvature(predictor[i]) * variance;
        }
        return sum;
    }

    /** The exact penalty by summation over all masks, which are rescaled to mean one. */
    public double exactPenalty(double[] w, MaskTable law) {
        double masked = law.inverted().expectation(m -> {
            double[] product = new double[w.length];
            for (int j = 0; j < w.length; j++) {
                product[j] = m[j] * w[j];
            }
            return total(x.times(product));
        });
        return masked - total(x.times(w));
    }

    /**
     * The exact penalty of independent Gaussian factors N(1, variance), by Gauss-Hermite quadrature: the masked predictor is
     * normal with variance · Σⱼ xⱼ²wⱼ².
     */
    public double gaussianPenalty(double[] w, double variance) {
        GaussIntegrator hermite = new GaussIntegratorFactory(QUADRATURE_NODES).hermite(QUADRATURE_NODES);
        double[] predictor = x.times(w);
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            double square = 0;
            for (int j = 0; j < w.length; j++) {
                square += x.get(i, j) * w[j] * x.get(i, j) * w[j];
            }
            double scale = Math.sqrt(2 * variance * square);
            double centre = predictor[i];
            double at = family.logPartition(centre);
            sum += hermite.integrate(t -> family.logPartition(centre + scale * t) - at) / Math.sqrt(Math.PI);
        }
        return sum;
    }

    private double total(double[] predictor) {
        double sum = 0;
        for (double z : predictor) {
            sum += family.logPartition(z);
        }
        return sum;
    }
}

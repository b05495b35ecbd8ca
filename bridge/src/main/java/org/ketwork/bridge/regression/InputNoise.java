package org.ketwork.bridge.regression;

import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;

/**
 * Least squares on inputs with additive white noise of standard deviation sigma: E ‖y − (X+N)w‖² = ‖y − Xw‖² + nσ²‖w‖², so
 * training with noise is ridge regression with penalty nσ², exactly for a linear model (Bishop 1995, "Training with noise is
 * equivalent to Tikhonov regularization").
 *
 * @param x inputs, shape (samples, units)
 * @param y targets
 * @param sigma standard deviation of the noise on each input
 */
public record InputNoise(Matrix x, double[] y, double sigma) {
    public InputNoise {
        if (!(sigma >= 0)) {
            throw new IllegalArgumentException("the noise must not be negative, got " + sigma);
        }
        if (y.length != x.rows()) {
            throw new IllegalArgumentException(x.rows() + " samples need as many targets, got " + y.length);
        }
    }

    /** The ridge penalty nσ². */
    public double ridge() {
        return x.rows() * sigma * sigma;
    }

    public double expectedLoss(double[] w) {
        double loss = 0;
        double[] prediction = x.times(w);
        for (int i = 0; i < y.length; i++) {
            loss += (y[i] - prediction[i]) * (y[i] - prediction[i]);
        }
        for (double v : w) {
            loss += ridge() * v * v;
        }
        return loss;
    }

    /** (G + nσ² I)⁻¹ b. */
    public double[] minimiser() {
        Matrix a = x.transposeTimes(x).plus(Matrix.identity(x.columns()).scale(ridge()));
        return LinearSystem.solve(a, x.transposeTimes(y));
    }
}

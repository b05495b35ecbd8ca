package org.ketwork.claims.decoherence;

import java.util.Arrays;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomStream;

/**
 * A linear problem without preferred directions: y = Xw + ε with X standard normal, w uniform on a sphere, ε normal.
 *
 * @param x inputs, shape (samples, units)
 * @param y targets
 * @param weights w
 */
record IsotropicData(Matrix x, double[] y, double[] weights) {
    static IsotropicData draw(int samples, int units, double signal, double noiseVariance, RandomStream random) {
        double[] w = new double[units];
        double norm = 0;
        for (int j = 0; j < units; j++) {
            w[j] = random.nextNormal();
            norm = Math.hypot(norm, w[j]);
        }
        for (int j = 0; j < units; j++) {
            w[j] *= Math.sqrt(signal) / norm;
        }
        Matrix x = normal(samples, units, random);
        double[] y = x.times(w);
        for (int i = 0; i < samples; i++) {
            y[i] += Math.sqrt(noiseVariance) * random.nextNormal();
        }
        return new IsotropicData(x, y, w);
    }

    static Matrix normal(int rows, int columns, RandomStream random) {
        Matrix x = Matrix.zeros(rows, columns);
        Arrays.setAll(x.data(), i -> random.nextNormal());
        return x;
    }

    /** ‖ŵ − w‖², by which a prediction at a new point is worse than the best one. */
    double excessRisk(double[] fitted) {
        double sum = 0;
        for (int j = 0; j < fitted.length; j++) {
            sum += (fitted[j] - weights[j]) * (fitted[j] - weights[j]);
        }
        return sum;
    }
}

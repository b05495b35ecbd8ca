package org.ketwork.bridge.kernel;

import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;

/**
 * Kernel ridge regression with a free intercept: the minimiser of |y - K a - b 1|^2 + lambda a'K a. Where K is singular the
 * prediction is unique though a is not; this is the solution with (K + lambda I) a = y - b 1 and 1'a = 0. A constant added to all
 * entries of K changes nothing but b.
 *
 * @param coefficients a, one a training point
 * @param intercept b
 */
public record KernelRidge(double[] coefficients, double intercept) {
    /** @throws IllegalArgumentException if shapes differ or lambda is not positive */
    public static KernelRidge fit(Matrix kernel, double[] targets, double lambda) {
        kernel.requireSquare();
        int n = kernel.rows();
        if (targets.length != n) {
            throw new IllegalArgumentException(
                    "the kernel is of " + n + " points, but there are " + targets.length + " targets");
        }
        if (!(lambda > 0)) {
            throw new IllegalArgumentException("the ridge must be positive, got " + lambda);
        }
        Matrix system = Matrix.zeros(n + 1, n + 1);
        double[] right = new double[n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system.set(i, j, kernel.get(i, j) + (i == j ? lambda : 0));
            }
            system.set(i, n, 1);
            system.set(n, i, 1);
            right[i] = targets[i];
        }
        double[] solution = LinearSystem.solve(system, right);
        double[] coefficients = new double[n];
        System.arraycopy(solution, 0, coefficients, 0, n);
        return new KernelRidge(coefficients, solution[n]);
    }

    /** Predictions at new points, from their kernel with the training points: shape (new, training). */
    public double[] predict(Matrix kernel) {
        double[] prediction = kernel.times(coefficients);
        for (int i = 0; i < prediction.length; i++) {
            prediction[i] += intercept;
        }
        return prediction;
    }
}

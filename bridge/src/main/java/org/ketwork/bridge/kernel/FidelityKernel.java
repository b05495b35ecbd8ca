package org.ketwork.bridge.kernel;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;

/** The quantum kernel K_ij = |&lt;a_i|b_j&gt;|^2 of pure states, exact, under global depolarisation, and from finitely many shots. */
public final class FidelityKernel {
    private FidelityKernel() {}

    /** Between two sets of states, one a row: shape (rows of a, rows of b). */
    public static Matrix of(ComplexMatrix a, ComplexMatrix b) {
        if (a.columns() != b.columns()) {
            throw new IllegalArgumentException("dimensions differ: " + a.columns() + " against " + b.columns());
        }
        Matrix kernel = Matrix.zeros(a.rows(), b.rows());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < b.rows(); j++) {
                double re = 0;
                double im = 0;
                for (int s = 0; s < a.columns(); s++) {
                    re += a.re().get(i, s) * b.re().get(j, s) + a.im().get(i, s) * b.im().get(j, s);
                    im += a.re().get(i, s) * b.im().get(j, s) - a.im().get(i, s) * b.re().get(j, s);
                }
                kernel.set(i, j, re * re + im * im);
            }
        }
        return kernel;
    }

    /**
     * Tr(rho' sigma') after both states went through rho -> (1 - q) rho + q I/d: (1 - q)^2 K + [1 - (1 - q)^2] / d, the first for
     * the overlap, the rest for the overlaps with the completely mixed state.
     *
     * <p>In {@link KernelRidge} the constant goes into the intercept, and with b = (1 - q)^2 a the objective becomes
     * |y - K b|^2 + lambda / (1 - q)^2 b'K b: depolarisation divides the ridge by (1 - q)^2 and does nothing else.
     */
    public static Matrix depolarised(Matrix kernel, double q, int dimension) {
        if (!(q >= 0 && q < 1)) {
            throw new IllegalArgumentException("depolarisation must be in [0, 1), got " + q);
        }
        double kept = (1 - q) * (1 - q);
        Matrix result = kernel.scale(kept);
        for (int i = 0; i < result.data().length; i++) {
            result.data()[i] += (1 - kept) / dimension;
        }
        return result;
    }

    /**
     * The symmetric kernel as an experiment estimates it: every pair is measured {@code shots} times and entered as the fraction
     * of successes. The diagonal is 1 by construction and not measured.
     */
    public static Matrix sampled(Matrix kernel, int shots, RandomAddress address) {
        kernel.requireSquare();
        Matrix result = Matrix.identity(kernel.rows());
        for (int i = 0; i < kernel.rows(); i++) {
            for (int j = 0; j < i; j++) {
                RandomAddress pair = address.at(i, j);
                int successes = 0;
                for (int shot = 0; shot < shots; shot++) {
                    successes += pair.bernoulli(shot, kernel.get(i, j)) ? 1 : 0;
                }
                double fraction = (double) successes / shots;
                result.set(i, j, fraction);
                result.set(j, i, fraction);
            }
        }
        return result;
    }
}

package org.ketwork.numerics.matrix;

import java.util.function.DoubleUnaryOperator;
import org.ketwork.numerics.kernel.Blas;

/**
 * The spectral decomposition A = V diag(values) V† of a Hermitian matrix.
 *
 * @param values the n eigenvalues, ascending
 * @param vectors V of shape (n, n): column k is the normalised eigenvector of {@code values[k]}; its phase is arbitrary
 */
public record HermitianEigen(double[] values, ComplexMatrix vectors) {

    /** Decomposes A; of an A that is Hermitian only to rounding, its Hermitian part. */
    public static HermitianEigen of(ComplexMatrix a) {
        double[] values = new double[a.rows()];
        return new HermitianEigen(values, decompose(a, values, true));
    }

    /** The eigenvalues alone, ascending. */
    public static double[] values(ComplexMatrix a) {
        double[] values = new double[a.rows()];
        decompose(a, values, false);
        return values;
    }

    /** f(A) = V diag(f(values)) V†. */
    public ComplexMatrix apply(DoubleUnaryOperator f) {
        ComplexMatrix scaled = vectors.copy();
        int n = values.length;
        for (int k = 0; k < n; k++) {
            double factor = f.applyAsDouble(values[k]);
            for (int i = 0; i < n; i++) {
                scaled.re().data()[i * n + k] *= factor;
                scaled.im().data()[i * n + k] *= factor;
            }
        }
        return scaled.times(vectors.adjoint());
    }

    private static ComplexMatrix decompose(ComplexMatrix a, double[] values, boolean vectors) {
        Require.hermitian(a);
        ComplexMatrix work = a.hermitianPart();
        Blas.kernels().hermitianEigen(a.rows(), work.re().data(), work.im().data(), values, vectors);
        return work;
    }
}

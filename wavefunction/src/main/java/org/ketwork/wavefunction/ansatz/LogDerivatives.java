package org.ketwork.wavefunction.ansatz;

import org.ketwork.numerics.parallel.Workers;

/**
 * The derivatives O_sk = ∂ log ψ(σ_s) / ∂θ_k at n configurations, as a linear map that need not be stored. With {@link
 * Codomain#HOLOMORPHIC} k runs over the first half of the parameters only, and a vector x of parameters is complex.
 *
 * <p>Arrays named {@code im} are neither read nor written, and may be empty, for {@link Codomain#REAL}. For {@link Codomain#COMPLEX} the
 * x of {@link #product} and the out of {@link #adjoint} are real: their imaginary arrays may be empty.
 */
public interface LogDerivatives {
    Codomain codomain();

    /** n, the number of configurations. */
    int rows();

    /** The number of k: the parameters, or half of them if the family is holomorphic. */
    int columns();

    /** Writes rows first, ..., first + count - 1 of O, row-major (count, columns). */
    void rows(int first, int count, double[] re, double[] im);

    /**
     * Writes the Gram matrix of the rows: for {@link Codomain#REAL} O Oᵀ of shape (n, n); for {@link Codomain#HOLOMORPHIC} O O† of shape
     * (n, n), with its imaginary part; for {@link Codomain#COMPLEX} the real (2n, 2n) matrix R Rᵀ of R = [Re O; Im O]. Nothing is
     * centred or weighted. Only entries on and below the diagonal need to be written: what stands above has no meaning.
     * Implementations avoid the (n, columns) matrix where its structure allows.
     */
    void gram(double[] re, double[] im, Workers workers);

    /**
     * How many real multiplications {@link #gram} makes, about: what decides whether a step is solved in the space of samples. The default
     * is that of multiplying the rows.
     */
    default double gramMultiplications() {
        double n = rows();
        return (codomain() == Codomain.HOLOMORPHIC ? 2 : codomain() == Codomain.COMPLEX ? 2 : 0.5) * n * n * columns();
    }

    /**
     * Bytes that this holds, and that {@link #gram} or {@link #adjoint} takes besides its result, about. What is needed for a few
     * configurations at a time in each thread is not counted.
     */
    long bytes();

    /** out = O x. */
    void product(double[] xRe, double[] xIm, double[] outRe, double[] outIm, Workers workers);

    /** out_k = Σ_s conj(O_sk) y_s, for COMPLEX its real part. */
    void adjoint(double[] yRe, double[] yIm, double[] outRe, double[] outIm, Workers workers);
}

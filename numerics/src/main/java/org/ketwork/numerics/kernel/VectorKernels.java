package org.ketwork.numerics.kernel;

/**
 * Functions and sums over stretches of arrays. A stretch is (array, offset, length); a function reads from x and writes to y, which may
 * be the same stretch. Every implementation gives the same bits, and a function of single elements gives them at every position, so
 * that no result depends on the machine's vector unit or on how a batch was cut.
 *
 * <p>Measured errors are stated at {@link Elementary}.
 */
public interface VectorKernels {
    /** Name and lane width, for the provenance of a run. */
    String describe();

    /** y = exp(x). */
    void exp(double[] x, int xOffset, double[] y, int yOffset, int length);

    /** y = log(x): −∞ of 0, NaN of negative numbers. */
    void log(double[] x, int xOffset, double[] y, int yOffset, int length);

    /** y = tanh(x). */
    void tanh(double[] x, int xOffset, double[] y, int yOffset, int length);

    /** y = log cosh(x), also where cosh overflows, and precise where it is next to 1. */
    void logCosh(double[] x, int xOffset, double[] y, int yOffset, int length);

    /** y = 1 / (1 + exp(−x)). */
    void sigmoid(double[] x, int xOffset, double[] y, int yOffset, int length);

    /** y = √x. */
    void sqrt(double[] x, int xOffset, double[] y, int yOffset, int length);

    /** y = max(x, 0). */
    void relu(double[] x, int xOffset, double[] y, int yOffset, int length);

    /** y += a x. */
    void axpy(double a, double[] x, int xOffset, double[] y, int yOffset, int length);

    /** x *= a. */
    void scale(double a, double[] x, int offset, int length);

    /** y *= x, entry by entry. */
    void schur(double[] x, int xOffset, double[] y, int yOffset, int length);

    /** Σ x y. */
    double dot(double[] x, int xOffset, double[] y, int yOffset, int length);

    /** Σ x. */
    double sum(double[] x, int offset, int length);

    /**
     * Replaces each row of a row-major (rows, columns) stretch by its softmax, exp(x_i) / Σ exp(x_j), with the largest entry taken out
     * first. A row of minus infinities only, or with a NaN or plus infinity in it, becomes NaN.
     */
    void softmaxRows(double[] x, int offset, int rows, int columns);
}

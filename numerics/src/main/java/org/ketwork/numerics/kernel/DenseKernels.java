package org.ketwork.numerics.kernel;

/**
 * Dense linear algebra on raw row-major arrays; complex arrays are split. Two implementations answer it: plain Java, the oracle and
 * the fallback, and OpenBLAS. Both are safe to call from several threads at once.
 *
 * <p>Arguments are trusted (the matrix types validate them): arrays have exactly the stated size and hold finite numbers. Arrays called
 * {@code a} or {@code re, im} that enter a decomposition are overwritten. An iteration that does not converge throws
 * {@link ArithmeticException}.
 */
public interface DenseKernels {
    /** Name and configuration, for the provenance of a run. */
    String describe();

    /**
     * C = alpha op(A) op(B) + beta C, with op(A) of shape (m, k), op(B) of shape (k, n). A stride is the distance between the first
     * elements of two rows of the stored array. With beta = 0 the old content of C is not read.
     */
    void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aStride,
            double[] b,
            int bOffset,
            int bStride,
            double beta,
            double[] c,
            int cOffset,
            int cStride);

    /**
     * y += alpha op(A) x, A stored with shape (m, n): op(A) = A, or Aᵀ if {@code transpose}. Runs on the heap's own arrays; x and y may
     * be different stretches of one array.
     */
    void gemv(
            boolean transpose,
            int m,
            int n,
            double alpha,
            double[] a,
            int aOffset,
            int aStride,
            double[] x,
            int xOffset,
            double[] y,
            int yOffset);

    /** C = A B for complex A of shape (m, k) and B of shape (k, n); C is overwritten. */
    void complexGemm(
            int m, int n, int k, double[] aRe, double[] aIm, double[] bRe, double[] bIm, double[] cRe, double[] cIm);

    /** Eigenvalues, ascending, of a symmetric matrix; if wanted its orthonormal eigenvectors, in the columns of {@code a}. */
    void symmetricEigen(int n, double[] a, double[] values, boolean vectors);

    /** Eigenvalues, ascending, of a Hermitian matrix; if wanted its orthonormal eigenvectors, in the columns of (re, im). */
    void hermitianEigen(int n, double[] re, double[] im, double[] values, boolean vectors);

    /** Eigenvalues and right eigenvectors (columns of length one) of a real square matrix, in no particular order. */
    void generalEigen(int n, double[] a, double[] valuesRe, double[] valuesIm, double[] vectorsRe, double[] vectorsIm);

    /** Eigenvalues and right eigenvectors (columns of length one) of a complex square matrix, in no particular order. */
    void complexGeneralEigen(
            int n,
            double[] re,
            double[] im,
            double[] valuesRe,
            double[] valuesIm,
            double[] vectorsRe,
            double[] vectorsIm);

    /**
     * Thin singular value decomposition of a matrix of shape (m, n), with q = min(m, n): U of shape (m, q), the q singular values
     * descending, Vᵀ of shape (q, n). Without vectors, u and vTransposed are not touched and may be empty.
     */
    void svd(int m, int n, double[] a, double[] u, double[] values, double[] vTransposed, boolean vectors);

    /** Thin singular value decomposition of a complex matrix, A = U diag(values) V†; see {@link #svd}. */
    void complexSvd(
            int m,
            int n,
            double[] re,
            double[] im,
            double[] uRe,
            double[] uIm,
            double[] values,
            double[] vAdjointRe,
            double[] vAdjointIm,
            boolean vectors);

    /** Thin QR: Q of shape (m, min(m, n)) goes to {@code q}, R of shape (min(m, n), n), of non-negative diagonal, to {@code r}. */
    void qr(int m, int n, double[] a, double[] q, double[] r);

    /** Thin complex QR; R has a real non-negative diagonal. */
    void complexQr(int m, int n, double[] re, double[] im, double[] qRe, double[] qIm, double[] rRe, double[] rIm);

    /**
     * Overwrites the lower triangle of {@code a}, of which only the lower triangle is read, by L of A = L Lᵀ and zeroes the rest.
     *
     * @return -1, or the index of the first pivot that is not positive
     */
    int cholesky(int n, double[] a);

    /**
     * The complex {@link #cholesky(int, double[])}: L of A = L L†, A Hermitian, of which only the lower triangle is read.
     *
     * @return -1, or the index of the first pivot that is not positive
     */
    int complexCholesky(int n, double[] re, double[] im);

    /**
     * The {@link #cholesky(int, double[])} of a block of a larger array, for factorisations by blocks: it overwrites the lower triangle of
     * the block by L, touches nothing else of it, and writes L⁻¹, with zeros above the diagonal, to {@code inverse} of shape (n, n). It
     * runs on the heap's own array and is meant for n up to a few hundred.
     *
     * @return -1, or the index in the block of the first pivot that is not positive; then the inverse has no meaning
     */
    int choleskyBlock(int n, double[] a, int offset, int stride, double[] inverse);

    /** The complex {@link #choleskyBlock}; both parts of the block have the same offset and stride. */
    int complexCholeskyBlock(
            int n, double[] re, double[] im, int offset, int stride, double[] inverseRe, double[] inverseIm);

    /**
     * Solves A X = B for X of shape (n, columns), which overwrites {@code b}, by elimination with partial pivoting.
     *
     * @return -1, or the index of the first pivot that vanishes to rounding: |u_kk| at most n eps times the largest entry of column k
     *     of A. A change of A of that relative size makes it exactly singular. X is then undefined.
     */
    int solve(int n, int columns, double[] a, double[] b);

    /** Complex {@link #solve}. */
    int complexSolve(int n, int columns, double[] aRe, double[] aIm, double[] bRe, double[] bIm);
}

package org.ketwork.numerics.kernel;

import java.io.IOException;

/**
 * Dense linear algebra by OpenBLAS; of the smallest matrices, where a native call costs more than the arithmetic, in Java. Records
 * all the way down, so that the compiler trusts the function handles to be constants.
 *
 * @param blas the bound functions
 * @param describe version, configuration and core type
 */
record OpenBlasDense(OpenBlas blas, String describe) implements DenseKernels {
    /** Measured: up to this size the plain algorithms are faster, by a factor of ten for one qubit. */
    private static final int SMALL = 6;

    private static final ReferenceDense JAVA = new ReferenceDense("small matrices");

    /** Loads OpenBLAS; see {@link OpenBlasLibrary}. */
    static OpenBlasDense load() throws IOException {
        OpenBlasLibrary library = OpenBlasLibrary.load();
        OpenBlas blas = OpenBlas.bind(library.symbols());
        return new OpenBlasDense(
                blas, blas.configuration() + " (" + library.coreType().reason() + "), one thread");
    }

    @Override
    public void gemm(
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
            int cStride) {
        OpenBlasProducts.gemm(
                blas,
                transposeA,
                transposeB,
                m,
                n,
                k,
                alpha,
                a,
                aOffset,
                aStride,
                b,
                bOffset,
                bStride,
                beta,
                c,
                cOffset,
                cStride);
    }

    @Override
    public void gemv(
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
            int yOffset) {
        OpenBlasProducts.gemv(blas, transpose, m, n, alpha, a, aOffset, aStride, x, xOffset, y, yOffset);
    }

    @Override
    public void complexGemm(
            int m, int n, int k, double[] aRe, double[] aIm, double[] bRe, double[] bIm, double[] cRe, double[] cIm) {
        OpenBlasProducts.complexGemm(blas, m, n, k, aRe, aIm, bRe, bIm, cRe, cIm);
    }

    @Override
    public void symmetricEigen(int n, double[] a, double[] values, boolean vectors) {
        if (n <= SMALL) {
            JAVA.symmetricEigen(n, a, values, vectors);
        } else {
            OpenBlasSpectra.symmetricEigen(blas, n, a, values, vectors);
        }
    }

    @Override
    public void hermitianEigen(int n, double[] re, double[] im, double[] values, boolean vectors) {
        if (n <= SMALL) {
            JAVA.hermitianEigen(n, re, im, values, vectors);
        } else {
            OpenBlasSpectra.hermitianEigen(blas, n, re, im, values, vectors);
        }
    }

    @Override
    public void generalEigen(
            int n, double[] a, double[] valuesRe, double[] valuesIm, double[] vectorsRe, double[] vectorsIm) {
        OpenBlasSpectra.generalEigen(blas, n, a, valuesRe, valuesIm, vectorsRe, vectorsIm);
    }

    @Override
    public void complexGeneralEigen(
            int n,
            double[] re,
            double[] im,
            double[] valuesRe,
            double[] valuesIm,
            double[] vectorsRe,
            double[] vectorsIm) {
        OpenBlasSpectra.complexGeneralEigen(blas, n, re, im, valuesRe, valuesIm, vectorsRe, vectorsIm);
    }

    @Override
    public void svd(int m, int n, double[] a, double[] u, double[] values, double[] vTransposed, boolean vectors) {
        if (Math.max(m, n) <= SMALL) {
            JAVA.svd(m, n, a, u, values, vTransposed, vectors);
        } else {
            OpenBlasSpectra.svd(blas, m, n, a, u, values, vTransposed, vectors);
        }
    }

    @Override
    public void complexSvd(
            int m,
            int n,
            double[] re,
            double[] im,
            double[] uRe,
            double[] uIm,
            double[] values,
            double[] vAdjointRe,
            double[] vAdjointIm,
            boolean vectors) {
        if (Math.max(m, n) <= SMALL) {
            JAVA.complexSvd(m, n, re, im, uRe, uIm, values, vAdjointRe, vAdjointIm, vectors);
        } else {
            OpenBlasSpectra.complexSvd(blas, m, n, re, im, uRe, uIm, values, vAdjointRe, vAdjointIm, vectors);
        }
    }

    @Override
    public void qr(int m, int n, double[] a, double[] q, double[] r) {
        OpenBlasFactors.qr(blas, m, n, a, q, r);
    }

    @Override
    public void complexQr(
            int m, int n, double[] re, double[] im, double[] qRe, double[] qIm, double[] rRe, double[] rIm) {
        OpenBlasFactors.complexQr(blas, m, n, re, im, qRe, qIm, rRe, rIm);
    }

    @Override
    public int cholesky(int n, double[] a) {
        return OpenBlasFactors.cholesky(blas, n, a);
    }

    @Override
    public int complexCholesky(int n, double[] re, double[] im) {
        return OpenBlasFactors.complexCholesky(blas, n, re, im);
    }

    @Override
    public int choleskyBlock(int n, double[] a, int offset, int stride, double[] inverse) {
        return n <= SMALL
                ? JAVA.choleskyBlock(n, a, offset, stride, inverse)
                : OpenBlasTriangles.cholesky(blas, n, a, offset, stride, inverse);
    }

    @Override
    public int complexCholeskyBlock(
            int n, double[] re, double[] im, int offset, int stride, double[] inverseRe, double[] inverseIm) {
        return n <= SMALL
                ? JAVA.complexCholeskyBlock(n, re, im, offset, stride, inverseRe, inverseIm)
                : OpenBlasTriangles.cholesky(blas, n, re, im, offset, stride, inverseRe, inverseIm);
    }

    @Override
    public int solve(int n, int columns, double[] a, double[] b) {
        return n <= SMALL ? JAVA.solve(n, columns, a, b) : OpenBlasFactors.solve(blas, n, columns, a, b);
    }

    @Override
    public int complexSolve(int n, int columns, double[] aRe, double[] aIm, double[] bRe, double[] bIm) {
        return n <= SMALL
                ? JAVA.complexSolve(n, columns, aRe, aIm, bRe, bIm)
                : OpenBlasFactors.complexSolve(blas, n, columns, aRe, aIm, bRe, bIm);
    }
}

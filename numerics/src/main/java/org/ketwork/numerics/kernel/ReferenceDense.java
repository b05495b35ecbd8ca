package org.ketwork.numerics.kernel;

/**
 * Dense linear algebra in plain Java: the oracle of the tests, and the fallback where OpenBLAS is absent. Real decompositions are the
 * complex ones with a vanishing imaginary part, so that there is one algorithm of each kind to read and to trust.
 *
 * @param reason why it is used, for the provenance
 */
record ReferenceDense(String reason) implements DenseKernels {

    @Override
    public String describe() {
        return "plain Java (" + reason + ")";
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
        JavaGemm.gemm(
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
        if (transpose) {
            JavaGemm.gemm(false, false, 1, n, m, alpha, x, xOffset, m, a, aOffset, aStride, 1, y, yOffset, n);
        } else {
            JavaGemm.gemm(false, true, 1, m, n, alpha, x, xOffset, n, a, aOffset, aStride, 1, y, yOffset, m);
        }
    }

    @Override
    public void complexGemm(
            int m, int n, int k, double[] aRe, double[] aIm, double[] bRe, double[] bIm, double[] cRe, double[] cIm) {
        JavaGemm.gemm(false, false, m, n, k, 1, aRe, 0, k, bRe, 0, n, 0, cRe, 0, n);
        JavaGemm.gemm(false, false, m, n, k, -1, aIm, 0, k, bIm, 0, n, 1, cRe, 0, n);
        JavaGemm.gemm(false, false, m, n, k, 1, aRe, 0, k, bIm, 0, n, 0, cIm, 0, n);
        JavaGemm.gemm(false, false, m, n, k, 1, aIm, 0, k, bRe, 0, n, 1, cIm, 0, n);
    }

    @Override
    public void symmetricEigen(int n, double[] a, double[] values, boolean vectors) {
        hermitianEigen(n, a, new double[a.length], values, vectors);
    }

    @Override
    public void hermitianEigen(int n, double[] re, double[] im, double[] values, boolean vectors) {
        HermitianQl.decompose(n, re, im, values, vectors);
    }

    @Override
    public void generalEigen(
            int n, double[] a, double[] valuesRe, double[] valuesIm, double[] vectorsRe, double[] vectorsIm) {
        complexGeneralEigen(n, a, new double[a.length], valuesRe, valuesIm, vectorsRe, vectorsIm);
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
        ComplexSchur.eigen(n, re, im, valuesRe, valuesIm, vectorsRe, vectorsIm);
    }

    @Override
    public void svd(int m, int n, double[] a, double[] u, double[] values, double[] vTransposed, boolean vectors) {
        complexSvd(
                m,
                n,
                a,
                new double[a.length],
                u,
                new double[u.length],
                values,
                vTransposed,
                new double[vTransposed.length],
                vectors);
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
        JacobiSvd.decompose(m, n, re, im, uRe, uIm, values, vAdjointRe, vAdjointIm, vectors);
    }

    @Override
    public void qr(int m, int n, double[] a, double[] q, double[] r) {
        complexQr(m, n, a, new double[a.length], q, new double[q.length], r, new double[r.length]);
    }

    @Override
    public void complexQr(
            int m, int n, double[] re, double[] im, double[] qRe, double[] qIm, double[] rRe, double[] rIm) {
        HouseholderQr.decompose(m, n, re, im, qRe, qIm, rRe, rIm);
    }

    @Override
    public int cholesky(int n, double[] a) {
        int pivot = Triangles.cholesky(n, a, 0, n);
        Triangles.clearAbove(n, a);
        return pivot;
    }

    @Override
    public int complexCholesky(int n, double[] re, double[] im) {
        int pivot = Triangles.cholesky(n, re, im, 0, n);
        Triangles.clearAbove(n, re);
        Triangles.clearAbove(n, im);
        return pivot;
    }

    @Override
    public int choleskyBlock(int n, double[] a, int offset, int stride, double[] inverse) {
        int pivot = Triangles.cholesky(n, a, offset, stride);
        if (pivot < 0) {
            Triangles.invert(n, a, offset, stride, inverse);
        }
        return pivot;
    }

    @Override
    public int complexCholeskyBlock(
            int n, double[] re, double[] im, int offset, int stride, double[] inverseRe, double[] inverseIm) {
        int pivot = Triangles.cholesky(n, re, im, offset, stride);
        if (pivot < 0) {
            Triangles.invert(n, re, im, offset, stride, inverseRe, inverseIm);
        }
        return pivot;
    }

    @Override
    public int solve(int n, int columns, double[] a, double[] b) {
        return Elimination.solve(n, columns, a, new double[a.length], b, new double[b.length]);
    }

    @Override
    public int complexSolve(int n, int columns, double[] aRe, double[] aIm, double[] bRe, double[] bIm) {
        return Elimination.solve(n, columns, aRe, aIm, bRe, bIm);
    }
}

package org.ketwork.numerics.kernel;

import java.lang.foreign.MemorySegment;

/**
 * Cholesky factors of blocks by OpenBLAS, on the heap's own arrays; see {@link DenseKernels#choleskyBlock}. LAPACK is told the upper
 * triangle of columns, which is the lower one of rows: of the transposed matrix, Aᵀ = U† U with U = Lᵀ, and U⁻¹ is the transpose of L⁻¹.
 */
final class OpenBlasTriangles {
    private static final byte UPPER = 'U';
    private static final byte NOT_UNIT = 'N';

    private OpenBlasTriangles() {}

    static int cholesky(OpenBlas blas, int n, double[] a, int offset, int stride, double[] inverse) {
        OpenBlasProducts.requireInside(a, offset, stride, n, n);
        OpenBlasProducts.requireInside(inverse, 0, n, n, n);
        try {
            int status = (int) blas.dpotrfOnHeap()
                    .invokeExact(OpenBlas.COLUMN_MAJOR, UPPER, n, OpenBlasProducts.from(a, offset), stride);
            Lapack.requireAccepted("dpotrf", status);
            if (status > 0) {
                return status - 1;
            }
            for (int i = 0; i < n; i++) {
                System.arraycopy(a, offset + i * stride, inverse, i * n, i + 1);
            }
            int inverted = (int) blas.dtrtriOnHeap()
                    .invokeExact(OpenBlas.COLUMN_MAJOR, UPPER, NOT_UNIT, n, MemorySegment.ofArray(inverse), n);
            Lapack.requireAccepted("dtrtri", inverted);
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
        Triangles.clearAbove(n, inverse);
        return -1;
    }

    static int cholesky(
            OpenBlas blas,
            int n,
            double[] re,
            double[] im,
            int offset,
            int stride,
            double[] inverseRe,
            double[] inverseIm) {
        double[] block = new double[2 * n * n];
        for (int i = 0; i < n; i++) {
            int from = offset + i * stride;
            for (int j = 0; j <= i; j++) {
                block[2 * (i * n + j)] = re[from + j];
                block[2 * (i * n + j) + 1] = im[from + j];
            }
        }
        try {
            int status = (int)
                    blas.zpotrfOnHeap().invokeExact(OpenBlas.COLUMN_MAJOR, UPPER, n, MemorySegment.ofArray(block), n);
            Lapack.requireAccepted("zpotrf", status);
            if (status > 0) {
                return status - 1;
            }
            read(n, block, re, im, offset, stride);
            int inverted = (int) blas.ztrtriOnHeap()
                    .invokeExact(OpenBlas.COLUMN_MAJOR, UPPER, NOT_UNIT, n, MemorySegment.ofArray(block), n);
            Lapack.requireAccepted("ztrtri", inverted);
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
        read(n, block, inverseRe, inverseIm, 0, n);
        Triangles.clearAbove(n, inverseRe);
        Triangles.clearAbove(n, inverseIm);
        return -1;
    }

    private static void read(int n, double[] block, double[] re, double[] im, int offset, int stride) {
        for (int i = 0; i < n; i++) {
            int to = offset + i * stride;
            for (int j = 0; j <= i; j++) {
                re[to + j] = block[2 * (i * n + j)];
                im[to + j] = block[2 * (i * n + j) + 1];
            }
        }
    }
}

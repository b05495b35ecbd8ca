package org.ketwork.numerics.kernel;

import java.lang.foreign.MemorySegment;

/** Matrix products by OpenBLAS on the heap's own arrays. */
final class OpenBlasProducts {
    /** Below this many multiplications a Java loop is faster than the call, which costs some 50 ns. */
    private static final long SMALL = 64;
    /**
     * A call on heap arrays keeps the garbage collector waiting until it returns. Larger products are cut into pieces of this many
     * multiplications, 5 ms each at 100 Gflop/s, which is still large enough to run at full speed.
     */
    private static final long PIECE = 512L * 512 * 1024;
    /** From this many multiplications on, three real products and their additions beat four. */
    private static final long THREE_PRODUCTS = 100L * 100 * 100;

    private OpenBlasProducts() {}

    static void gemm(
            OpenBlas blas,
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
        long size = (long) m * n * k;
        if (size < SMALL) {
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
        } else if (size <= PIECE) {
            call(
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
        } else {
            new Large(blas, transposeA, transposeB, alpha, a, aStride, b, bStride, c, cStride)
                    .multiply(m, n, k, aOffset, bOffset, beta, cOffset);
        }
    }

    /** A product above the limit of one call, halved along its longest side until the pieces are below it. */
    private record Large(
            OpenBlas blas,
            boolean transposeA,
            boolean transposeB,
            double alpha,
            double[] a,
            int aStride,
            double[] b,
            int bStride,
            double[] c,
            int cStride) {

        void multiply(int m, int n, int k, int aOffset, int bOffset, double beta, int cOffset) {
            if ((long) m * n * k <= PIECE) {
                call(
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
            } else if (m >= n && m >= k) {
                int half = m / 2;
                int aHalf = aOffset + half * (transposeA ? 1 : aStride);
                multiply(half, n, k, aOffset, bOffset, beta, cOffset);
                multiply(m - half, n, k, aHalf, bOffset, beta, cOffset + half * cStride);
            } else if (n >= k) {
                int half = n / 2;
                int bHalf = bOffset + half * (transposeB ? bStride : 1);
                multiply(m, half, k, aOffset, bOffset, beta, cOffset);
                multiply(m, n - half, k, aOffset, bHalf, beta, cOffset + half);
            } else {
                int half = k / 2;
                int aHalf = aOffset + half * (transposeA ? aStride : 1);
                int bHalf = bOffset + half * (transposeB ? 1 : bStride);
                multiply(m, n, half, aOffset, bOffset, beta, cOffset);
                multiply(m, n, k - half, aHalf, bHalf, 1, cOffset);
            }
        }
    }

    private static void call(
            OpenBlas blas,
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
        requireInside(a, aOffset, aStride, transposeA ? k : m, transposeA ? m : k);
        requireInside(b, bOffset, bStride, transposeB ? n : k, transposeB ? k : n);
        requireInside(c, cOffset, cStride, m, n);
        try {
            blas.dgemm()
                    .invokeExact(
                            OpenBlas.ROW_MAJOR,
                            transposeA ? OpenBlas.TRANSPOSED : OpenBlas.AS_IS,
                            transposeB ? OpenBlas.TRANSPOSED : OpenBlas.AS_IS,
                            m,
                            n,
                            k,
                            alpha,
                            from(a, aOffset),
                            aStride,
                            from(b, bOffset),
                            bStride,
                            beta,
                            from(c, cOffset),
                            cStride);
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
    }

    static void gemv(
            OpenBlas blas,
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
        if (m == 0 || n == 0) {
            return;
        }
        requireInside(a, aOffset, aStride, m, n);
        requireInside(x, xOffset, transpose ? m : n, 1, transpose ? m : n);
        requireInside(y, yOffset, transpose ? n : m, 1, transpose ? n : m);
        try {
            blas.dgemv()
                    .invokeExact(
                            OpenBlas.ROW_MAJOR,
                            transpose ? OpenBlas.TRANSPOSED : OpenBlas.AS_IS,
                            m,
                            n,
                            alpha,
                            from(a, aOffset),
                            aStride,
                            from(x, xOffset),
                            1,
                            1.0,
                            from(y, yOffset),
                            1);
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
    }

    /** The library does not check: a wrong stride here would write into somebody else's object. */
    static void requireInside(double[] array, int offset, int stride, int rows, int columns) {
        if (offset < 0 || stride < columns || offset + (rows - 1L) * stride + columns > array.length) {
            throw new IllegalArgumentException("a " + rows + " x " + columns + " matrix at offset " + offset
                    + " with stride " + stride + " does not fit into " + array.length + " numbers");
        }
    }

    static MemorySegment from(double[] array, int offset) {
        return MemorySegment.ofArray(array).asSlice((long) offset * Double.BYTES);
    }

    /**
     * By real products: four of them, or for larger ones three, with Im C = (Aᵣ + Aᵢ)(Bᵣ + Bᵢ) − AᵣBᵣ − AᵢBᵢ. The error of three is
     * bounded in norm, by a small multiple of n eps ‖A‖‖B‖, like that of four; but where Im C is much smaller than Re C, it may lose the
     * digits that four would keep (Higham, SIAM J. Matrix Anal. Appl. 13, 681 (1992)).
     */
    static void complexGemm(
            OpenBlas blas,
            int m,
            int n,
            int k,
            double[] aRe,
            double[] aIm,
            double[] bRe,
            double[] bIm,
            double[] cRe,
            double[] cIm) {
        if ((long) m * n * k < THREE_PRODUCTS) {
            gemm(blas, false, false, m, n, k, 1, aRe, 0, k, bRe, 0, n, 0, cRe, 0, n);
            gemm(blas, false, false, m, n, k, -1, aIm, 0, k, bIm, 0, n, 1, cRe, 0, n);
            gemm(blas, false, false, m, n, k, 1, aRe, 0, k, bIm, 0, n, 0, cIm, 0, n);
            gemm(blas, false, false, m, n, k, 1, aIm, 0, k, bRe, 0, n, 1, cIm, 0, n);
            return;
        }
        double[] ofImaginary = new double[m * n];
        gemm(blas, false, false, m, n, k, 1, aRe, 0, k, bRe, 0, n, 0, cRe, 0, n);
        gemm(blas, false, false, m, n, k, 1, aIm, 0, k, bIm, 0, n, 0, ofImaginary, 0, n);
        gemm(blas, false, false, m, n, k, 1, sum(aRe, aIm), 0, k, sum(bRe, bIm), 0, n, 0, cIm, 0, n);
        for (int i = 0; i < m * n; i++) {
            cIm[i] -= cRe[i] + ofImaginary[i];
            cRe[i] -= ofImaginary[i];
        }
    }

    private static double[] sum(double[] x, double[] y) {
        double[] sum = new double[x.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = x[i] + y[i];
        }
        return sum;
    }
}

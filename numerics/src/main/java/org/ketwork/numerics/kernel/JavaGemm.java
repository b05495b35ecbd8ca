package org.ketwork.numerics.kernel;

import java.util.Arrays;

/** C = alpha op(A) op(B) + beta C by loops whose innermost one runs along rows, so that the compiler vectorises it. */
final class JavaGemm {
    private JavaGemm() {}

    static void gemm(
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
        int aRow = transposeA ? 1 : aStride;
        int aColumn = transposeA ? aStride : 1;
        for (int i = 0; i < m; i++) {
            int row = cOffset + i * cStride;
            scale(c, row, n, beta);
            if (transposeB) {
                for (int j = 0; j < n; j++) {
                    c[row + j] += alpha * dot(k, a, aOffset + i * aRow, aColumn, b, bOffset + j * bStride);
                }
            } else {
                int from = aOffset + i * aRow;
                int l = 0;
                for (; l < k - 3; l += 4) {
                    addFourRows(
                            c,
                            row,
                            alpha * a[from + l * aColumn],
                            alpha * a[from + (l + 1) * aColumn],
                            alpha * a[from + (l + 2) * aColumn],
                            alpha * a[from + (l + 3) * aColumn],
                            b,
                            bOffset + l * bStride,
                            bStride,
                            n);
                }
                for (; l < k; l++) {
                    addRow(c, row, alpha * a[from + l * aColumn], b, bOffset + l * bStride, n);
                }
            }
        }
    }

    private static void scale(double[] c, int offset, int length, double beta) {
        if (beta == 0) {
            Arrays.fill(c, offset, offset + length, 0);
        } else if (beta != 1) {
            for (int j = offset; j < offset + length; j++) {
                c[j] *= beta;
            }
        }
    }

    private static void addRow(double[] c, int row, double factor, double[] b, int bRow, int n) {
        for (int j = 0; j < n; j++) {
            c[row + j] += factor * b[bRow + j];
        }
    }

    /** Four rows at once read and write the row of C once instead of four times. */
    private static void addFourRows(
            double[] c, int row, double f0, double f1, double f2, double f3, double[] b, int b0, int stride, int n) {
        int b1 = b0 + stride;
        int b2 = b1 + stride;
        int b3 = b2 + stride;
        for (int j = 0; j < n; j++) {
            c[row + j] += (f0 * b[b0 + j] + f1 * b[b1 + j]) + (f2 * b[b2 + j] + f3 * b[b3 + j]);
        }
    }

    /** A sum in four strands: one strand would wait for each addition before it starts the next. */
    private static double dot(int length, double[] a, int aOffset, int aStep, double[] b, int bOffset) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int l = 0;
        for (; l < length - 3; l += 4) {
            s0 += a[aOffset + l * aStep] * b[bOffset + l];
            s1 += a[aOffset + (l + 1) * aStep] * b[bOffset + l + 1];
            s2 += a[aOffset + (l + 2) * aStep] * b[bOffset + l + 2];
            s3 += a[aOffset + (l + 3) * aStep] * b[bOffset + l + 3];
        }
        for (; l < length; l++) {
            s0 += a[aOffset + l * aStep] * b[bOffset + l];
        }
        return (s0 + s1) + (s2 + s3);
    }
}

package org.ketwork.wavefunction.ansatz;

import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.parallel.Workers;

/**
 * Derivatives held as a matrix, for families of few parameters or without structure.
 *
 * @param re row-major (rows, columns)
 * @param im the same; empty if the codomain is real
 */
public record StoredDerivatives(Codomain codomain, int rows, int columns, double[] re, double[] im)
        implements LogDerivatives {
    /** Rows, or columns, of one task of the workers. */
    private static final int BLOCK = 128;

    public StoredDerivatives {
        long size = (long) rows * columns;
        if (re.length < size || (codomain != Codomain.REAL && im.length < size)) {
            throw new IllegalArgumentException(rows + " rows of " + columns + " derivatives do not fit " + re.length
                    + " and " + im.length + " numbers");
        }
    }

    @Override
    public void rows(int first, int count, double[] targetRe, double[] targetIm) {
        System.arraycopy(re, first * columns, targetRe, 0, count * columns);
        if (codomain != Codomain.REAL) {
            System.arraycopy(im, first * columns, targetIm, 0, count * columns);
        }
    }

    @Override
    public void gram(double[] gramRe, double[] gramIm, Workers workers) {
        switch (codomain) {
            case REAL ->
                GramTiles.forEach(rows, workers, (i, m, j, n) -> outer(i, m, j, n, 1, re, re, 0, gramRe, rows, 0));
            case HOLOMORPHIC ->
                GramTiles.forEach(rows, workers, (i, m, j, n) -> {
                    outer(i, m, j, n, 1, re, re, 0, gramRe, rows, 0);
                    outer(i, m, j, n, 1, im, im, 1, gramRe, rows, 0);
                    outer(i, m, j, n, 1, im, re, 0, gramIm, rows, 0);
                    outer(i, m, j, n, -1, re, im, 1, gramIm, rows, 0);
                });
            case COMPLEX -> stackedGram(gramRe, workers);
        }
    }

    /** R Rᵀ of R = [Re O; Im O]. */
    private void stackedGram(double[] gram, Workers workers) {
        int stride = 2 * rows;
        GramTiles.forEach(stride, workers, (i, m, j, n) -> {
            // A tile may reach over the seam between the real and the imaginary half, in both directions.
            for (int upper = 0; upper < 2; upper++) {
                for (int left = 0; left < 2; left++) {
                    int row = Math.max(i, upper * rows);
                    int column = Math.max(j, left * rows);
                    int height = Math.min(i + m, (upper + 1) * rows) - row;
                    int width = Math.min(j + n, (left + 1) * rows) - column;
                    if (height > 0 && width > 0) {
                        int target = row * stride + column;
                        double[] a = upper == 0 ? re : im;
                        double[] b = left == 0 ? re : im;
                        int from = row - upper * rows;
                        int to = column - left * rows;
                        outer(from, height, to, width, 1, a, b, 0, gram, stride, target - (from * stride + to));
                    }
                }
            }
        });
    }

    /** c = alpha a[i ...] b[j ...]ᵀ + beta c at place (i, j), moved on by the shift. */
    private void outer(
            int i,
            int m,
            int j,
            int n,
            double alpha,
            double[] a,
            double[] b,
            double beta,
            double[] c,
            int stride,
            int shift) {
        Blas.gemm(
                false,
                true,
                m,
                n,
                columns,
                alpha,
                a,
                i * columns,
                columns,
                b,
                j * columns,
                columns,
                beta,
                c,
                i * stride + j + shift,
                stride);
    }

    @Override
    public long bytes() {
        return Double.BYTES * ((long) re.length + im.length);
    }

    @Override
    public void product(double[] xRe, double[] xIm, double[] outRe, double[] outIm, Workers workers) {
        workers.forEach(Math.ceilDiv(rows, BLOCK), block -> {
            int first = block * BLOCK;
            int count = Math.min(BLOCK, rows - first);
            timesRows(first, count, 1, re, xRe, 0, outRe);
            if (codomain != Codomain.REAL) {
                timesRows(first, count, 1, im, xRe, 0, outIm);
            }
            if (codomain == Codomain.HOLOMORPHIC) {
                timesRows(first, count, -1, im, xIm, 1, outRe);
                timesRows(first, count, 1, re, xIm, 1, outIm);
            }
        });
    }

    private void timesRows(int first, int count, double alpha, double[] a, double[] x, double beta, double[] out) {
        Blas.gemm(false, false, count, 1, columns, alpha, a, first * columns, columns, x, 0, 1, beta, out, first, 1);
    }

    @Override
    public void adjoint(double[] yRe, double[] yIm, double[] outRe, double[] outIm, Workers workers) {
        workers.forEach(Math.ceilDiv(columns, BLOCK), block -> {
            int first = block * BLOCK;
            int count = Math.min(BLOCK, columns - first);
            timesColumns(first, count, 1, re, yRe, 0, outRe);
            if (codomain != Codomain.REAL) {
                timesColumns(first, count, 1, im, yIm, 1, outRe);
            }
            if (codomain == Codomain.HOLOMORPHIC) {
                timesColumns(first, count, 1, re, yIm, 0, outIm);
                timesColumns(first, count, -1, im, yRe, 1, outIm);
            }
        });
    }

    private void timesColumns(int first, int count, double alpha, double[] a, double[] y, double beta, double[] out) {
        Blas.gemm(false, false, 1, count, rows, alpha, y, 0, rows, a, first, columns, beta, out, first, count);
    }
}

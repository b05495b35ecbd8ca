package org.ketwork.numerics.kernel;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Factorisations and linear equations by LAPACK. */
final class OpenBlasFactors {
    private OpenBlasFactors() {}

    static void qr(OpenBlas blas, int m, int n, double[] a, double[] q, double[] r) {
        int k = Math.min(m, n);
        Arrays.fill(r, 0);
        if (k == 0) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = ColumnMajor.of(arena, m, n, a);
            MemorySegment reflectors = ColumnMajor.allocate(arena, k);
            Lapack.requireAccepted("dgeqrf", (int)
                    blas.dgeqrf().handle().invokeExact(OpenBlas.COLUMN_MAJOR, m, n, matrix, m, reflectors));
            for (int i = 0; i < k; i++) {
                for (int j = i; j < n; j++) {
                    r[i * n + j] = matrix.getAtIndex(JAVA_DOUBLE, (long) j * m + i);
                }
            }
            Lapack.requireAccepted("dorgqr", (int)
                    blas.dorgqr().handle().invokeExact(OpenBlas.COLUMN_MAJOR, m, k, k, matrix, m, reflectors));
            ColumnMajor.read(matrix, m, m, k, q);
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
        for (int i = 0; i < k; i++) {
            if (r[i * n + i] < 0) {
                negate(q, i, k, q.length);
                negate(r, i * n + i, 1, (i + 1) * n);
            }
        }
    }

    private static void negate(double[] x, int from, int step, int to) {
        for (int i = from; i < to; i += step) {
            x[i] = -x[i];
        }
    }

    static void complexQr(
            OpenBlas blas,
            int m,
            int n,
            double[] re,
            double[] im,
            double[] qRe,
            double[] qIm,
            double[] rRe,
            double[] rIm) {
        int k = Math.min(m, n);
        Arrays.fill(rRe, 0);
        Arrays.fill(rIm, 0);
        if (k == 0) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = ColumnMajor.of(arena, m, n, re, im);
            MemorySegment reflectors = ColumnMajor.allocate(arena, 2L * k);
            Lapack.requireAccepted("zgeqrf", (int)
                    blas.zgeqrf().handle().invokeExact(OpenBlas.COLUMN_MAJOR, m, n, matrix, m, reflectors));
            for (int i = 0; i < k; i++) {
                for (int j = i; j < n; j++) {
                    long at = 2 * ((long) j * m + i);
                    rRe[i * n + j] = matrix.getAtIndex(JAVA_DOUBLE, at);
                    rIm[i * n + j] = matrix.getAtIndex(JAVA_DOUBLE, at + 1);
                }
            }
            Lapack.requireAccepted("zungqr", (int)
                    blas.zungqr().handle().invokeExact(OpenBlas.COLUMN_MAJOR, m, k, k, matrix, m, reflectors));
            ColumnMajor.read(matrix, m, m, k, qRe, qIm);
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
        HouseholderQr.makeDiagonalPositive(m, n, k, qRe, qIm, rRe, rIm);
    }

    static int cholesky(OpenBlas blas, int n, double[] a) {
        int status;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = ColumnMajor.of(arena, n, n, a);
            status = (int)
                    blas.dpotrf().handle().invokeExact(OpenBlas.COLUMN_MAJOR, (byte) 'L', n, matrix, Lapack.stride(n));
            Lapack.requireAccepted("dpotrf", status);
            ColumnMajor.read(matrix, n, n, n, a);
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
        Triangles.clearAbove(n, a);
        return status - 1;
    }

    static int complexCholesky(OpenBlas blas, int n, double[] re, double[] im) {
        int status;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = ColumnMajor.of(arena, n, n, re, im);
            status = (int)
                    blas.zpotrf().handle().invokeExact(OpenBlas.COLUMN_MAJOR, (byte) 'L', n, matrix, Lapack.stride(n));
            Lapack.requireAccepted("zpotrf", status);
            ColumnMajor.read(matrix, n, n, n, re, im);
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
        Triangles.clearAbove(n, re);
        Triangles.clearAbove(n, im);
        return status - 1;
    }

    static int solve(OpenBlas blas, int n, int columns, double[] a, double[] b) {
        if (b.length == 0) {
            return -1;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = ColumnMajor.of(arena, n, n, a);
            MemorySegment rows = arena.allocate(JAVA_INT, n);
            Lapack.requireAccepted(
                    "dgetrf", (int) blas.dgetrf().handle().invokeExact(OpenBlas.COLUMN_MAJOR, n, n, matrix, n, rows));
            double[] negligible = Elimination.negligible(n, a, new double[a.length]);
            for (int k = 0; k < n; k++) {
                if (Math.abs(matrix.getAtIndex(JAVA_DOUBLE, (long) k * n + k)) <= negligible[k]) {
                    return k;
                }
            }
            MemorySegment right = ColumnMajor.of(arena, n, columns, b);
            Lapack.requireAccepted("dgetrs", (int) blas.dgetrs()
                    .handle()
                    .invokeExact(OpenBlas.COLUMN_MAJOR, (byte) 'N', n, columns, matrix, n, rows, right, n));
            ColumnMajor.read(right, n, n, columns, b);
            return -1;
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
    }

    static int complexSolve(OpenBlas blas, int n, int columns, double[] aRe, double[] aIm, double[] bRe, double[] bIm) {
        if (bRe.length == 0) {
            return -1;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = ColumnMajor.of(arena, n, n, aRe, aIm);
            MemorySegment rows = arena.allocate(JAVA_INT, n);
            Lapack.requireAccepted(
                    "zgetrf", (int) blas.zgetrf().handle().invokeExact(OpenBlas.COLUMN_MAJOR, n, n, matrix, n, rows));
            double[] negligible = Elimination.negligible(n, aRe, aIm);
            for (int k = 0; k < n; k++) {
                long at = 2 * ((long) k * n + k);
                double re = matrix.getAtIndex(JAVA_DOUBLE, at);
                double im = matrix.getAtIndex(JAVA_DOUBLE, at + 1);
                if (Math.hypot(re, im) <= negligible[k]) {
                    return k;
                }
            }
            MemorySegment right = ColumnMajor.of(arena, n, columns, bRe, bIm);
            Lapack.requireAccepted("zgetrs", (int) blas.zgetrs()
                    .handle()
                    .invokeExact(OpenBlas.COLUMN_MAJOR, (byte) 'N', n, columns, matrix, n, rows, right, n));
            ColumnMajor.read(right, n, n, columns, bRe, bIm);
            return -1;
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
    }
}

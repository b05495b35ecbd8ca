package org.ketwork.numerics.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Eigenvalues and singular values by LAPACK. */
final class OpenBlasSpectra {
    private OpenBlasSpectra() {}

    static void symmetricEigen(OpenBlas blas, int n, double[] a, double[] values, boolean vectors) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = ColumnMajor.of(arena, n, n, a);
            MemorySegment spectrum = ColumnMajor.allocate(arena, n);
            int status = (int) blas.dsyevd()
                    .handle()
                    .invokeExact(
                            OpenBlas.COLUMN_MAJOR,
                            job(vectors, 'V'),
                            (byte) 'L',
                            n,
                            matrix,
                            Lapack.stride(n),
                            spectrum);
            Lapack.requireConverged("dsyevd", status);
            ColumnMajor.read(spectrum, values);
            if (vectors) {
                ColumnMajor.read(matrix, n, n, n, a);
            }
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
    }

    static void hermitianEigen(OpenBlas blas, int n, double[] re, double[] im, double[] values, boolean vectors) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = ColumnMajor.of(arena, n, n, re, im);
            MemorySegment spectrum = ColumnMajor.allocate(arena, n);
            int status = (int) blas.zheevd()
                    .handle()
                    .invokeExact(
                            OpenBlas.COLUMN_MAJOR,
                            job(vectors, 'V'),
                            (byte) 'L',
                            n,
                            matrix,
                            Lapack.stride(n),
                            spectrum);
            Lapack.requireConverged("zheevd", status);
            ColumnMajor.read(spectrum, values);
            if (vectors) {
                ColumnMajor.read(matrix, n, n, n, re, im);
            }
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
    }

    static void generalEigen(
            OpenBlas blas,
            int n,
            double[] a,
            double[] valuesRe,
            double[] valuesIm,
            double[] vectorsRe,
            double[] vectorsIm) {
        double[] packed = new double[n * n];
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = ColumnMajor.of(arena, n, n, a);
            MemorySegment re = ColumnMajor.allocate(arena, n);
            MemorySegment im = ColumnMajor.allocate(arena, n);
            MemorySegment right = ColumnMajor.allocate(arena, (long) n * n);
            int stride = Lapack.stride(n);
            int status = (int) blas.dgeev()
                    .handle()
                    .invokeExact(
                            OpenBlas.COLUMN_MAJOR,
                            (byte) 'N',
                            (byte) 'V',
                            n,
                            matrix,
                            stride,
                            re,
                            im,
                            MemorySegment.NULL,
                            stride,
                            right,
                            stride);
            Lapack.requireConverged("dgeev", status);
            ColumnMajor.read(re, valuesRe);
            ColumnMajor.read(im, valuesIm);
            ColumnMajor.read(right, n, n, n, packed);
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
        unpack(n, packed, valuesIm, vectorsRe, vectorsIm);
    }

    /** LAPACK gives the vectors of a conjugate pair as one column of real parts and one of imaginary parts. */
    private static void unpack(int n, double[] packed, double[] valuesIm, double[] vectorsRe, double[] vectorsIm) {
        for (int k = 0; k < n; k++) {
            boolean pair = valuesIm[k] > 0;
            for (int i = k; i < n * n; i += n) {
                vectorsRe[i] = packed[i];
                vectorsIm[i] = pair ? packed[i + 1] : 0;
                if (pair) {
                    vectorsRe[i + 1] = packed[i];
                    vectorsIm[i + 1] = -packed[i + 1];
                }
            }
            k += pair ? 1 : 0;
        }
    }

    static void complexGeneralEigen(
            OpenBlas blas,
            int n,
            double[] re,
            double[] im,
            double[] valuesRe,
            double[] valuesIm,
            double[] vectorsRe,
            double[] vectorsIm) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = ColumnMajor.of(arena, n, n, re, im);
            MemorySegment spectrum = ColumnMajor.allocate(arena, 2L * n);
            MemorySegment right = ColumnMajor.allocate(arena, 2L * n * n);
            int stride = Lapack.stride(n);
            int status = (int) blas.zgeev()
                    .handle()
                    .invokeExact(
                            OpenBlas.COLUMN_MAJOR,
                            (byte) 'N',
                            (byte) 'V',
                            n,
                            matrix,
                            stride,
                            spectrum,
                            MemorySegment.NULL,
                            stride,
                            right,
                            stride);
            Lapack.requireConverged("zgeev", status);
            ColumnMajor.read(spectrum, n, n, 1, valuesRe, valuesIm);
            ColumnMajor.read(right, n, n, n, vectorsRe, vectorsIm);
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
    }

    static void svd(
            OpenBlas blas,
            int m,
            int n,
            double[] a,
            double[] u,
            double[] values,
            double[] vTransposed,
            boolean vectors) {
        int q = Math.min(m, n);
        if (q == 0) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = ColumnMajor.of(arena, m, n, a);
            MemorySegment singular = ColumnMajor.allocate(arena, q);
            MemorySegment left = ColumnMajor.allocate(arena, u.length);
            MemorySegment right = ColumnMajor.allocate(arena, vTransposed.length);
            int status = (int) blas.dgesdd()
                    .handle()
                    .invokeExact(
                            OpenBlas.COLUMN_MAJOR, job(vectors, 'S'), m, n, matrix, m, singular, left, m, right, q);
            Lapack.requireConverged("dgesdd", status);
            ColumnMajor.read(singular, values);
            if (vectors) {
                ColumnMajor.read(left, m, m, q, u);
                ColumnMajor.read(right, q, q, n, vTransposed);
            }
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
    }

    static void complexSvd(
            OpenBlas blas,
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
        int q = Math.min(m, n);
        if (q == 0) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment matrix = ColumnMajor.of(arena, m, n, re, im);
            MemorySegment singular = ColumnMajor.allocate(arena, q);
            MemorySegment left = ColumnMajor.allocate(arena, 2L * uRe.length);
            MemorySegment right = ColumnMajor.allocate(arena, 2L * vAdjointRe.length);
            int status = (int) blas.zgesdd()
                    .handle()
                    .invokeExact(
                            OpenBlas.COLUMN_MAJOR, job(vectors, 'S'), m, n, matrix, m, singular, left, m, right, q);
            Lapack.requireConverged("zgesdd", status);
            ColumnMajor.read(singular, values);
            if (vectors) {
                ColumnMajor.read(left, m, m, q, uRe, uIm);
                ColumnMajor.read(right, q, q, n, vAdjointRe, vAdjointIm);
            }
        } catch (Throwable e) {
            throw Lapack.failure(e);
        }
    }

    private static byte job(boolean vectors, char withVectors) {
        return (byte) (vectors ? withVectors : 'N');
    }
}

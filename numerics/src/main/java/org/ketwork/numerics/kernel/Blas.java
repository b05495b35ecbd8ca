package org.ketwork.numerics.kernel;

/** The face of dense linear algebra on raw arrays. */
public final class Blas {
    private Blas() {}

    /** The implementation chosen for this process. */
    public static DenseKernels kernels() {
        return ReferenceDense.INSTANCE;
    }

    /** What computes dense linear algebra in this process, for the provenance of a run. */
    public static String describe() {
        return kernels().describe();
    }

    /**
     * C = alpha op(A) op(B) + beta C on row-major arrays, without allocation; safe from several threads at once on disjoint C.
     * op(A) has shape (m, k), op(B) has shape (k, n); a stride is the distance between the first elements of two stored rows. With
     * beta = 0 the old content of C is not read.
     */
    public static void gemm(
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
        kernels()
                .gemm(
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
}

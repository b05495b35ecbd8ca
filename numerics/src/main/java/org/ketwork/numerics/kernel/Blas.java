package org.ketwork.numerics.kernel;

import java.io.IOException;
import java.lang.System.Logger.Level;

/**
 * The face of dense linear algebra on raw arrays. It uses OpenBLAS, or plain Java where OpenBLAS cannot be loaded or
 * {@code -Dketwork.blas=reference} is set. The choice is made once, at the first use.
 */
public final class Blas {
    private static final System.Logger LOG = System.getLogger(Blas.class.getName());
    private static final String PROPERTY = "ketwork.blas";

    private Blas() {}

    /** Loaded at the first use, not with the face. */
    private static final class Chosen {
        static final DenseKernels KERNELS = choose();
    }

    private static DenseKernels choose() {
        String wish = System.getProperty(PROPERTY, "openblas");
        if (wish.equals("reference")) {
            return new ReferenceDense("asked for by -D" + PROPERTY);
        }
        if (!wish.equals("openblas")) {
            LOG.log(Level.WARNING, "-D{0} must be openblas or reference, got {1}; using openblas", PROPERTY, wish);
        }
        try {
            return OpenBlasDense.load();
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "OpenBLAS is not used, linear algebra will be slow: {0}", e.getMessage());
            return new ReferenceDense("OpenBLAS is not used: " + e.getMessage());
        }
    }

    /** The implementation chosen for this process. */
    public static DenseKernels kernels() {
        return Chosen.KERNELS;
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

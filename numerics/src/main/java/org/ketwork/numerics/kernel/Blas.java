package org.ketwork.numerics.kernel;

import java.io.IOException;
import java.lang.System.Logger.Level;

/**
 * The face of dense linear algebra on raw arrays. It uses OpenBLAS, or plain Java where OpenBLAS cannot be loaded or
 * {@code -Dketwork.blas=reference} is set. The choice is made once, at the first use, and {@link #describe} names it.
 *
 * <p>OpenBLAS has a family of kernels for each kind of processor ("core type") and picks one by the model of the processor; for a model
 * that it does not know it may pick one of half the speed. So on a processor with AVX-512 Ketwork asks for SKYLAKEX, <em>also where the
 * environment variable OPENBLAS_CORETYPE asks for another family</em>; {@link #describe} then says that it was overruled. To choose
 * yourself set {@code -Dketwork.blas.core=NAME}, such as HASWELL or ZEN. Without AVX-512 the choice is OpenBLAS's own, by the variable
 * or by detection.
 *
 * <p>OpenBLAS runs on the calling thread alone, so a call has the same result whichever thread makes it and however many do at once.
 * Between families, and between OpenBLAS and plain Java, results differ by rounding.
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

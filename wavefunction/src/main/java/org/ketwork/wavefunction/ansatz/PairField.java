package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.kernel.Kernels;

/**
 * One part, real or imaginary, of log ψ = Σ_i a_i v_i + ½ Σ_ij J_ij v_i v_j, with J symmetric and of zero diagonal.
 *
 * @param field a, of length N; empty for none
 * @param coupling J, row-major (N, N); empty for none
 */
record PairField(int sites, double[] field, double[] coupling) {
    /** Writes the part at values of shape (count, N). */
    void evaluate(double[] values, int count, double[] out, int at) {
        double[] turned = new double[count * sites];
        if (coupling.length > 0) {
            Blas.gemm(
                    false, false, count, sites, sites, 0.5, values, 0, sites, coupling, 0, sites, 0, turned, 0, sites);
        }
        for (int s = 0; s < count; s++) {
            double sum = field.length > 0 ? Kernels.best().dot(field, 0, values, s * sites, sites) : 0;
            out[at + s] = sum + Kernels.best().dot(turned, s * sites, values, s * sites, sites);
        }
    }

    /** Writes h_i = a_i + Σ_j J_ij v_j of shape (N, stride), for values of that shape. */
    void local(double[] values, int stride, double[] out) {
        for (int i = 0; i < sites; i++) {
            Arrays.fill(out, i * stride, (i + 1) * stride, field.length > 0 ? field[i] : 0);
        }
        if (coupling.length > 0) {
            Blas.gemm(false, false, sites, stride, sites, 1, coupling, 0, sites, values, 0, stride, 1, out, 0, stride);
        }
    }

    double coupling(int i, int j) {
        return coupling.length > 0 ? coupling[i * sites + j] : 0;
    }
}

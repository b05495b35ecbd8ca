package org.ketwork.quantum.measure;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.ComplexSvd;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.matrix.MatrixFunctions;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;

/** How well two states can be told apart. Rounding never takes a number out of its range. */
public final class Distinguishability {
    private Distinguishability() {}

    /**
     * Uhlmann's fidelity F = ‖√ρ√σ‖₁², for pure states the squared overlap; not the square root of this number. In [0, 1], with 1
     * only for equal states.
     */
    public static double fidelity(DensityMatrix rho, DensityMatrix sigma) {
        double sum = 0;
        for (double s : ComplexSvd.values(root(rho).times(root(sigma)))) {
            sum += s;
        }
        return Math.min(1, sum * sum);
    }

    /** ‖ρ − σ‖₁/2, in [0, 1]. */
    public static double traceDistance(DensityMatrix rho, DensityMatrix sigma) {
        return Math.min(1, traceNorm(rho.matrix().minus(sigma.matrix())) / 2);
    }

    /**
     * The smallest probability of naming the wrong one of two states, ½(1 − ‖πρ − (1 − π)σ‖₁) (Helstrom 1976).
     *
     * @param prior π, the probability that the state is ρ
     */
    public static double helstromError(double prior, DensityMatrix rho, DensityMatrix sigma) {
        if (!(prior >= 0 && prior <= 1)) {
            throw new IllegalArgumentException("the prior probability must be in [0, 1], got " + prior);
        }
        return Math.max(
                0, (1 - traceNorm(rho.matrix().scale(prior).minus(sigma.matrix().scale(1 - prior)))) / 2);
    }

    /**
     * The largest probability of naming one of two equally likely pure states without ever being wrong, 1 − |⟨a|b⟩| (Ivanović,
     * Dieks, Peres 1987–88).
     */
    public static double unambiguousSuccess(Ket a, Ket b) {
        return 1 - a.innerProduct(b).modulus();
    }

    private static double traceNorm(ComplexMatrix hermitian) {
        double sum = 0;
        for (double value : HermitianEigen.values(hermitian.hermitianPart())) {
            sum += Math.abs(value);
        }
        return sum;
    }

    private static ComplexMatrix root(DensityMatrix state) {
        return MatrixFunctions.sqrt(state.matrix(), DensityMatrix.TOLERANCE);
    }
}

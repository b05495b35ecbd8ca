package org.ketwork.quantum.measure;

import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.SymmetricEigen;
import org.ketwork.quantum.operator.Pauli;
import org.ketwork.quantum.state.DensityMatrix;

/**
 * The Bell inequality of Clauser, Horne, Shimony and Holt: S = E(a,b) + E(a,b') + E(a',b) − E(a',b') is at most 2 when the outcomes
 * have a joint distribution, at most 2√2 in quantum theory.
 */
public final class Chsh {
    /** The largest S with a joint distribution. */
    public static final double CLASSICAL_BOUND = 2;

    /** Tsirelson's bound 2√2. */
    public static final double QUANTUM_BOUND = 2 * Math.sqrt(2);

    private Chsh() {}

    /** T(i, j) = Tr ρ σᵢ⊗σⱼ for X, Y, Z, of shape (3, 3). */
    public static Matrix correlations(DensityMatrix twoQubits) {
        if (twoQubits.dimension() != 4) {
            throw new IllegalArgumentException(
                    "correlations are taken of two qubits, got dimension " + twoQubits.dimension());
        }
        Matrix t = Matrix.zeros(3, 3);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                t.set(
                        i,
                        j,
                        twoQubits.expectation(
                                Pauli.values()[i + 1].matrix().kronecker(Pauli.values()[j + 1].matrix())));
            }
        }
        return t;
    }

    /** The largest S over all settings, 2√(m₁ + m₂) with the two largest eigenvalues of TᵀT (Horodecki 1995). */
    public static double maximum(DensityMatrix twoQubits) {
        Matrix t = correlations(twoQubits);
        double[] m = SymmetricEigen.values(t.transposeTimes(t));
        return 2 * Math.sqrt(Math.max(0, m[2]) + Math.max(0, m[1]));
    }

    /** S for four directions (unit vectors of length 3), a and a' of the first qubit, b and b' of the second. */
    public static double value(DensityMatrix twoQubits, double[] a, double[] aPrime, double[] b, double[] bPrime) {
        Matrix t = correlations(twoQubits);
        return correlation(t, a, b)
                + correlation(t, a, bPrime)
                + correlation(t, aPrime, b)
                - correlation(t, aPrime, bPrime);
    }

    private static double correlation(Matrix t, double[] a, double[] b) {
        double[] tb = t.times(b);
        return a[0] * tb[0] + a[1] * tb[1] + a[2] * tb[2];
    }

    /** The largest modulus that S, with the minus sign at any place, takes on four correlations with |E| ≤ 1. */
    public static double ofCorrelations(double ab, double abPrime, double aPrimeB, double aPrimeBPrime) {
        double sum = ab + abPrime + aPrimeB + aPrimeBPrime;
        double largest = 0;
        for (double minus : new double[] {ab, abPrime, aPrimeB, aPrimeBPrime}) {
            largest = Math.max(largest, Math.abs(sum - 2 * minus));
        }
        return largest;
    }
}

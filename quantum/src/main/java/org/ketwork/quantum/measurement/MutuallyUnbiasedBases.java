package org.ketwork.quantum.measurement;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.operator.Operators;

/** Bases in which a state of one is spread evenly over every other: |⟨a|b⟩|² = 1/d. */
public final class MutuallyUnbiasedBases {
    private MutuallyUnbiasedBases() {}

    /**
     * All d + 1 mutually unbiased bases of a prime dimension, each as the columns of a unitary matrix; the first is the
     * computational one. For odd d the vectors of basis r are e^{2πi(rj² + kj)/d}/√d (Ivanović, J. Phys. A 14, 3241, 1981); for d =
     * 2 they are the eigenbases of Z, X and Y.
     *
     * @throws IllegalArgumentException if the dimension is not prime
     */
    public static List<ComplexMatrix> complete(int dimension) {
        if (!isPrime(dimension)) {
            throw new IllegalArgumentException(
                    "complete sets of mutually unbiased bases are built for prime dimensions, got " + dimension);
        }
        List<ComplexMatrix> bases = new ArrayList<>();
        bases.add(ComplexMatrix.identity(dimension));
        if (dimension == 2) {
            double s = Math.sqrt(0.5);
            bases.add(Operators.hadamard(1));
            bases.add(ComplexMatrix.of(
                    Matrix.of(new double[] {s, s}, new double[] {0, 0}),
                    Matrix.of(new double[] {0, 0}, new double[] {s, -s})));
            return bases;
        }
        for (int r = 0; r < dimension; r++) {
            ComplexMatrix basis = ComplexMatrix.zeros(dimension, dimension);
            for (int j = 0; j < dimension; j++) {
                for (int k = 0; k < dimension; k++) {
                    double angle = 2 * Math.PI * (((long) r * j * j + (long) k * j) % dimension) / dimension;
                    basis.set(j, k, Math.cos(angle) / Math.sqrt(dimension), Math.sin(angle) / Math.sqrt(dimension));
                }
            }
            bases.add(basis);
        }
        return bases;
    }

    private static boolean isPrime(int n) {
        for (int i = 2; i * i <= n; i++) {
            if (n % i == 0) {
                return false;
            }
        }
        return n >= 2;
    }
}

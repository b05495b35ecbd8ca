package org.ketwork.quantum.operator;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.ComplexQr;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.Qr;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/**
 * Projectors on uniformly random subspaces, and how far two of them are from commuting. Masks in one basis always commute; masks in
 * random bases are these.
 */
public final class RandomSubspace {
    private RandomSubspace() {}

    /** The projector on a subspace of dimension k of C^d, distributed by Haar's measure: the span of k complex normal vectors. */
    public static ComplexMatrix complexProjector(int dimension, int k, RandomAddress address) {
        require(dimension, k);
        RandomStream stream = address.stream();
        ComplexMatrix vectors = ComplexMatrix.zeros(dimension, k);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < k; j++) {
                vectors.set(i, j, stream.nextNormal(), stream.nextNormal());
            }
        }
        ComplexMatrix q = ComplexQr.of(vectors).q();
        return q.times(q.adjoint());
    }

    /** The projector on a subspace of dimension k of R^d, distributed by Haar's measure. */
    public static Matrix realProjector(int dimension, int k, RandomAddress address) {
        require(dimension, k);
        RandomStream stream = address.stream();
        Matrix vectors = Matrix.zeros(dimension, k);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < k; j++) {
                vectors.set(i, j, stream.nextNormal());
            }
        }
        Matrix q = Qr.of(vectors).q();
        return q.timesTranspose(q);
    }

    /**
     * E‖[P, Q]‖² in Frobenius norm for independent complex projectors of ranks k and l: 2kl/d − 2[kl(ld − 1) + k²l(d − l)]/(d(d² − 1)),
     * from ‖[P, Q]‖² = 2 Tr PQ − 2 Tr PQPQ and the second moments of Haar's measure.
     */
    public static double meanSquaredCommutator(int dimension, int k, int l) {
        require(dimension, k);
        require(dimension, l);
        if (dimension == 1) {
            return 0;
        }
        double d = dimension;
        double square = k * l * (l * d - 1) + (double) k * k * l * (d - l);
        return 2 * k * l / d - 2 * square / (d * (d * d - 1));
    }

    /**
     * The same for real projectors. Invariance under rotations leaves E QᵢⱼQₖₗ = x δᵢⱼδₖₗ + y(δᵢₖδⱼₗ + δᵢₗδⱼₖ), so E Tr PQPQ = xk +
     * y(k² + k); the traces (Tr Q)² = l² and Tr Q² = l give l² = xd² + 2yd and l = xd + y(d² + d).
     */
    public static double meanSquaredRealCommutator(int dimension, int k, int l) {
        require(dimension, k);
        require(dimension, l);
        if (dimension == 1) {
            return 0;
        }
        double d = dimension;
        double y = l * (d - l) / (d * (d + 2) * (d - 1));
        double x = (l - y * d * (d + 1)) / d;
        return 2 * k * l / d - 2 * (x * k + y * (k * k + k));
    }

    private static void require(int dimension, int k) {
        if (dimension < 1 || k < 0 || k > dimension) {
            throw new IllegalArgumentException("the rank of a projector must be in [0, " + dimension + "], got " + k);
        }
    }
}

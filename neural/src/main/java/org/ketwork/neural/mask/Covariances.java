package org.ketwork.neural.mask;

import org.ketwork.numerics.matrix.Matrix;

/** Covariance matrices of Gaussian masks, singular ones included. */
final class Covariances {
    static final double TOLERANCE = 1e-10;

    private Covariances() {}

    static void requireUnitDiagonal(double[] diagonal) {
        for (int i = 0; i < diagonal.length; i++) {
            if (!(Math.abs(diagonal[i] - 1) <= TOLERANCE)) {
                throw new IllegalArgumentException(
                        "a coherence matrix must have ones on the diagonal, got " + diagonal[i] + " in row " + i);
            }
        }
    }

    /** C − pJ. */
    static Matrix centred(Matrix coherence, double p) {
        return coherence.minus(Matrix.constant(coherence.rows(), coherence.columns(), p));
    }

    /**
     * A matrix R with R Rᵀ equal to the given covariance, which may be singular: Cholesky's factor with the largest remaining
     * diagonal entry as pivot, stopped when nothing remains (Higham 2002, section 10.3).
     *
     * @throws IllegalArgumentException if the matrix is not symmetric and positive semidefinite
     */
    static Matrix root(Matrix covariance) {
        covariance.requireSquare();
        int n = covariance.rows();
        Matrix rest = covariance.copy();
        Matrix root = Matrix.zeros(n, n);
        for (int k = 0; k < n; k++) {
            int pivot = largestDiagonal(rest);
            double diagonal = rest.get(pivot, pivot);
            if (diagonal <= TOLERANCE * TOLERANCE) {
                break;
            }
            double scale = 1 / Math.sqrt(diagonal);
            for (int i = 0; i < n; i++) {
                root.set(i, k, rest.get(i, pivot) * scale);
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    rest.set(i, j, rest.get(i, j) - root.get(i, k) * root.get(j, k));
                }
            }
        }
        double missed = root.timesTranspose(root).minus(covariance).maxAbs();
        if (!(missed <= TOLERANCE)) {
            throw new IllegalArgumentException("the covariance of the mask must be symmetric and positive semidefinite;"
                    + " its Cholesky factor misses it by " + missed);
        }
        return root;
    }

    private static int largestDiagonal(Matrix a) {
        int best = 0;
        for (int i = 1; i < a.rows(); i++) {
            if (a.get(i, i) > a.get(best, best)) {
                best = i;
            }
        }
        return best;
    }
}

package org.ketwork.wavefunction.reconfiguration;

import org.ketwork.numerics.matrix.BlockCholesky;
import org.ketwork.numerics.matrix.HermitianBlockCholesky;
import org.ketwork.numerics.parallel.Workers;

/** Equations with a positive definite matrix, real or Hermitian, which is overwritten by its factor. Not for use by several threads. */
final class PositiveEquations {
    private final HermitianBlockCholesky hermitian = new HermitianBlockCholesky();

    /**
     * Puts the solution z of (re + i im) z = x + i y into x and y; without y the matrix is real, and im is not read.
     *
     * @throws UnsolvableStepException if the matrix is not positive definite
     */
    void solve(int n, double[] re, double[] im, double[] x, double[] y, Workers workers) {
        boolean real = y.length == 0;
        int pivot = real ? BlockCholesky.factor(n, re, workers) : hermitian.factor(n, re, im, workers);
        if (pivot >= 0) {
            throw new UnsolvableStepException("the shifted metric is not positive definite");
        }
        if (real) {
            BlockCholesky.solve(n, re, x);
        } else {
            HermitianBlockCholesky.solve(n, re, im, x, y);
        }
    }
}

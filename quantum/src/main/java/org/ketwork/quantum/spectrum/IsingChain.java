package org.ketwork.quantum.spectrum;

import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.Svd;

/**
 * The open chain of N spins in a transverse field, H = −J Σ_{i&lt;N} σᶻ_i σᶻ_{i+1} − h Σ σˣ_i, solved by free fermions (Lieb, Schultz and
 * Mattis, Ann. Phys. 16, 407, 1961). Its fermions have the energies 2s, where s are the singular values of the N x N matrix with h on
 * the diagonal and J beside it, and its ground energy is −Σ s.
 */
public record IsingChain(int sites, double j, double h) {
    public IsingChain {
        if (sites < 1) {
            throw new InvalidInputException("a chain has at least 1 site, got " + sites);
        }
        if (!Double.isFinite(j) || !Double.isFinite(h)) {
            throw new InvalidInputException("coupling and field must be finite, got " + j + " and " + h);
        }
    }

    public double groundEnergy() {
        double sum = 0;
        for (double s : singularValues()) {
            sum += s;
        }
        return -sum;
    }

    /** The energy from the ground state to the next level. */
    public double gap() {
        return 2 * singularValues()[sites - 1];
    }

    private double[] singularValues() {
        Matrix matrix = Matrix.zeros(sites, sites);
        for (int i = 0; i < sites; i++) {
            matrix.set(i, i, h);
            if (i > 0) {
                matrix.set(i, i - 1, j);
            }
        }
        return Svd.values(matrix);
    }
}

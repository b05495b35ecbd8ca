package org.ketwork.quantum.transport;

import org.ketwork.numerics.matrix.Matrix;

/**
 * Sites among which one excitation hops: a real symmetric Hamiltonian with the site energies on the diagonal and the couplings
 * beside it, as angular frequencies (energy / hbar), in the inverse of whatever unit times are given in. Sites count from 0.
 */
public record ExcitonNetwork(Matrix hamiltonian) {
    public ExcitonNetwork {
        hamiltonian.requireSquare();
        if (hamiltonian.rows() < 2) {
            throw new IllegalArgumentException("a network needs at least 2 sites, got " + hamiltonian.rows());
        }
        for (int i = 0; i < hamiltonian.rows(); i++) {
            for (int j = 0; j <= i; j++) {
                double entry = hamiltonian.get(i, j);
                if (!Double.isFinite(entry) || entry != hamiltonian.get(j, i)) {
                    throw new IllegalArgumentException("the Hamiltonian must be finite and symmetric, got " + entry
                            + " and " + hamiltonian.get(j, i) + " between sites " + i + " and " + j);
                }
            }
        }
    }

    /** Sites in a row with the given energies, neighbours coupled by {@code coupling}. */
    public static ExcitonNetwork chain(double coupling, double... energies) {
        Matrix hamiltonian = Matrix.diagonal(energies);
        for (int i = 0; i + 1 < energies.length; i++) {
            hamiltonian.set(i, i + 1, coupling);
            hamiltonian.set(i + 1, i, coupling);
        }
        return new ExcitonNetwork(hamiltonian);
    }

    /** Sites of equal energy, every pair coupled by {@code coupling}. */
    public static ExcitonNetwork complete(int sites, double coupling) {
        Matrix hamiltonian = Matrix.zeros(sites, sites);
        for (int i = 0; i < sites; i++) {
            for (int j = 0; j < sites; j++) {
                hamiltonian.set(i, j, i == j ? 0 : coupling);
            }
        }
        return new ExcitonNetwork(hamiltonian);
    }

    public int sites() {
        return hamiltonian.rows();
    }
}

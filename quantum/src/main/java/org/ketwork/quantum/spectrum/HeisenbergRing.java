package org.ketwork.quantum.spectrum;

import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;

/**
 * The antiferromagnetic ring H = Σ σ_i · σ_{i+1}, solved by Bethe's ansatz (Bethe, Z. Phys. 71, 205, 1931). The M = N/2 rapidities of
 * the ground state solve
 *
 * <p>2 arctan 2λ_j = 2π I_j / N + (2/N) Σ_k arctan(λ_j − λ_k), I_j = −(M−1)/2, ..., (M−1)/2
 *
 * <p>and its energy is N − Σ_j 2 / (λ_j² + 1/4).
 *
 * @param sites N, even, from 4 on
 */
public record HeisenbergRing(int sites) {
    private static final int STEPS = 50;

    public HeisenbergRing {
        if (sites < 4 || sites % 2 != 0) {
            throw new InvalidInputException(
                    "the Bethe ansatz for the ground state needs an even number of sites from 4 on, got " + sites);
        }
    }

    /** The ground energy, a total in Pauli matrices: four times that of Σ S_i · S_{i+1}. */
    public double groundEnergy() {
        double energy = sites;
        for (double lambda : rapidities()) {
            energy -= 2 / (lambda * lambda + 0.25);
        }
        return energy;
    }

    /** By Newton's method from the density 1 / (2 cosh πλ) of the infinite ring. */
    double[] rapidities() {
        int m = sites / 2;
        double[] lambda = new double[m];
        for (int i = 0; i < m; i++) {
            double tangent = Math.tan(2 * Math.PI * (i - (m - 1) / 2.0) / sites);
            lambda[i] = Math.log(Math.abs(tangent) + Math.hypot(1, tangent)) * Math.signum(tangent) / Math.PI;
        }
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double length = newton(lambda);
            // Quadratic convergence has ended when a tiny step is no longer smaller than the one before.
            if (length < 1e-10 && length >= last / 2) {
                return lambda;
            }
            last = length;
        }
        throw new ArithmeticException("the Bethe equations of " + sites + " sites did not converge");
    }

    /** One step; returns the largest change. */
    private double newton(double[] lambda) {
        int m = lambda.length;
        Matrix jacobian = Matrix.zeros(m, m);
        double[] miss = new double[m];
        for (int i = 0; i < m; i++) {
            double slope = 4 / (1 + 4 * lambda[i] * lambda[i]);
            miss[i] = 2 * Math.atan(2 * lambda[i]) - 2 * Math.PI * (i - (m - 1) / 2.0) / sites;
            for (int k = 0; k < m; k++) {
                double difference = lambda[i] - lambda[k];
                miss[i] -= 2 * Math.atan(difference) / sites;
                if (k != i) {
                    double pull = 2 / (sites * (1 + difference * difference));
                    slope -= pull;
                    jacobian.set(i, k, pull);
                }
            }
            jacobian.set(i, i, slope);
        }
        double[] change = LinearSystem.solve(jacobian, miss);
        double largest = 0;
        for (int i = 0; i < m; i++) {
            lambda[i] -= change[i];
            largest = Math.max(largest, Math.abs(change[i]));
        }
        return largest;
    }
}

package org.ketwork.quantum.measure;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.ComplexSvd;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.state.Ket;

/**
 * The weights λ_k of a pure state cut into two parts, |ψ⟩ = Σ_k √λ_k |a_k⟩|b_k⟩: the eigenvalues of either part's state.
 *
 * @param weights descending, of sum 1
 */
public record SchmidtSpectrum(double[] weights) {
    /**
     * Of n qubits, cut between qubit {@code left} − 1 and qubit {@code left}.
     *
     * @param left how many qubits are on the left side, from 1 to n − 1
     */
    public static SchmidtSpectrum ofQubits(Ket ket, int left) {
        int qubits = Integer.numberOfTrailingZeros(ket.dimension());
        if (ket.dimension() != 1 << qubits) {
            throw new IllegalArgumentException("a ket of dimension " + ket.dimension() + " is not one of qubits");
        }
        if (left < 1 || left >= qubits) {
            throw new IllegalArgumentException(
                    "a cut of " + qubits + " qubits leaves 1 to " + (qubits - 1) + " on the left, got " + left);
        }
        int rows = 1 << left;
        int columns = 1 << (qubits - left);
        double[] re = new double[ket.dimension()];
        double[] im = new double[ket.dimension()];
        for (int i = 0; i < re.length; i++) {
            re[i] = ket.re(i);
            im[i] = ket.im(i);
        }
        double[] weights =
                ComplexSvd.values(ComplexMatrix.of(Matrix.wrap(rows, columns, re), Matrix.wrap(rows, columns, im)));
        for (int k = 0; k < weights.length; k++) {
            weights[k] *= weights[k];
        }
        return new SchmidtSpectrum(weights);
    }

    /** The entropy of entanglement, −Σ λ log λ, in nats. */
    public double entropy() {
        double sum = 0;
        for (double weight : weights) {
            sum -= weight > 0 ? weight * Math.log(weight) : 0;
        }
        return sum;
    }

    /** The Rényi-2 entropy of entanglement, −log Σ λ², in nats. */
    public double renyi2() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight * weight;
        }
        return -Math.log(sum);
    }

    /** The Schmidt rank: how many weights exceed the tolerance times the largest. */
    public int rank(double tolerance) {
        int rank = 0;
        for (double weight : weights) {
            rank += weight > tolerance * weights[0] ? 1 : 0;
        }
        return rank;
    }

    /**
     * The mean entropy of entanglement of random pure states of dimension m n, uniform under unitaries: Σ_{k=n+1}^{mn} 1/k − (m−1)/(2n)
     * for m ≤ n (Page, Phys. Rev. Lett. 71, 1291 (1993); proved by Foong and Kanno 1994).
     */
    public static double pageEntropy(int m, int n) {
        if (m < 1 || n < m) {
            throw new IllegalArgumentException("Page's formula takes dimensions 1 <= m <= n, got " + m + " and " + n);
        }
        double sum = 0;
        for (int k = m * n; k > n; k--) {
            sum += 1.0 / k;
        }
        return sum - (m - 1.0) / (2 * n);
    }
}

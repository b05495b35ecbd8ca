package org.ketwork.bridge.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;
import org.ketwork.quantum.state.StateEnsemble;

/**
 * The states of sub-networks with weights, ρ = Σ_m w_m |ψ_m><ψ_m|, held as unit kets (one row each) and weights that sum to one. The non-zero
 * spectrum of ρ is that of the weighted Gram matrix √(w_m w_n) <ψ_m|ψ_n>, so the smaller of the two is diagonalised.
 */
public final class SubNetworkEnsemble {
    private final EnsembleDefinition definition;
    private final double[] weights;
    private final ComplexMatrix kets;
    private final double erasure;

    private SubNetworkEnsemble(EnsembleDefinition definition, double[] weights, ComplexMatrix kets, double erasure) {
        this.definition = definition;
        this.weights = weights;
        this.kets = kets;
        this.erasure = erasure;
    }

    /**
     * The ensemble of the given vectors, of shape (members, dimension), normalised as the definition says: under b1 a vector's
     * squared norm counts as weight; under the others each is normalised by itself. Vectors of norm zero leave the ensemble;
     * what weight they had is the {@link #erasure()}.
     *
     * @param weights not negative, not all zero; they are divided by their sum
     */
    public static SubNetworkEnsemble of(EnsembleDefinition definition, double[] weights, ComplexMatrix vectors) {
        int members = vectors.rows();
        int dimension = vectors.columns();
        if (weights.length != members) {
            throw new IllegalArgumentException("there are " + weights.length + " weights for " + members + " members");
        }
        double total = 0;
        for (double w : weights) {
            if (!(w >= 0 && w < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights must be finite and not negative, got " + w);
            }
            total += w;
        }
        double[] effective = new double[members];
        ComplexMatrix kets = ComplexMatrix.zeros(members, dimension);
        double silent = 0;
        for (int m = 0; m < members; m++) {
            double norm =
                    Math.hypot(norm(vectors.re().row(m)), norm(vectors.im().row(m)));
            if (!Double.isFinite(norm)) {
                throw new IllegalArgumentException(
                        "the vector of member " + m + " must be finite, its norm is " + norm);
            }
            if (norm == 0) {
                silent += weights[m];
                continue;
            }
            effective[m] = definition == EnsembleDefinition.MASKED_AMPLITUDES ? weights[m] * norm * norm : weights[m];
            for (int i = 0; i < dimension; i++) {
                kets.set(m, i, vectors.re().get(m, i) / norm, vectors.im().get(m, i) / norm);
            }
        }
        double kept = Arrays.stream(effective).sum();
        if (!(kept > 0)) {
            throw new IllegalArgumentException("an ensemble needs a member of positive weight that is not zero");
        }
        for (int m = 0; m < members; m++) {
            effective[m] /= kept;
        }
        return new SubNetworkEnsemble(definition, effective, kets, silent / total);
    }

    /** The ensemble of real vectors. */
    public static SubNetworkEnsemble of(EnsembleDefinition definition, double[] weights, Matrix vectors) {
        return of(definition, weights, ComplexMatrix.real(vectors));
    }

    /** The ensemble of equally likely vectors, as drawn at random. */
    public static SubNetworkEnsemble ofSamples(EnsembleDefinition definition, ComplexMatrix vectors) {
        double[] equal = new double[vectors.rows()];
        Arrays.fill(equal, 1.0 / equal.length);
        return of(definition, equal, vectors);
    }

    public EnsembleDefinition definition() {
        return definition;
    }

    public int members() {
        return weights.length;
    }

    public int dimension() {
        return kets.columns();
    }

    /** The weights of the kets, which sum to one; 0 for a member that was the zero vector. */
    public double[] weights() {
        return weights.clone();
    }

    /** The unit kets, one row per member. */
    public ComplexMatrix kets() {
        return kets.copy();
    }

    /** The weight of members without a state (all units dropped), taken out before normalisation. */
    public double erasure() {
        return erasure;
    }

    /** ρ as a quantum state. */
    public DensityMatrix state() {
        return DensityMatrix.of(densityMatrix());
    }

    /** The kets that carry weight, as a quantum source of states. */
    public StateEnsemble source() {
        List<Ket> states = new ArrayList<>();
        double[] carried = Arrays.stream(weights).filter(w -> w > 0).toArray();
        for (int m = 0; m < weights.length; m++) {
            if (weights[m] > 0) {
                states.add(Ket.of(kets.re().row(m), kets.im().row(m)));
            }
        }
        return StateEnsemble.ofKets(carried, states);
    }

    /** ρ, of shape (dimension, dimension) and trace one. */
    public ComplexMatrix densityMatrix() {
        ComplexMatrix scaled = scaledKets();
        return scaled.transpose().times(scaled.conjugate());
    }

    /** √(w_m w_n) <ψ_m|ψ_n>, of shape (members, members) and trace one. */
    public ComplexMatrix gram() {
        ComplexMatrix scaled = scaledKets();
        return scaled.conjugate().times(scaled.transpose());
    }

    private ComplexMatrix scaledKets() {
        ComplexMatrix scaled = kets.copy();
        for (int m = 0; m < weights.length; m++) {
            double root = Math.sqrt(weights[m]);
            for (int i = 0; i < dimension(); i++) {
                scaled.set(m, i, root * kets.re().get(m, i), root * kets.im().get(m, i));
            }
        }
        return scaled;
    }

    private ComplexMatrix smallerSide() {
        return members() < dimension() ? gram() : densityMatrix();
    }

    /** The min(members, dimension) largest eigenvalues of ρ, descending; the others are zero. */
    public double[] spectrum() {
        double[] ascending = HermitianEigen.values(smallerSide().hermitianPart());
        double[] spectrum = new double[ascending.length];
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] = Math.max(0, ascending[spectrum.length - 1 - i]);
        }
        return spectrum;
    }

    /** S(ρ) = −Tr ρ ln ρ, in nats. */
    public double vonNeumannEntropy() {
        return Entropies.shannon(spectrum());
    }

    /** Tr ρ² of this very ensemble. For members drawn at random it exceeds the truth by (1 − Tr ρ²)/T on average. */
    public double purity() {
        double norm = smallerSide().frobeniusNorm();
        return norm * norm;
    }

    /**
     * The mean squared overlap of distinct members, Σ_{m≠n} w_m w_n |<ψ_m|ψ_n>|² / Σ_{m≠n} w_m w_n: an unbiased estimate of
     * Tr ρ² when the members are independent draws of equal weight.
     *
     * @throws IllegalArgumentException if fewer than two members carry weight
     */
    public double unbiasedPurity() {
        double self = 0;
        for (double w : weights) {
            self += w * w;
        }
        if (!(self < 1)) {
            throw new IllegalArgumentException("the unbiased purity needs two members, got one");
        }
        return (purity() - self) / (1 - self);
    }

    /** N₂ = 1/Tr ρ², the number of orthogonal equally likely states of the same purity. */
    public double effectiveMembers() {
        return 1 / purity();
    }

    private static double norm(double[] x) {
        double max = 0;
        for (double v : x) {
            max = Math.max(max, Math.abs(v));
        }
        if (max == 0) {
            return 0;
        }
        double sum = 0;
        for (double v : x) {
            sum += v / max * (v / max);
        }
        return max * Math.sqrt(sum);
    }
}

package org.ketwork.bridge.decoherence;

import java.util.ArrayList;
import java.util.List;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.SymmetricEigen;

/**
 * Coherence matrices as mixtures of phase masks, equally: Schur channels as random diagonal unitaries. The reachable C are the
 * convex hull of the rank-one correlation matrices. Up to three units that is every positive semidefinite C; from four on there
 * are extreme correlation matrices of higher rank, which no phases reach (Christensen, Vesterstrom 1979; Li, Tam 1994; Harris
 * et al. 2018).
 */
public final class PhaseMixture {
    private static final double RANK_TOLERANCE = 1e-11;

    /** Whether phases reach a coherence matrix. */
    public sealed interface Answer {}

    /** They do: with probability probabilities[k] the mask is row k, of unit moduli. */
    public record Reached(ComplexMatrix masks, List<Double> probabilities) implements Answer {
        /** Σ_k q_k v_k v_k†, which is the coherence matrix asked for. */
        public ComplexMatrix coherence() {
            ComplexMatrix sum = ComplexMatrix.zeros(masks.columns(), masks.columns());
            ComplexMatrix rows = masks.transpose();
            for (int k = 0; k < masks.rows(); k++) {
                ComplexMatrix column = ComplexMatrix.of(
                        Matrix.columnVector(rows.re().column(k)),
                        Matrix.columnVector(rows.im().column(k)));
                sum = sum.plus(column.times(column.adjoint()).scale(probabilities.get(k)));
            }
            return sum;
        }
    }

    /** They do not: C is an extreme correlation matrix of this rank, more than one, so it is no mixture of others. */
    public record Extreme(int rank) implements Answer {}

    /** Not positive semidefinite: no masks at all reach it. */
    public record NotPositive(double smallestEigenvalue) implements Answer {}

    /** The search ended in an extreme matrix of rank above one, but C itself is not extreme. Only from four units on. */
    public record Unknown(int rank) implements Answer {}

    private PhaseMixture() {}

    /**
     * Splits C into matrices of lower rank along directions that keep it positive with unit diagonal, down to extreme ones.
     *
     * @param coherence Hermitian with unit diagonal
     */
    public static Answer of(ComplexMatrix coherence) {
        double smallest = HermitianEigen.of(coherence).values()[0];
        if (smallest < -RANK_TOLERANCE * coherence.rows()) {
            return new NotPositive(smallest);
        }
        List<ComplexMatrix> masks = new ArrayList<>();
        List<Double> probabilities = new ArrayList<>();
        int stuck = descend(coherence, 1, masks, probabilities);
        if (stuck > 0) {
            return isExtreme(coherence) ? new Extreme(stuck) : new Unknown(stuck);
        }
        ComplexMatrix rows = ComplexMatrix.zeros(masks.size(), coherence.rows());
        for (int k = 0; k < masks.size(); k++) {
            for (int i = 0; i < coherence.rows(); i++) {
                rows.set(k, i, masks.get(k).re().get(i, 0), masks.get(k).im().get(i, 0));
            }
        }
        return new Reached(rows, probabilities);
    }

    /** Whether a correlation matrix of rank r is extreme: the r² matrices xᵢxᵢ† of its factor span all Hermitian ones. */
    public static boolean isExtreme(ComplexMatrix coherence) {
        ComplexMatrix factor = factor(coherence);
        return factor.rows() == 1 || direction(factor).isEmpty();
    }

    /** Adds the masks of C with their share of the weight; returns the rank of an extreme matrix above rank one, or 0. */
    private static int descend(
            ComplexMatrix coherence, double weight, List<ComplexMatrix> masks, List<Double> probabilities) {
        ComplexMatrix factor = factor(coherence);
        int rank = factor.rows();
        if (rank == 1) {
            masks.add(unitModuli(factor.adjoint()));
            probabilities.add(weight);
            return 0;
        }
        List<ComplexMatrix> found = direction(factor);
        if (found.isEmpty()) {
            return rank;
        }
        ComplexMatrix a = found.getFirst();
        double[] spectrum = HermitianEigen.of(a).values();
        double up = -1 / spectrum[0];
        double down = 1 / spectrum[rank - 1];
        ComplexMatrix shift = factor.adjoint().times(a).times(factor);
        int stuck = descend(coherence.plus(shift.scale(up)), weight * down / (up + down), masks, probabilities);
        return stuck > 0
                ? stuck
                : descend(coherence.minus(shift.scale(down)), weight * up / (up + down), masks, probabilities);
    }

    /** X of shape (rank, units) with C = X†X. */
    private static ComplexMatrix factor(ComplexMatrix coherence) {
        HermitianEigen eigen = HermitianEigen.of(coherence);
        int d = coherence.rows();
        double[] values = eigen.values();
        int rank = 0;
        while (rank < d && values[d - 1 - rank] > RANK_TOLERANCE * d) {
            rank++;
        }
        ComplexMatrix x = ComplexMatrix.zeros(rank, d);
        for (int k = 0; k < rank; k++) {
            double root = Math.sqrt(values[d - 1 - k]);
            for (int i = 0; i < d; i++) {
                x.set(
                        k,
                        i,
                        root * eigen.vectors().re().get(i, d - 1 - k),
                        -root * eigen.vectors().im().get(i, d - 1 - k));
            }
        }
        return x;
    }

    /** A Hermitian A ≠ 0 of shape (rank, rank) with xᵢ†Axᵢ = 0 for every column, if there is one. */
    private static List<ComplexMatrix> direction(ComplexMatrix factor) {
        int r = factor.rows();
        int d = factor.columns();
        Matrix constraints = Matrix.zeros(d, r * r);
        for (int i = 0; i < d; i++) {
            for (int k = 0; k < r; k++) {
                double re = factor.re().get(k, i);
                double im = factor.im().get(k, i);
                constraints.set(i, k * r + k, re * re + im * im);
                for (int l = k + 1; l < r; l++) {
                    double otherRe = factor.re().get(l, i);
                    double otherIm = factor.im().get(l, i);
                    constraints.set(i, k * r + l, 2 * (re * otherRe + im * otherIm));
                    constraints.set(i, l * r + k, -2 * (re * otherIm - im * otherRe));
                }
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(constraints.transposeTimes(constraints));
        if (eigen.values()[0] > 1e-12 * eigen.values()[r * r - 1]) {
            return List.of();
        }
        double[] solution = eigen.vectors().column(0);
        ComplexMatrix a = ComplexMatrix.zeros(r, r);
        for (int k = 0; k < r; k++) {
            a.set(k, k, solution[k * r + k], 0);
            for (int l = k + 1; l < r; l++) {
                a.set(k, l, solution[k * r + l], solution[l * r + k]);
                a.set(l, k, solution[k * r + l], -solution[l * r + k]);
            }
        }
        return List.of(a);
    }

    private static ComplexMatrix unitModuli(ComplexMatrix column) {
        ComplexMatrix unit = ComplexMatrix.zeros(column.rows(), 1);
        for (int i = 0; i < column.rows(); i++) {
            double modulus = Math.hypot(column.re().get(i, 0), column.im().get(i, 0));
            unit.set(i, 0, column.re().get(i, 0) / modulus, column.im().get(i, 0) / modulus);
        }
        return unit;
    }
}

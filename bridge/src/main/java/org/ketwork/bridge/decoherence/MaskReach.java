package org.ketwork.bridge.decoherence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.PivotSelectionRule;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.ketwork.numerics.matrix.Matrix;

/**
 * Which coherence matrices a discrete family of masks can produce, decided exactly by linear programming over all its masks. The
 * program walks from a point deep inside the family's polytope towards C and reports how far it gets: the visibility, 1 if C is
 * reached. Sign masks reach the cut polytope, 0/1 masks of one keep probability a slice of the correlation polytope (Deza,
 * Laurent 1997, chapters 4 and 5). Gaussian masks reach every positive semidefinite C, and phases are in {@link PhaseMixture}.
 *
 * @param visibility the largest t in [0, 1] for which reference + t (C − reference) is reached
 * @param law a mask law that reaches that point; the asked C itself when the visibility is 1
 */
public record MaskReach(double visibility, MaskTable law) {
    private static final int MOST_UNITS = 10;
    private static final double TOLERANCE = 1e-9;

    public boolean reachable() {
        return visibility >= 1 - TOLERANCE;
    }

    /**
     * Masks of entries +1 and −1; the reference is complete dephasing, C = I.
     *
     * @param coherence symmetric with unit diagonal, at most 10 units
     */
    public static MaskReach bySigns(Matrix coherence) {
        int d = requireCorrelation(coherence);
        // A mask and its negative have the same second moment: the first sign is fixed.
        Matrix masks = Matrix.zeros(1 << (d - 1), d);
        for (int s = 0; s < masks.rows(); s++) {
            for (int i = 0; i < d; i++) {
                masks.set(s, i, i > 0 && ((s >> (i - 1)) & 1) == 1 ? -1 : 1);
            }
        }
        List<double[]> rows = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        pairs(masks, coherence, 0, 1, rows, values);
        return solve(masks, rows, values);
    }

    /**
     * Masks of entries 0 and 1 that keep every unit with the same probability; the reference is independent dropout, C_ij = p.
     *
     * @param coherence C_ij = P(j kept | i kept), symmetric with unit diagonal, at most 10 units
     * @param keep p, in (0, 1)
     */
    public static MaskReach byZeroOne(Matrix coherence, double keep) {
        int d = requireCorrelation(coherence);
        if (!(keep > 0 && keep < 1)) {
            throw new IllegalArgumentException("keep probability must be in (0, 1), got " + keep);
        }
        Matrix masks = MaskTable.bernoulli(d, keep).masks();
        List<double[]> rows = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < d; i++) {
            rows.add(Arrays.copyOf(masks.column(i), masks.rows() + 1));
            values.add(keep);
        }
        pairs(masks, coherence, keep, keep, rows, values);
        return solve(masks, rows, values);
    }

    /** Σ_s q_s m_i m_j − t·scale·(C_ij − reference) = scale·reference for every pair of units. */
    private static void pairs(
            Matrix masks, Matrix coherence, double reference, double scale, List<double[]> rows, List<Double> values) {
        for (int i = 0; i < masks.columns(); i++) {
            for (int j = i + 1; j < masks.columns(); j++) {
                double[] row = new double[masks.rows() + 1];
                for (int s = 0; s < masks.rows(); s++) {
                    row[s] = masks.get(s, i) * masks.get(s, j);
                }
                row[masks.rows()] = -scale * (coherence.get(i, j) - reference);
                rows.add(row);
                values.add(scale * reference);
            }
        }
    }

    private static MaskReach solve(Matrix masks, List<double[]> rows, List<Double> values) {
        int count = masks.rows();
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int k = 0; k < rows.size(); k++) {
            constraints.add(new LinearConstraint(rows.get(k), Relationship.EQ, values.get(k)));
        }
        double[] total = new double[count + 1];
        Arrays.fill(total, 0, count, 1);
        constraints.add(new LinearConstraint(total, Relationship.EQ, 1));
        double[] visibility = new double[count + 1];
        visibility[count] = 1;
        constraints.add(new LinearConstraint(visibility, Relationship.LEQ, 1));
        double[] solution = new SimplexSolver()
                .optimize(
                        new LinearObjectiveFunction(visibility, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true),
                        PivotSelectionRule.DANTZIG)
                .getPoint();
        double[] probabilities = new double[count];
        double sum = 0;
        for (int s = 0; s < count; s++) {
            probabilities[s] = Math.max(0, solution[s]);
            sum += probabilities[s];
        }
        for (int s = 0; s < count; s++) {
            probabilities[s] /= sum;
        }
        return new MaskReach(Math.min(1, solution[count]), new MaskTable(masks, probabilities));
    }

    private static int requireCorrelation(Matrix coherence) {
        coherence.requireSquare();
        int d = coherence.rows();
        if (d < 1 || d > MOST_UNITS) {
            throw new IllegalArgumentException("reachability is decided for 1 to " + MOST_UNITS + " units, got " + d);
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double entry = coherence.get(i, j);
                boolean ok = i == j ? Math.abs(entry - 1) <= 1e-12 : Math.abs(entry - coherence.get(j, i)) <= 1e-12;
                if (!ok) {
                    throw new IllegalArgumentException(
                            "a coherence matrix must be symmetric with unit diagonal, got " + coherence);
                }
            }
        }
        return d;
    }
}

package org.ketwork.bridge.regression;

import java.util.Arrays;
import org.ketwork.numerics.matrix.LinearSystem;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.Svd;

/**
 * A two-layer linear network U Vᵀ of width r on whitened inputs with dropout of the hidden units. Its expected loss is
 *
 * <pre>L(U, V) = ‖M − UVᵀ‖² + λ Σᵢ ‖uᵢ‖²‖vᵢ‖²,   λ = (1−p)/p.</pre>
 *
 * Over the factorisations of a fixed W the penalty is least, (λ/r)‖W‖²_*, when all paths ‖uᵢ‖‖vᵢ‖ are equal; the global minimum
 * soft-thresholds the singular values of M (Mianjy, Arora, Vidal 2018, theorems 2 and 3; Cavazza et al. 2018).
 */
public final class DropoutFactorisation {
    /**
     * The global minimum.
     *
     * @param threshold t, subtracted from the singular values of the target
     * @param singularValues of the optimal W, descending, as many as the target has
     * @param objective the least expected loss
     * @param pathNorm ‖uᵢ‖‖vᵢ‖ of every hidden unit of an optimal network, the nuclear norm of W over r
     */
    public record Minimum(double threshold, double[] singularValues, double objective, double pathNorm) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Minimum that
                    && threshold == that.threshold
                    && Arrays.equals(singularValues, that.singularValues)
                    && objective == that.objective
                    && pathNorm == that.pathNorm;
        }

        @Override
        public int hashCode() {
            return 31 * Double.hashCode(objective) + Arrays.hashCode(singularValues);
        }

        @Override
        public String toString() {
            return "objective " + objective + " at singular values " + Arrays.toString(singularValues);
        }
    }

    private static final int MOST_STEPS = 20_000;

    private final Matrix target;
    private final int width;
    private final double penalty;

    /**
     * @param target M, shape (outputs, inputs)
     * @param width number of hidden units r
     * @param keep keep probability of the hidden units
     */
    public static DropoutFactorisation of(Matrix target, int width, double keep) {
        if (!(keep > 0 && keep <= 1)) {
            throw new IllegalArgumentException("keep probability must be in (0, 1], got " + keep);
        }
        return new DropoutFactorisation(target, width, (1 - keep) / keep);
    }

    /** With the penalty λ = (1−p)/p given directly. */
    public static DropoutFactorisation withPenalty(Matrix target, int width, double penalty) {
        return new DropoutFactorisation(target, width, penalty);
    }

    private DropoutFactorisation(Matrix target, int width, double penalty) {
        if (width < 1 || !(penalty >= 0)) {
            throw new IllegalArgumentException(
                    "width must be positive and the penalty not negative, got " + width + " and " + penalty);
        }
        this.target = target;
        this.width = width;
        this.penalty = penalty;
    }

    public int width() {
        return width;
    }

    /** Number of parameters of (U, V), the length of the vectors that {@link #objective} takes. */
    public int parameters() {
        return width * (target.rows() + target.columns());
    }

    /** U of a parameter vector: its first outputs·r numbers, row-major. */
    public Matrix outgoing(double[] parameters) {
        return Matrix.wrap(target.rows(), width, Arrays.copyOf(parameters, target.rows() * width));
    }

    /** V of a parameter vector: the rest, row-major. */
    public Matrix incoming(double[] parameters) {
        return Matrix.wrap(
                target.columns(), width, Arrays.copyOfRange(parameters, target.rows() * width, parameters.length));
    }

    public double objective(double[] parameters) {
        Matrix u = outgoing(parameters);
        Matrix v = incoming(parameters);
        Matrix rest = u.timesTranspose(v).minus(target);
        double sum = 0;
        for (double e : rest.data()) {
            sum += e * e;
        }
        double[] a = squaredColumnNorms(u);
        double[] b = squaredColumnNorms(v);
        for (int i = 0; i < width; i++) {
            sum += penalty * a[i] * b[i];
        }
        return sum;
    }

    public double[] gradient(double[] parameters) {
        Matrix u = outgoing(parameters);
        Matrix v = incoming(parameters);
        Matrix rest = u.timesTranspose(v).minus(target);
        double[] a = squaredColumnNorms(u);
        double[] b = squaredColumnNorms(v);
        Matrix du =
                rest.times(v).plus(u.times(Matrix.diagonal(b)).scale(penalty)).scale(2);
        Matrix dv = rest.transposeTimes(u)
                .plus(v.times(Matrix.diagonal(a)).scale(penalty))
                .scale(2);
        return join(du, dv);
    }

    /**
     * Trains from a start by exact alternating steps until the weights stand still. For fixed V the best U is a dropout regression
     * on the activations of the hidden layer, U = M V (VᵀV + λ diag VᵀV)⁻¹ with its decohered Gram matrix, and the other way round.
     * This route to the minimum knows nothing of soft thresholds.
     */
    public double[] descend(double[] start) {
        Matrix u = outgoing(start);
        Matrix v = incoming(start);
        for (int k = 0; k < MOST_STEPS; k++) {
            Matrix next = best(v, target);
            double moved = next.minus(u).maxAbs();
            u = next;
            v = best(u, target.transpose());
            if (moved <= 1e-13 * (1 + u.maxAbs())) {
                break;
            }
        }
        return join(u, v);
    }

    private Matrix best(Matrix hidden, Matrix goal) {
        Matrix gram = hidden.transposeTimes(hidden);
        Matrix decohered = gram.plus(Matrix.diagonal(gram.diagonal()).scale(penalty));
        return LinearSystem.leastSquares(decohered, goal.times(hidden).transpose())
                .transpose();
    }

    private static double[] join(Matrix u, Matrix v) {
        double[] parameters = Arrays.copyOf(u.data(), u.data().length + v.data().length);
        System.arraycopy(v.data(), 0, parameters, u.data().length, v.data().length);
        return parameters;
    }

    /** ‖uᵢ‖‖vᵢ‖ of every hidden unit. */
    public double[] pathNorms(double[] parameters) {
        double[] a = squaredColumnNorms(outgoing(parameters));
        double[] b = squaredColumnNorms(incoming(parameters));
        for (int i = 0; i < width; i++) {
            a[i] = Math.sqrt(a[i] * b[i]);
        }
        return a;
    }

    /** The global minimum in closed form: soft threshold t = λ Σ_{i≤ρ} sᵢ/(r+λρ), ρ the largest index with s_ρ > t. */
    public Minimum globalMinimum() {
        double[] s = Svd.values(target);
        int rank = Math.min(width, s.length);
        double threshold = 0;
        for (int rho = rank; rho >= 1; rho--) {
            threshold = penalty * Arrays.stream(s, 0, rho).sum() / (width + penalty * rho);
            if (s[rho - 1] > threshold) {
                rank = rho;
                break;
            }
        }
        double[] kept = new double[s.length];
        double objective = 0;
        double nuclear = 0;
        for (int i = 0; i < s.length; i++) {
            kept[i] = i < rank ? Math.max(0, s[i] - threshold) : 0;
            objective += (s[i] - kept[i]) * (s[i] - kept[i]);
            nuclear += kept[i];
        }
        return new Minimum(threshold, kept, objective + penalty / width * nuclear * nuclear, nuclear / width);
    }

    /**
     * An optimal network: parameters of (U, V) that attain the global minimum. With W = A S Bᵀ the pair A√S Q, B√S Q has the
     * same product for every orthogonal Q, and plane rotations make all column norms equal (Schur and Horn).
     */
    public double[] optimalParameters() {
        Svd svd = Svd.of(target);
        double[] kept = globalMinimum().singularValues();
        int rank = Math.min(width, kept.length);
        Matrix u = Matrix.zeros(target.rows(), width);
        Matrix v = Matrix.zeros(target.columns(), width);
        for (int i = 0; i < rank; i++) {
            double root = Math.sqrt(kept[i]);
            for (int row = 0; row < u.rows(); row++) {
                u.set(row, i, root * svd.u().get(row, i));
            }
            for (int row = 0; row < v.rows(); row++) {
                v.set(row, i, root * svd.vTransposed().get(i, row));
            }
        }
        equalise(u, v);
        return join(u, v);
    }

    /** Rotates pairs of columns, one above the mean norm with one below, until each column has exactly the mean. */
    private void equalise(Matrix u, Matrix v) {
        double mean = Arrays.stream(squaredColumnNorms(u)).sum() / width;
        for (int done = 0; done < width - 1; done++) {
            double[] norms = squaredColumnNorms(u);
            int high = 0;
            int low = 0;
            for (int i = 1; i < width; i++) {
                high = norms[i] > norms[high] ? i : high;
                low = norms[i] < norms[low] ? i : low;
            }
            if (norms[high] - norms[low] <= 1e-15 * mean) {
                return;
            }
            double cross = 0;
            for (int row = 0; row < u.rows(); row++) {
                cross += u.get(row, high) * u.get(row, low);
            }
            // Column "high" becomes c·high + s·low of squared norm c²h + 2cs·cross + s²l = mean; with t = s/c a
            // quadratic.
            double root = Math.sqrt(cross * cross + (norms[high] - mean) * (mean - norms[low]));
            double t = (norms[high] - mean) / (cross >= 0 ? -cross - root : root - cross);
            double c = 1 / Math.sqrt(1 + t * t);
            rotate(u, high, low, c, t * c);
            rotate(v, high, low, c, t * c);
        }
    }

    private static void rotate(Matrix m, int first, int second, double c, double s) {
        for (int row = 0; row < m.rows(); row++) {
            double a = m.get(row, first);
            double b = m.get(row, second);
            m.set(row, first, c * a + s * b);
            m.set(row, second, c * b - s * a);
        }
    }

    private static double[] squaredColumnNorms(Matrix m) {
        double[] norms = new double[m.columns()];
        for (int i = 0; i < m.rows(); i++) {
            for (int j = 0; j < norms.length; j++) {
                norms[j] += m.get(i, j) * m.get(i, j);
            }
        }
        return norms;
    }
}

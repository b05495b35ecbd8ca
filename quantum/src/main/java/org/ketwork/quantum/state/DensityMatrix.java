package org.ketwork.quantum.state;

import java.util.Arrays;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.matrix.Matrix;

/**
 * A state of a system of dimension d, pure or mixed: a Hermitian matrix of shape (d, d) with trace 1 and no negative eigenvalue.
 * Immutable. Its spectrum is found once, when the state is made, because it is what makes the matrix a state and what nearly
 * every measure asks for.
 */
public final class DensityMatrix {
    /** How far a given matrix may be from Hermitian, from trace 1, and how far an eigenvalue may be below 0. */
    public static final double TOLERANCE = 1e-9;

    private final ComplexMatrix matrix;
    private final double[] eigenvalues;

    private DensityMatrix(ComplexMatrix matrix, double[] eigenvalues) {
        this.matrix = matrix;
        this.eigenvalues = eigenvalues;
    }

    /**
     * The state with this matrix; what is left of an anti-Hermitian part below the tolerance is removed.
     *
     * @throws IllegalArgumentException if the matrix is not a state within {@link #TOLERANCE}; the message says in what
     */
    public static DensityMatrix of(ComplexMatrix matrix) {
        matrix.re().requireSquare();
        if (!matrix.isHermitian(TOLERANCE)) {
            throw new IllegalArgumentException("a density matrix must be Hermitian, got an entry that differs by "
                    + matrix.minus(matrix.adjoint()).maxAbs() + " from its mirror image");
        }
        if (!(Math.abs(matrix.traceRe() - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException("a density matrix must have trace 1, got " + matrix.traceRe());
        }
        ComplexMatrix hermitian = matrix.hermitianPart();
        double[] values = HermitianEigen.values(hermitian);
        if (!(values[0] >= -TOLERANCE)) {
            throw new IllegalArgumentException("a density matrix must not have negative eigenvalues, got " + values[0]);
        }
        return new DensityMatrix(hermitian, clip(values));
    }

    /** The state with this real symmetric matrix. */
    public static DensityMatrix of(Matrix matrix) {
        return of(ComplexMatrix.real(matrix));
    }

    /** |ψ⟩⟨ψ|. */
    public static DensityMatrix pure(Ket ket) {
        double[] values = new double[ket.dimension()];
        values[values.length - 1] = 1;
        return new DensityMatrix(ket.outer(ket), values);
    }

    /** The classical state with these probabilities on the basis states. */
    public static DensityMatrix diagonal(double... probabilities) {
        double sum = 0;
        for (double p : probabilities) {
            if (!(p >= 0 && p <= 1 + TOLERANCE)) {
                throw new IllegalArgumentException("a probability must be in [0, 1], got " + p);
            }
            sum += p;
        }
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException("probabilities must sum to 1, got " + sum);
        }
        double[] values = probabilities.clone();
        Arrays.sort(values);
        return new DensityMatrix(ComplexMatrix.real(Matrix.diagonal(probabilities)), values);
    }

    /** I/d. */
    public static DensityMatrix maximallyMixed(int dimension) {
        double[] probabilities = new double[dimension];
        Arrays.fill(probabilities, 1.0 / dimension);
        return diagonal(probabilities);
    }

    /**
     * The qubit state (I + xX + yY + zZ)/2.
     *
     * @throws IllegalArgumentException if the Bloch vector is longer than 1
     */
    public static DensityMatrix bloch(double x, double y, double z) {
        double r = Math.sqrt(x * x + y * y + z * z);
        if (!(r <= 1 + TOLERANCE)) {
            throw new IllegalArgumentException("a Bloch vector must not be longer than 1, got length " + r);
        }
        ComplexMatrix matrix = ComplexMatrix.of(
                Matrix.of(new double[] {(1 + z) / 2, x / 2}, new double[] {x / 2, (1 - z) / 2}),
                Matrix.of(new double[] {0, -y / 2}, new double[] {y / 2, 0}));
        return new DensityMatrix(matrix, clip(new double[] {(1 - r) / 2, (1 + r) / 2}));
    }

    public int dimension() {
        return matrix.rows();
    }

    /** The matrix, a copy. */
    public ComplexMatrix matrix() {
        return matrix.copy();
    }

    public double re(int row, int column) {
        return matrix.re().get(row, column);
    }

    public double im(int row, int column) {
        return matrix.im().get(row, column);
    }

    /** The spectrum, ascending, a copy; eigenvalues that vanish to rounding, at most d eps times the largest, are 0. */
    public double[] eigenvalues() {
        return eigenvalues.clone();
    }

    /** Probabilities of the basis states: the diagonal. */
    public double[] probabilities() {
        double[] p = matrix.re().diagonal();
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.max(0, p[i]);
        }
        return p;
    }

    /** (x, y, z) of a qubit. */
    public double[] blochVector() {
        if (dimension() != 2) {
            throw new IllegalArgumentException(
                    "only a qubit has a Bloch vector, this state has dimension " + dimension());
        }
        return new double[] {2 * re(0, 1), 2 * im(1, 0), re(0, 0) - re(1, 1)};
    }

    /** Tr ρA, for Hermitian A. */
    public double expectation(ComplexMatrix observable) {
        if (observable.rows() != dimension() || observable.columns() != dimension()) {
            throw new IllegalArgumentException("an observable of shape " + observable.rows() + " x "
                    + observable.columns() + " does not fit a state of dimension " + dimension());
        }
        double sum = 0;
        for (int i = 0; i < dimension(); i++) {
            for (int j = 0; j < dimension(); j++) {
                sum += re(i, j) * observable.re().get(j, i)
                        - im(i, j) * observable.im().get(j, i);
            }
        }
        return sum;
    }

    /** Tr ρ², between 1/d and 1. */
    public double purity() {
        double norm = matrix.frobeniusNorm();
        return norm * norm;
    }

    /** UρU†. */
    public DensityMatrix evolve(ComplexMatrix unitary) {
        return of(unitary.times(matrix).times(unitary.adjoint()));
    }

    /** This system beside another one; this one is the left factor. */
    public DensityMatrix tensor(DensityMatrix other) {
        double[] values = new double[eigenvalues.length * other.eigenvalues.length];
        int k = 0;
        for (double a : eigenvalues) {
            for (double b : other.eigenvalues) {
                values[k++] = a * b;
            }
        }
        Arrays.sort(values);
        return new DensityMatrix(matrix.kronecker(other.matrix), values);
    }

    /** weight·this + (1 − weight)·other. */
    public DensityMatrix mix(double weight, DensityMatrix other) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("the weight of a mixture must be in [0, 1], got " + weight);
        }
        return of(matrix.scale(weight).plus(other.matrix.scale(1 - weight)));
    }

    /** The state of the subsystems that are kept, in ascending order: the partial trace over all others. */
    public DensityMatrix reduce(Subsystems subsystems, int... keep) {
        return of(subsystems.partialTrace(matrix, keep));
    }

    private static double[] clip(double[] values) {
        // A stray 1e-17 would be nothing to the entropy, but 3e-9 to its root and 2 % to a Renyi entropy of order 0.1.
        double rounding = values.length * Math.ulp(1.0) * values[values.length - 1];
        double[] clipped = values.clone();
        for (int i = 0; i < values.length; i++) {
            clipped[i] = values[i] <= rounding ? 0 : values[i];
        }
        return clipped;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DensityMatrix that && matrix.equals(that.matrix);
    }

    @Override
    public int hashCode() {
        return matrix.hashCode();
    }

    @Override
    public String toString() {
        return "DensityMatrix[" + matrix + "]";
    }
}

package org.ketwork.quantum.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.state.DensityMatrix;

/**
 * The measurement of an observable: its distinct eigenvalues are the outcomes, its eigenspaces the projectors. Degenerate
 * eigenvalues share one outcome, so coherence inside an eigenspace survives (von Neumann's rule as corrected by Lüders).
 */
public final class ProjectiveMeasurement {
    /** Eigenvalues closer than this fraction of the largest modulus are one outcome. */
    private static final double DEGENERACY = 1e-9;

    private final double[] values;
    private final Povm povm;

    private ProjectiveMeasurement(double[] values, Povm povm) {
        this.values = values;
        this.povm = povm;
    }

    /** The measurement of a Hermitian matrix; outcomes in ascending order of their values. */
    public static ProjectiveMeasurement of(ComplexMatrix observable) {
        if (!observable.isHermitian(DEGENERACY * Math.max(1, observable.maxAbs()))) {
            throw new IllegalArgumentException("an observable must be Hermitian, got " + observable);
        }
        HermitianEigen eigen = HermitianEigen.of(observable.hermitianPart());
        double width =
                DEGENERACY * Math.max(Math.abs(eigen.values()[0]), Math.abs(eigen.values()[eigen.values().length - 1]));
        List<Double> values = new ArrayList<>();
        List<ComplexMatrix> projectors = new ArrayList<>();
        for (int start = 0; start < eigen.values().length; ) {
            int end = start + 1;
            while (end < eigen.values().length && eigen.values()[end] - eigen.values()[start] <= width) {
                end++;
            }
            ComplexMatrix space = columns(eigen.vectors(), start, end);
            projectors.add(space.times(space.adjoint()));
            values.add(eigen.values()[start]);
            start = end;
        }
        return new ProjectiveMeasurement(
                values.stream().mapToDouble(Double::doubleValue).toArray(), Povm.of(projectors));
    }

    private static ComplexMatrix columns(ComplexMatrix matrix, int from, int to) {
        Matrix re = Matrix.zeros(matrix.rows(), to - from);
        Matrix im = Matrix.zeros(matrix.rows(), to - from);
        for (int i = 0; i < matrix.rows(); i++) {
            for (int k = from; k < to; k++) {
                re.set(i, k - from, matrix.re().get(i, k));
                im.set(i, k - from, matrix.im().get(i, k));
            }
        }
        return ComplexMatrix.of(re, im);
    }

    public int outcomes() {
        return values.length;
    }

    /** The distinct eigenvalues, ascending. */
    public double[] values() {
        return values.clone();
    }

    public ComplexMatrix projector(int outcome) {
        return povm.effect(outcome);
    }

    public double[] probabilities(DensityMatrix state) {
        return povm.probabilities(state);
    }

    /** The projected and normalised state; empty if the outcome has probability 0. */
    public Optional<DensityMatrix> after(int outcome, DensityMatrix state) {
        return povm.after(outcome, state);
    }

    /** The state after a measurement whose outcome nobody reads: the coherence between eigenspaces is gone. */
    public DensityMatrix unread(DensityMatrix state) {
        return povm.unread(state);
    }

    /** The measured values of shots 0 to shots − 1. */
    public double[] sample(DensityMatrix state, int shots, RandomAddress address) {
        int[] outcomes = povm.sample(state, shots, address);
        double[] measured = new double[shots];
        for (int i = 0; i < shots; i++) {
            measured[i] = values[outcomes[i]];
        }
        return measured;
    }
}

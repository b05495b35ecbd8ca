package org.ketwork.quantum;

import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.quantum.state.DensityMatrix;
import org.ketwork.quantum.state.Ket;

/** Random states and operators for tests. */
public final class RandomStates {
    private final RandomStream stream;

    public RandomStates(long seed) {
        this.stream = RandomAddress.root(seed).at("test states").stream();
    }

    public double uniform() {
        return stream.nextDouble();
    }

    /** Independent complex normal entries. */
    public ComplexMatrix matrix(int rows, int columns) {
        ComplexMatrix m = ComplexMatrix.zeros(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                m.set(i, j, stream.nextNormal(), stream.nextNormal());
            }
        }
        return m;
    }

    public ComplexMatrix hermitian(int dimension) {
        return matrix(dimension, dimension).hermitianPart();
    }

    /** A state drawn from the induced measure of the given rank. */
    public DensityMatrix density(int dimension, int rank) {
        ComplexMatrix g = matrix(dimension, rank);
        ComplexMatrix unnormalised = g.times(g.adjoint());
        return DensityMatrix.of(unnormalised.scale(1 / unnormalised.traceRe()));
    }

    public DensityMatrix density(int dimension) {
        return density(dimension, dimension);
    }

    public Ket ket(int dimension) {
        double[] re = new double[dimension];
        double[] im = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            re[i] = stream.nextNormal();
            im[i] = stream.nextNormal();
        }
        return Ket.normalised(re, im);
    }
}

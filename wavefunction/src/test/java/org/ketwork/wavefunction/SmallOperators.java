package org.ketwork.wavefunction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.numerics.matrix.HermitianEigen;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Transition;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Codomain;

/** Hamiltonians on rings, written down plainly, and their ground states by full diagonalisation. */
public final class SmallOperators {
    private SmallOperators() {}

    /** A number for each row of a batch. */
    public interface Element extends ToDoubleBiFunction<Configurations, Integer> {}

    private record Term(Move move, Element element) implements Transition {
        @Override
        public void elements(Configurations at, double[] re, double[] im) {
            for (int row = 0; row < at.rows(); row++) {
                re[row] = move.fits(at.space(), at.levels(), row * at.sites()) ? element.applyAsDouble(at, row) : 0;
            }
        }

        @Override
        public boolean isReal() {
            return true;
        }
    }

    private record Operator(StateSpace space, Element diagonal, List<Transition> transitions)
            implements ConfigurationOperator {
        @Override
        public void diagonal(Configurations at, double[] values) {
            for (int row = 0; row < at.rows(); row++) {
                values[row] = diagonal.applyAsDouble(at, row);
            }
        }

        @Override
        public double infiniteTemperature() {
            Configurations all = space.all();
            double[] values = new double[all.rows()];
            diagonal(all, values);
            return Arrays.stream(values).average().orElseThrow();
        }
    }

    /** −Σ σᶻσᶻ − h Σ σˣ on a ring. */
    public static ConfigurationOperator ising(StateSpace space, double h) {
        List<Transition> flips = new ArrayList<>();
        for (int i = 0; i < space.sites(); i++) {
            flips.add(new Term(Move.flip(i), (at, row) -> -h));
        }
        return new Operator(space, (at, row) -> -neighbours(at, row), flips);
    }

    /** Σ σ·σ on a ring. */
    public static ConfigurationOperator heisenberg(StateSpace space) {
        List<Transition> exchanges = new ArrayList<>();
        for (int i = 0; i < space.sites(); i++) {
            int a = i;
            int b = (i + 1) % space.sites();
            exchanges.add(new Term(Move.flip(a, b), (at, row) -> at.level(row, a) == at.level(row, b) ? 0 : 2));
        }
        return new Operator(space, SmallOperators::neighbours, exchanges);
    }

    private static double neighbours(Configurations at, int row) {
        double sum = 0;
        for (int i = 0; i < at.sites(); i++) {
            sum += at.value(row, i) * at.value(row, (i + 1) % at.sites());
        }
        return sum;
    }

    /** −Σ (b†b + h.c.) + Σ n(n − 1) on a ring of bosons. */
    public static ConfigurationOperator boseHubbard(StateSpace space) {
        List<Transition> hops = new ArrayList<>();
        for (int i = 0; i < space.sites(); i++) {
            int a = i;
            int b = (i + 1) % space.sites();
            hops.add(hop(a, b));
            hops.add(hop(b, a));
        }
        return new Operator(
                space,
                (at, row) -> {
                    double sum = 0;
                    for (int i = 0; i < at.sites(); i++) {
                        sum += at.value(row, i) * (at.value(row, i) - 1);
                    }
                    return sum;
                },
                hops);
    }

    private static Transition hop(int from, int to) {
        return new Term(Move.hop(from, to), (at, row) -> -Math.sqrt(at.value(row, from) * (at.value(row, to) + 1)));
    }

    /** The matrix of an operator over all configurations of its space. */
    public static ComplexMatrix matrix(ConfigurationOperator operator) {
        Configurations all = operator.space().all();
        int size = all.rows();
        ListedAmplitudes index =
                new ListedAmplitudes(operator.space(), Codomain.REAL, new double[size], new double[size]);
        ComplexMatrix matrix = ComplexMatrix.zeros(size, size);
        double[] diagonal = new double[size];
        operator.diagonal(all, diagonal);
        for (int i = 0; i < size; i++) {
            matrix.set(i, i, diagonal[i], 0);
        }
        double[] re = new double[size];
        double[] im = new double[size];
        for (Transition transition : operator.transitions()) {
            transition.elements(all, re, im);
            for (int i = 0; i < size; i++) {
                if (re[i] != 0 || (!transition.isReal() && im[i] != 0)) {
                    Configurations moved = all.slice(i, 1);
                    transition.move().apply(all.space(), moved.levels(), 0);
                    int j = index.number(moved, 0);
                    matrix.set(
                            i,
                            j,
                            matrix.re().get(i, j) + re[i],
                            matrix.im().get(i, j) + (transition.isReal() ? 0 : im[i]));
                }
            }
        }
        return matrix;
    }

    /** The ground state of a real operator. */
    public static ListedAmplitudes groundState(ConfigurationOperator operator) {
        HermitianEigen eigen = HermitianEigen.of(matrix(operator));
        int size = eigen.values().length;
        double[] re = new double[size];
        for (int i = 0; i < size; i++) {
            re[i] = eigen.vectors().re().get(i, 0);
        }
        double[] im = new double[size];
        for (int i = 0; i < size; i++) {
            im[i] = eigen.vectors().im().get(i, 0);
        }
        return new ListedAmplitudes(operator.space(), Codomain.COMPLEX, re, im);
    }

    /** The lowest eigenvalue. */
    public static double groundEnergy(ConfigurationOperator operator) {
        return HermitianEigen.of(matrix(operator)).values()[0];
    }
}

package org.ketwork.quantum.hamiltonian;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ketwork.numerics.matrix.ComplexMatrix;
import org.ketwork.quantum.space.Configurations;

/** An operator as a matrix, entry by entry from its definition. */
final class DenseMatrices {
    private DenseMatrices() {}

    static ComplexMatrix of(ConfigurationOperator operator) {
        Configurations all = operator.space().all();
        int size = all.rows();
        Map<String, Integer> numbers = new HashMap<>();
        for (int row = 0; row < size; row++) {
            numbers.put(Arrays.toString(all.row(row)), row);
        }
        ComplexMatrix matrix = ComplexMatrix.zeros(size, size);
        double[] re = new double[size];
        double[] im = new double[size];
        operator.diagonal(all, re);
        for (int row = 0; row < size; row++) {
            matrix.set(row, row, re[row], 0);
        }
        for (Transition transition : operator.transitions()) {
            Arrays.fill(im, 0);
            transition.elements(all, re, im);
            for (int row = 0; row < size; row++) {
                if (re[row] == 0 && im[row] == 0) {
                    continue;
                }
                byte[] levels = all.row(row);
                if (!transition.move().fits(operator.space(), levels, 0)) {
                    throw new AssertionError(transition.move() + " does not fit but has a matrix element");
                }
                transition.move().apply(operator.space(), levels, 0);
                int column = numbers.getOrDefault(Arrays.toString(levels), -1);
                if (matrix.re().get(row, column) != 0 || matrix.im().get(row, column) != 0) {
                    throw new AssertionError("two transitions lead from row " + row + " to " + column);
                }
                matrix.set(row, column, re[row], im[row]);
            }
        }
        return matrix;
    }
}

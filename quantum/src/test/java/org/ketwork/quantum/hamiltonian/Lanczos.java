package org.ketwork.quantum.hamiltonian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ketwork.numerics.matrix.Matrix;
import org.ketwork.numerics.matrix.SymmetricEigen;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;
import org.ketwork.quantum.space.Configurations;

/** The ground state of a real operator, plainly: full orthogonalisation, restarted from the best vector. For tests only. */
final class Lanczos {
    private static final int VECTORS = 60;

    private final int size;
    private final double[] diagonal;
    private final List<int[]> columns = new ArrayList<>();
    private final List<double[]> elements = new ArrayList<>();

    private Lanczos(ConfigurationOperator operator) {
        Configurations all = operator.space().all();
        size = all.rows();
        diagonal = new double[size];
        operator.diagonal(all, diagonal);
        Map<Long, Integer> numbers = new HashMap<>();
        for (int row = 0; row < size; row++) {
            numbers.put(key(all.row(row)), row);
        }
        for (Transition transition : operator.transitions()) {
            double[] values = new double[size];
            int[] targets = new int[size];
            transition.elements(all, values, new double[0]);
            for (int row = 0; row < size; row++) {
                if (values[row] != 0) {
                    byte[] levels = all.row(row);
                    transition.move().apply(operator.space(), levels, 0);
                    targets[row] = numbers.getOrDefault(key(levels), -1);
                }
            }
            columns.add(targets);
            elements.add(values);
        }
    }

    private static long key(byte[] levels) {
        long key = 0;
        for (byte level : levels) {
            key = key << 2 | level;
        }
        return key;
    }

    private double[] times(double[] vector) {
        double[] result = new double[size];
        for (int row = 0; row < size; row++) {
            result[row] = diagonal[row] * vector[row];
        }
        for (int t = 0; t < columns.size(); t++) {
            int[] targets = columns.get(t);
            double[] values = elements.get(t);
            for (int row = 0; row < size; row++) {
                result[row] += values[row] * vector[targets[row]];
            }
        }
        return result;
    }

    static double lowest(ConfigurationOperator operator) {
        Lanczos matrix = new Lanczos(operator);
        double[] ground = matrix.ground();
        return dot(ground, matrix.times(ground));
    }

    static double[] groundState(ConfigurationOperator operator) {
        return new Lanczos(operator).ground();
    }

    static double expectation(ConfigurationOperator operator, double[] state) {
        return dot(state, new Lanczos(operator).times(state));
    }

    private double[] ground() {
        RandomStream random = RandomAddress.root(3).at("Lanczos").stream();
        double[] start = new double[size];
        for (int i = 0; i < size; i++) {
            start[i] = random.nextNormal();
        }
        normalise(start);
        double last = Double.POSITIVE_INFINITY;
        for (int restart = 0; restart < 20; restart++) {
            start = improved(start);
            double energy = dot(start, times(start));
            if (last - energy < 1e-14 * Math.abs(energy)) {
                return start;
            }
            last = energy;
        }
        throw new AssertionError("the ground state did not converge");
    }

    private double[] improved(double[] start) {
        List<double[]> basis = new ArrayList<>(List.of(start));
        List<double[]> images = new ArrayList<>(List.of(times(start)));
        while (basis.size() < Math.min(VECTORS, size)) {
            double[] next = images.getLast().clone();
            for (int pass = 0; pass < 2; pass++) {
                for (double[] vector : basis) {
                    double overlap = dot(vector, next);
                    for (int i = 0; i < size; i++) {
                        next[i] -= overlap * vector[i];
                    }
                }
            }
            if (Math.sqrt(dot(next, next)) < 1e-12) {
                break;
            }
            normalise(next);
            basis.add(next);
            images.add(times(next));
        }
        Matrix projected = Matrix.zeros(basis.size(), basis.size());
        for (int i = 0; i < basis.size(); i++) {
            for (int j = 0; j <= i; j++) {
                double element = dot(basis.get(i), images.get(j));
                projected.set(i, j, element);
                projected.set(j, i, element);
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(projected);
        int lowest = 0;
        for (int i = 0; i < basis.size(); i++) {
            lowest = eigen.values()[i] < eigen.values()[lowest] ? i : lowest;
        }
        double[] result = new double[size];
        for (int k = 0; k < basis.size(); k++) {
            double weight = eigen.vectors().get(k, lowest);
            for (int i = 0; i < size; i++) {
                result[i] += weight * basis.get(k)[i];
            }
        }
        normalise(result);
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void normalise(double[] vector) {
        double norm = Math.sqrt(dot(vector, vector));
        Arrays.setAll(vector, i -> vector[i] / norm);
    }
}

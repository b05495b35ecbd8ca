package org.ketwork.quantum.spectrum;

import java.util.Arrays;
import java.util.List;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.hamiltonian.ConfigurationOperator;
import org.ketwork.quantum.hamiltonian.Transition;
import org.ketwork.quantum.space.Configurations;

/**
 * Products y = A x of an operator with vectors of a basis, without the matrix: for a block of rows, transition by transition, the elements
 * of all rows are asked for at once and the entries of x fetched by bit arithmetic.
 */
final class Product {
    /** Rows for which elements are asked at once: their levels stay in the first-level cache. */
    private static final int BLOCK = 1 << 10;
    /** Rows of a task. */
    private static final int TASK = 1 << 15;

    private final ConfigurationOperator operator;
    private final Basis basis;
    private final List<Transition> transitions;
    private final long[] flips;
    private final long[] shifts;
    private final double[] diagonal;

    Product(ConfigurationOperator operator, Basis basis, Workers workers) {
        this.operator = operator;
        this.basis = basis;
        this.transitions = operator.transitions();
        this.flips = new long[transitions.size()];
        this.shifts = new long[transitions.size()];
        for (int t = 0; t < flips.length; t++) {
            flips[t] = basis.codes().flips(transitions.get(t).move());
            shifts[t] = basis.codes().shift(transitions.get(t).move());
        }
        this.diagonal = new double[basis.size()];
        workers.forEach(Math.ceilDiv(basis.size(), TASK), task -> {
            Rows rows = new Rows(basis);
            double[] values = new double[BLOCK];
            for (int first = task * TASK; first < Math.min(basis.size(), (task + 1L) * TASK); first += BLOCK) {
                rows.read(first);
                operator.diagonal(rows.configurations, values);
                System.arraycopy(values, 0, diagonal, first, rows.count);
            }
        });
    }

    /** Whether vectors may be real. */
    boolean isReal() {
        return operator.isReal() && basis.isReal();
    }

    Basis basis() {
        return basis;
    }

    /** y = A x. */
    void apply(Vector x, Vector y, Workers workers) {
        if (x.isReal()) {
            apply(x.re(), y.re(), workers);
        } else if (isReal()) {
            apply(x.re(), y.re(), workers);
            apply(x.im(), y.im(), workers);
        } else {
            applyComplex(x, y, workers);
        }
    }

    private void apply(double[] x, double[] y, Workers workers) {
        double[] amplitudes = basis.prepare(x);
        workers.forEach(Math.ceilDiv(x.length, TASK), task -> {
            Rows rows = new Rows(basis);
            double[] elements = new double[BLOCK];
            double[] none = new double[0];
            double[] sum = new double[BLOCK];
            for (int first = task * TASK; first < Math.min(x.length, (task + 1L) * TASK); first += BLOCK) {
                rows.read(first);
                Arrays.fill(sum, 0);
                for (int t = 0; t < flips.length; t++) {
                    transitions.get(t).elements(rows.configurations, elements, none);
                    basis.gather(rows.codes, rows.count, flips[t], shifts[t], elements, amplitudes, sum);
                }
                basis.finish(first, rows.count, sum);
                for (int i = 0; i < rows.count; i++) {
                    y[first + i] = sum[i] + diagonal[first + i] * x[first + i];
                }
            }
        });
    }

    private void applyComplex(Vector x, Vector y, Workers workers) {
        double[] re = basis.prepare(x.re());
        double[] im = basis.prepare(x.im());
        workers.forEach(Math.ceilDiv(x.size(), TASK), task -> {
            Rows rows = new Rows(basis);
            double[] elementsRe = new double[BLOCK];
            double[] elementsIm = new double[BLOCK];
            double[] none = new double[0];
            double[] sumRe = new double[BLOCK];
            double[] sumIm = new double[BLOCK];
            for (int first = task * TASK; first < Math.min(x.size(), (task + 1L) * TASK); first += BLOCK) {
                rows.read(first);
                Arrays.fill(sumRe, 0);
                Arrays.fill(sumIm, 0);
                for (int t = 0; t < flips.length; t++) {
                    Transition transition = transitions.get(t);
                    double[] elementsImaginary = transition.isReal() ? none : elementsIm;
                    transition.elements(rows.configurations, elementsRe, elementsImaginary);
                    basis.gather(
                            rows.codes,
                            rows.count,
                            flips[t],
                            shifts[t],
                            elementsRe,
                            elementsImaginary,
                            re,
                            im,
                            sumRe,
                            sumIm);
                }
                basis.finish(first, rows.count, sumRe);
                basis.finish(first, rows.count, sumIm);
                for (int i = 0; i < rows.count; i++) {
                    int a = first + i;
                    y.re()[a] = sumRe[i] + diagonal[a] * x.re()[a];
                    y.im()[a] = sumIm[i] + diagonal[a] * x.im()[a];
                }
            }
        });
    }

    /** A block of rows as configurations; the last block may hold fewer. */
    private static final class Rows {
        private final Basis basis;
        private final long[] codes = new long[BLOCK];
        private final byte[] levels;
        private int count;
        private Configurations configurations;

        Rows(Basis basis) {
            this.basis = basis;
            this.levels = new byte[BLOCK * basis.codes().space().sites() + Codes.SLACK];
            this.configurations = new Configurations(basis.codes().space(), 0, levels);
        }

        void read(int first) {
            count = Math.min(BLOCK, basis.size() - first);
            basis.list(first, count, codes);
            basis.codes().levels(codes, count, levels);
            configurations = new Configurations(basis.codes().space(), count, levels);
        }
    }
}

package org.ketwork.wavefunction.projection;

import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.LogDerivatives;
import org.ketwork.wavefunction.ansatz.StoredDerivatives;

/**
 * Derivatives of a projected family: O(σ) = Σ_c w_c O(copy c of σ), w_c being the part of copy c in the amplitude of σ. The rows of the
 * base are made for a few configurations at a time, and only their sums are kept.
 */
final class ProjectedDerivatives {
    private ProjectedDerivatives() {}

    static LogDerivatives of(ProjectedState state, Configurations at, Workers workers) {
        int rows = at.rows();
        int columns = state.family().parameterCount() / (state.codomain() == Codomain.HOLOMORPHIC ? 2 : 1);
        double[] re = new double[Math.multiplyExact(rows, columns)];
        double[] im = new double[state.codomain() == Codomain.REAL ? 0 : re.length];
        int block = state.rowsAtOnce();
        workers.forEach(Math.ceilDiv(rows, block), task -> {
            int first = task * block;
            fill(state, at, first, Math.min(block, rows - first), columns, re, im, workers);
        });
        return new StoredDerivatives(state.codomain(), rows, columns, re, im);
    }

    private static void fill(
            ProjectedState state,
            Configurations at,
            int first,
            int rows,
            int columns,
            double[] re,
            double[] im,
            Workers workers) {
        int count = state.copies().count();
        boolean realBase = state.base().codomain() == Codomain.REAL;
        LogDerivatives base = state.base().logDerivatives(state.copies(at, first, rows), workers);
        CopySum[] sums = state.sums(at, first, rows);
        double[] baseRe = new double[count * columns];
        double[] baseIm = new double[realBase ? 0 : baseRe.length];
        for (int row = 0; row < rows; row++) {
            base.rows(row * count, count, baseRe, baseIm);
            int to = (first + row) * columns;
            CopySum sum = sums[row];
            double square = sum.re() * sum.re() + sum.im() * sum.im();
            for (int c = 0; c < count; c++) {
                double wRe = (sum.terms()[c] * sum.re() + sum.termsIm()[c] * sum.im()) / square;
                double wIm = (sum.termsIm()[c] * sum.re() - sum.terms()[c] * sum.im()) / square;
                add(wRe, baseRe, c * columns, re, to, columns);
                if (!realBase) {
                    add(-wIm, baseIm, c * columns, re, to, columns);
                    add(wRe, baseIm, c * columns, im, to, columns);
                }
                if (im.length > 0) {
                    add(wIm, baseRe, c * columns, im, to, columns);
                }
            }
        }
    }

    private static void add(double factor, double[] from, int begin, double[] to, int at, int length) {
        for (int k = 0; k < length; k++) {
            to[at + k] += factor * from[begin + k];
        }
    }
}

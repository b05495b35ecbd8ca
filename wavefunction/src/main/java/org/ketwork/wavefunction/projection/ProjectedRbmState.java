package org.ketwork.wavefunction.projection;

import static org.ketwork.numerics.kernel.UnitProducts.LANES;

import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.parallel.Workers;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.LogDerivatives;
import org.ketwork.wavefunction.ansatz.StoredDerivatives;
import org.ketwork.wavefunction.ansatz.Walkers;
import org.ketwork.wavefunction.ansatz.Wavefunction;

/** One member of the family of projected restricted Boltzmann machines. */
record ProjectedRbmState(ProjectedRbm rbm, ProjectedRbmTables tables) implements Wavefunction {
    /** Configurations whose derivatives are one task of the workers. */
    private static final int ROWS = 16;

    @Override
    public StateSpace space() {
        return rbm.space();
    }

    @Override
    public Codomain codomain() {
        return rbm.codomain();
    }

    @Override
    public void logAmplitudes(Configurations at, double[] logModulus, double[] phase) {
        Evaluation evaluation = new Evaluation();
        for (int row = 0; row < at.rows(); row++) {
            CopySum sum = evaluation.of(at, row);
            logModulus[row] = sum.logModulus();
            phase[row] = sum.phase();
        }
    }

    @Override
    public Walkers walkers(Configurations start) {
        return new ProjectedRbmWalkers(this, start.copy());
    }

    /**
     * O_ji = Σ_c w_c tanh θ_jc v_ci with v_ci what copy c shows at site i, and w_c the part of ψ that comes from copy c; the derivative by
     * b_j leaves v out.
     */
    @Override
    public LogDerivatives logDerivatives(Configurations at, Workers workers) {
        int rows = at.rows();
        int columns = rbm.weightCount();
        double[] re = new double[Math.multiplyExact(rows, columns)];
        double[] im = new double[codomain() == Codomain.REAL ? 0 : rows * columns];
        workers.forEach(Math.ceilDiv(rows, ROWS), block -> {
            Evaluation evaluation = new Evaluation();
            for (int row = block * ROWS; row < Math.min(rows, (block + 1) * ROWS); row++) {
                evaluation.derivatives(at, row, re, im, row * columns);
            }
        });
        return new StoredDerivatives(codomain(), rows, columns, re, im);
    }

    /** The work space of evaluating configurations one after another. */
    private final class Evaluation {
        private final double[] p = new double[tables.products.width()];
        private final double[] s = new double[tables.products.width()];
        private final double[] logModulus = new double[tables.copies.count()];
        private final double[] phase = new double[tables.copies.count()];
        private final double[] tanhRe = new double[tables.units * tables.copies.count()];
        private final double[] tanhIm = new double[codomain() == Codomain.REAL ? 0 : tanhRe.length];
        private final double[] shown = new double[tables.copies.count() * tables.sites];

        CopySum of(Configurations at, int row) {
            tables.evaluate(at.levels(), row * tables.sites, p, s, 0, logModulus, phase);
            return CopySum.of(tables.copies, logModulus, phase, 0);
        }

        void derivatives(Configurations at, int row, double[] re, double[] im, int to) {
            CopySum sum = of(at, row);
            int count = tables.copies.count();
            double square = sum.re() * sum.re() + sum.im() * sum.im();
            for (int c = 0; c < count; c++) {
                double wRe = (sum.terms()[c] * sum.re() + sum.termsIm()[c] * sum.im()) / square;
                double wIm = (sum.termsIm()[c] * sum.re() - sum.terms()[c] * sum.im()) / square;
                for (int j = 0; j < tables.units; j++) {
                    int place = tables.place(j, c);
                    double tRe = s[place] - p[place];
                    if (tanhIm.length == 0) {
                        tanhRe[j * count + c] = wRe * tRe;
                    } else {
                        double tIm = s[place + LANES] - p[place + LANES];
                        tanhRe[j * count + c] = wRe * tRe - wIm * tIm;
                        tanhIm[j * count + c] = wRe * tIm + wIm * tRe;
                    }
                }
                for (int i = 0; i < tables.sites; i++) {
                    shown[c * tables.sites + i] = tables.copies.sign(c) * at.value(row, tables.copies.seen(c, i));
                }
            }
            sumOverCopies(tanhRe, re, to);
            if (tanhIm.length > 0) {
                sumOverCopies(tanhIm, im, to);
            }
        }

        private void sumOverCopies(double[] tanh, double[] target, int to) {
            int count = tables.copies.count();
            int sites = tables.sites;
            int units = tables.units;
            Blas.gemm(false, false, units, sites, count, 1, tanh, 0, count, shown, 0, sites, 0, target, to, sites);
            for (int j = 0; j < units && rbm.biased(); j++) {
                double sum = 0;
                for (int c = 0; c < count; c++) {
                    sum += tanh[j * count + c];
                }
                target[to + units * sites + j] = sum;
            }
        }
    }
}

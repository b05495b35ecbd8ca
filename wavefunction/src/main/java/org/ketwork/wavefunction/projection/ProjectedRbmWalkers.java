package org.ketwork.wavefunction.projection;

import static org.ketwork.numerics.kernel.UnitProducts.LANES;

import java.util.Arrays;
import org.ketwork.numerics.kernel.UnitProducts;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;
import org.ketwork.wavefunction.ansatz.Walkers;

/**
 * Walkers of a projected restricted Boltzmann machine that carry the hidden units of all copies along. A ratio costs hidden · |group|
 * multiplications; a move of several sites costs hardly more than one of a single site, since what it does to the units is multiplied
 * up once for all rows that have the same levels at these sites.
 */
final class ProjectedRbmWalkers implements Walkers {
    /** Weights are kept within 2^±SAFE of 1. */
    private static final int SAFE = 200;
    /** A copy whose weight is below this part of the largest may come back from underflow only by evaluating the row anew. */
    private static final double FRAIL = 0x1p-700;

    private final ProjectedRbmState state;
    private final ProjectedRbmTables tables;
    private final UnitProducts products;
    private final Configurations at;
    private final double[] p;
    private final double[] s;
    private final double[] weights;
    private final double[] totalRe;
    private final double[] totalIm;

    private final double[] logModulus;
    private final double[] phase;

    private final Change change;
    private final int[] alike;
    private final boolean[] left;

    ProjectedRbmWalkers(ProjectedRbmState state, Configurations at) {
        this.state = state;
        this.tables = state.tables();
        this.products = tables.products;
        this.at = at;
        int rows = at.rows();
        this.p = new double[Math.multiplyExact(rows, products.width())];
        this.s = new double[p.length];
        this.weights = new double[rows * products.leadWidth()];
        this.totalRe = new double[rows];
        this.totalIm = new double[rows];
        this.logModulus = new double[tables.copies.count()];
        this.phase = new double[tables.copies.count()];
        this.alike = new int[rows];
        this.left = new boolean[rows];
        this.change = new Change();
        refresh();
    }

    @Override
    public Configurations configurations() {
        return at;
    }

    @Override
    public void refresh() {
        for (int row = 0; row < at.rows(); row++) {
            evaluate(row);
        }
    }

    private void evaluate(int row) {
        tables.evaluate(at.levels(), row * tables.sites, p, s, row * products.width(), logModulus, phase);
        CopySum sum = CopySum.of(tables.copies, logModulus, phase, 0);
        int first = row * products.leadWidth();
        for (int copy = 0; copy < tables.copies.count(); copy++) {
            int place = first + tables.leadPlace(copy);
            weights[place] = sum.terms()[copy];
            if (products.complex()) {
                weights[place + LANES] = sum.termsIm()[copy];
            }
        }
        total(row);
    }

    private void total(int row) {
        double re = 0;
        double im = 0;
        int first = row * products.leadWidth();
        for (int copy = 0; copy < tables.copies.count(); copy++) {
            int place = first + tables.leadPlace(copy);
            re += weights[place];
            im += products.complex() ? weights[place + LANES] : 0;
        }
        totalRe[row] = re;
        totalIm[row] = im;
    }

    @Override
    public void ratios(Move move, boolean[] wanted, double[] re, double[] im) {
        System.arraycopy(wanted, 0, left, 0, left.length);
        for (int count = next(move, 0); count > 0; count = next(move, alike[0] + 1)) {
            change.of(move, alike[0]);
            products.sums(p, weights, alike, 0, count, change.factors, change.at, change.leads, change.leadAt, re, im);
            for (int i = 0; i < count; i++) {
                divide(alike[i], re, im);
            }
        }
    }

    private void divide(int row, double[] re, double[] im) {
        if (!products.complex()) {
            re[row] /= totalRe[row];
            return;
        }
        double square = totalRe[row] * totalRe[row] + totalIm[row] * totalIm[row];
        double x = (re[row] * totalRe[row] + im[row] * totalIm[row]) / square;
        im[row] = (im[row] * totalRe[row] - re[row] * totalIm[row]) / square;
        re[row] = x;
    }

    /** Puts the first row that is left, from {@code begin} on, and all that have its levels where the move acts, to {@link #alike}. */
    private int next(Move move, int begin) {
        int count = 0;
        for (int row = begin; row < at.rows(); row++) {
            if (left[row] && (count == 0 || sameLevels(move, alike[0], row))) {
                left[row] = false;
                alike[count++] = row;
            }
        }
        return count;
    }

    private boolean sameLevels(Move move, int row, int other) {
        for (int site : move.sites()) {
            if (at.level(row, site) != at.level(other, site)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void apply(Move move, boolean[] accepted) {
        System.arraycopy(accepted, 0, left, 0, left.length);
        for (int count = next(move, 0); count > 0; count = next(move, alike[0] + 1)) {
            change.of(move, alike[0]);
            for (int i = 0; i < count; i++) {
                int row = alike[i];
                products.advance(p, s, weights, row, change.factors, change.at, change.leads, change.leadAt);
                move.apply(state.space(), at.levels(), row * tables.sites);
                settleWeights(row);
            }
        }
    }

    private void settleWeights(int row) {
        int first = row * products.leadWidth();
        double largest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int copy = 0; copy < tables.copies.count(); copy++) {
            int place = first + tables.leadPlace(copy);
            double size = Math.abs(weights[place]);
            if (products.complex()) {
                size = Math.max(size, Math.abs(weights[place + LANES]));
            }
            largest = Math.max(largest, size);
            least = Math.min(least, size);
        }
        if (!(least > FRAIL * largest) || largest == Double.POSITIVE_INFINITY) {
            evaluate(row);
            return;
        }
        int exponent = Math.getExponent(largest);
        if (Math.abs(exponent) > SAFE) {
            double scale = Math.scalb(1.0, -exponent);
            for (int i = first; i < first + products.leadWidth(); i++) {
                weights[i] *= scale;
            }
        }
        total(row);
    }

    /** What a move does to the units of a row with the given levels: that of its sites multiplied up. */
    private final class Change {
        private final double[] ownFactors = new double[products.width()];
        private final double[] ownLeads = new double[products.leadWidth()];

        double[] factors = ownFactors;
        int at;
        double[] leads = ownLeads;
        int leadAt;

        void of(Move move, int row) {
            int[] sites = move.sites();
            if (sites.length == 0) {
                Arrays.fill(ownFactors, 0);
                Arrays.fill(ownLeads, 0);
                fillWithOne(ownFactors);
                fillWithOne(ownLeads);
                use(ownFactors, 0, ownLeads, 0);
                return;
            }
            int number = number(row, sites[0]);
            use(tables.factors, number * products.width(), tables.leads, number * products.leadWidth());
            for (int i = 1; i < sites.length; i++) {
                int other = number(row, sites[i]);
                products.multiply(
                        factors,
                        at,
                        tables.factors,
                        other * products.width(),
                        ownFactors,
                        0,
                        products.blocks() * products.units());
                products.multiply(
                        leads, leadAt, tables.leads, other * products.leadWidth(), ownLeads, 0, products.blocks());
                use(ownFactors, 0, ownLeads, 0);
            }
        }

        private int number(int row, int site) {
            return 2 * site + ProjectedRbmWalkers.this.at.level(row, site);
        }

        private void fillWithOne(double[] x) {
            for (int i = 0; i < x.length; i++) {
                x[i] = i / LANES % products.parts() == 0 ? 1 : 0;
            }
        }

        private void use(double[] factors, int at, double[] leads, int leadAt) {
            this.factors = factors;
            this.at = at;
            this.leads = leads;
            this.leadAt = leadAt;
        }
    }
}

package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.kernel.OddsKernels;
import org.ketwork.numerics.kernel.OddsShift;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;

/** {@link RealOddsWalkers} with complex odds. */
final class ComplexOddsWalkers implements Walkers {
    private static final Move NOTHING = new Move(new int[0], new int[0]);

    private final OddsKernels kernels = Kernels.odds();
    private final ComplexHiddenUnits units;
    private final OddsTable table;
    private final LockstepRows rows;
    private final int stride;

    /** (M, stride). */
    private final double[] oddsRe;

    private final double[] oddsIm;
    private final Product now;
    private final Product next;
    private final double[] factorRe;
    private final double[] factorIm;
    private final double[] factorExponent;
    private final double[] norm;
    private final double[] ratio;
    private final double[] ones;
    private Move asked = NOTHING;

    /** Π (1 + odds) of every row. */
    private record Product(double[] re, double[] im, double[] exponent) {
        static Product of(int rows) {
            return new Product(new double[rows], new double[rows], new double[rows]);
        }
    }

    ComplexOddsWalkers(ComplexHiddenUnits units, OddsTable table, Configurations start) {
        this.units = units;
        this.table = table;
        this.rows = new LockstepRows(start);
        this.stride = rows.stride();
        this.oddsRe = new double[table.units() * stride];
        this.oddsIm = new double[table.units() * stride];
        this.now = Product.of(stride);
        this.next = Product.of(stride);
        this.factorRe = new double[stride];
        this.factorIm = new double[stride];
        this.factorExponent = new double[stride];
        this.norm = new double[stride];
        this.ratio = new double[stride];
        this.ones = new double[stride];
        Arrays.fill(ones, 1);
        refresh();
    }

    @Override
    public Configurations configurations() {
        return rows.configurations();
    }

    @Override
    public void ratios(Move move, boolean[] wanted, double[] re, double[] im) {
        LockstepRows.Changes changes = rows.changes(move);
        product(changes, next);
        asked = move;
        factors(changes);
        // factor next / now = factor next conj(now) / |now|².
        for (int r = 0; r < stride; r++) {
            double topRe = next.re[r] * now.re[r] + next.im[r] * now.im[r];
            double topIm = next.im[r] * now.re[r] - next.re[r] * now.im[r];
            double old = factorRe[r];
            factorRe[r] = old * topRe - factorIm[r] * topIm;
            factorIm[r] = old * topIm + factorIm[r] * topRe;
            norm[r] = now.re[r] * now.re[r] + now.im[r] * now.im[r];
        }
        ratio(factorRe, re);
        ratio(factorIm, im);
    }

    private void ratio(double[] top, double[] target) {
        kernels.ratio(stride, top, factorExponent, ones, next.exponent, norm, now.exponent, ratio);
        System.arraycopy(ratio, 0, target, 0, rows.configurations().rows());
    }

    private void product(LockstepRows.Changes changes, Product target) {
        kernels.complexProduct(
                stride, stride, table.period(), oddsRe, oddsIm, shift(changes), target.re, target.im, target.exponent);
    }

    private OddsShift shift(LockstepRows.Changes changes) {
        return new OddsShift(
                table.units(),
                table.odds().re(),
                table.odds().im(),
                table.inverse().re(),
                table.inverse().im(),
                changes.sites(),
                rows.values(),
                changes.signAt());
    }

    private void factors(LockstepRows.Changes changes) {
        Arrays.fill(factorRe, 1);
        Arrays.fill(factorIm, 0);
        Arrays.fill(factorExponent, 0);
        for (int a = 0; a < changes.sites().length; a++) {
            int site = changes.sites()[a];
            int signs = changes.signAt()[a];
            for (int r = 0; r < stride; r++) {
                OddsTable.Scaled by = rows.values()[signs + r] > 0 ? table.amplitude() : table.inverseAmplitude();
                double old = factorRe[r];
                factorRe[r] = old * by.re()[site] - factorIm[r] * by.im()[site];
                factorIm[r] = old * by.im()[site] + factorIm[r] * by.re()[site];
                factorExponent[r] += by.exponent()[site];
            }
        }
    }

    @Override
    public void apply(Move move, boolean[] accepted) {
        kernels.complexMultiply(stride, stride, oddsRe, oddsIm, shift(rows.changes(move)), rows.padded(accepted));
        if (move.equals(asked)) {
            for (int r = 0; r < rows.configurations().rows(); r++) {
                now.re[r] = accepted[r] ? next.re[r] : now.re[r];
                now.im[r] = accepted[r] ? next.im[r] : now.im[r];
                now.exponent[r] = accepted[r] ? next.exponent[r] : now.exponent[r];
            }
        } else {
            product(LockstepRows.NONE, now);
        }
        rows.apply(move, accepted);
        asked = NOTHING;
    }

    @Override
    public void refresh() {
        angles(units.weights().re(), units.hiddenBias().re(), oddsRe);
        angles(units.weights().im(), units.hiddenBias().im(), oddsIm);
        Kernels.best().exp(oddsRe, 0, oddsRe, 0, oddsRe.length);
        for (int i = 0; i < oddsRe.length; i++) {
            double modulus = oddsRe[i];
            double turn = oddsIm[i];
            oddsRe[i] = modulus * Math.cos(turn);
            oddsIm[i] = modulus * Math.sin(turn);
        }
        product(LockstepRows.NONE, now);
        asked = NOTHING;
    }

    /** Writes one part of 2θ. */
    private void angles(double[] weights, double[] bias, double[] target) {
        int sites = rows.configurations().sites();
        for (int j = 0; j < table.units(); j++) {
            Arrays.fill(target, j * stride, (j + 1) * stride, bias[j]);
        }
        Blas.gemm(
                false,
                false,
                table.units(),
                stride,
                sites,
                2,
                weights,
                0,
                sites,
                rows.values(),
                0,
                stride,
                2,
                target,
                0,
                stride);
    }
}

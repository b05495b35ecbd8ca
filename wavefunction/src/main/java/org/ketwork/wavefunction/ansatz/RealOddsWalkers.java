package org.ketwork.wavefunction.ansatz;

import java.util.Arrays;
import org.ketwork.numerics.kernel.Blas;
import org.ketwork.numerics.kernel.Kernels;
import org.ketwork.numerics.kernel.OddsKernels;
import org.ketwork.numerics.kernel.OddsShift;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Move;

/** Walkers of real hidden units, which remember the odds of each unit and the product of 1 + odds; see {@link OddsKernels}. */
final class RealOddsWalkers implements Walkers {
    private static final double LN2 = Math.log(2);

    private final OddsKernels kernels = Kernels.odds();
    private final HiddenUnits units;
    private final OddsTable table;
    private final LockstepRows rows;
    private final int stride;

    /** (M, stride). */
    private final double[] odds;

    /** Π (1 + odds) where the walkers stand, and where the move asked about last would lead. */
    private final double[] mantissa;

    private final double[] exponent;
    private final double[] nextMantissa;
    private final double[] nextExponent;
    private final double[] factor;
    private final double[] factorExponent;
    private final double[] ratio;
    private Move asked = NOTHING;

    private static final Move NOTHING = new Move(new int[0], new int[0]);

    RealOddsWalkers(HiddenUnits units, OddsTable table, Configurations start) {
        this.units = units;
        this.table = table;
        this.rows = new LockstepRows(start);
        this.stride = rows.stride();
        this.odds = new double[table.units() * stride];
        this.mantissa = new double[stride];
        this.exponent = new double[stride];
        this.nextMantissa = new double[stride];
        this.nextExponent = new double[stride];
        this.factor = new double[stride];
        this.factorExponent = new double[stride];
        this.ratio = new double[stride];
        refresh();
    }

    @Override
    public Configurations configurations() {
        return rows.configurations();
    }

    @Override
    public void ratios(Move move, boolean[] wanted, double[] re, double[] im) {
        ask(move);
        kernels.ratio(stride, factor, factorExponent, nextMantissa, nextExponent, mantissa, exponent, ratio);
        System.arraycopy(ratio, 0, re, 0, rows.configurations().rows());
    }

    /** Writes the logarithms of the ratios, in all rows. */
    void logRatios(Move move, double[] log) {
        ask(move);
        for (int r = 0; r < stride; r++) {
            ratio[r] = factor[r] * nextMantissa[r] / mantissa[r];
        }
        Kernels.best().log(ratio, 0, ratio, 0, stride);
        for (int r = 0; r < rows.configurations().rows(); r++) {
            log[r] = ratio[r] + (factorExponent[r] + nextExponent[r] - exponent[r]) * LN2;
        }
    }

    /** Leaves the ratio of row r as factor nextMantissa / mantissa 2^(factorExponent + nextExponent − exponent). */
    private void ask(Move move) {
        LockstepRows.Changes changes = rows.changes(move);
        kernels.product(stride, stride, table.period(), odds, shift(changes), nextMantissa, nextExponent);
        factors(changes);
        asked = move;
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
        Arrays.fill(factor, 1);
        Arrays.fill(factorExponent, 0);
        for (int a = 0; a < changes.sites().length; a++) {
            int site = changes.sites()[a];
            int signs = changes.signAt()[a];
            double up = table.amplitude().re()[site];
            double down = table.inverseAmplitude().re()[site];
            double upExponent = table.amplitude().exponent()[site];
            double downExponent = table.inverseAmplitude().exponent()[site];
            for (int r = 0; r < stride; r++) {
                boolean positive = rows.values()[signs + r] > 0;
                factor[r] *= positive ? up : down;
                factorExponent[r] += positive ? upExponent : downExponent;
            }
        }
    }

    @Override
    public void apply(Move move, boolean[] accepted) {
        kernels.multiply(stride, stride, odds, shift(rows.changes(move)), rows.padded(accepted));
        if (move.equals(asked)) {
            for (int r = 0; r < rows.configurations().rows(); r++) {
                mantissa[r] = accepted[r] ? nextMantissa[r] : mantissa[r];
                exponent[r] = accepted[r] ? nextExponent[r] : exponent[r];
            }
        } else {
            evaluate();
        }
        rows.apply(move, accepted);
        asked = NOTHING;
    }

    @Override
    public void refresh() {
        int sites = rows.configurations().sites();
        for (int j = 0; j < table.units(); j++) {
            Arrays.fill(odds, j * stride, (j + 1) * stride, units.hiddenBias()[j]);
        }
        Blas.gemm(
                false,
                false,
                table.units(),
                stride,
                sites,
                2,
                units.weights(),
                0,
                sites,
                rows.values(),
                0,
                stride,
                2,
                odds,
                0,
                stride);
        Kernels.best().exp(odds, 0, odds, 0, odds.length);
        evaluate();
        asked = NOTHING;
    }

    private void evaluate() {
        kernels.product(stride, stride, table.period(), odds, shift(LockstepRows.NONE), mantissa, exponent);
    }
}

package org.ketwork.numerics.kernel;

import static org.ketwork.numerics.kernel.Elementary.*;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Complex odds by the Vector API. See {@link RealOddsVectors}. */
final class ComplexOddsVectors {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private ComplexOddsVectors() {}

    static void product(
            int rows,
            int stride,
            int period,
            double[] re,
            double[] im,
            OddsShift shift,
            double[] mantissaRe,
            double[] mantissaIm,
            double[] exponent) {
        Arrays.fill(mantissaRe, 0, rows, 1);
        Arrays.fill(mantissaIm, 0, rows, 0);
        Arrays.fill(exponent, 0, rows, 0);
        for (int begin = 0; begin < shift.units(); begin += period) {
            int end = Math.min(shift.units(), begin + period);
            times(begin, end, rows, stride, re, im, shift, mantissaRe, mantissaIm);
            normalise(rows, mantissaRe, mantissaIm, exponent);
        }
    }

    /** Multiplies the products by the factors of some units. */
    private static void times(
            int begin,
            int end,
            int rows,
            int stride,
            double[] re,
            double[] im,
            OddsShift shift,
            double[] productRe,
            double[] productIm) {
        int row = 0;
        if (shift.changes() == 1) {
            for (; row + 2 * LANES <= rows; row += 2 * LANES) {
                timesOne(begin, end, row, stride, re, im, shift, productRe, productIm);
            }
        } else if (shift.changes() == 2) {
            for (; row < rows; row += LANES) {
                timesTwo(begin, end, row, stride, re, im, shift, productRe, productIm);
            }
        }
        for (; row < rows; row += LANES) {
            timesAny(begin, end, row, stride, re, im, shift, productRe, productIm);
        }
    }

    private static VectorMask<Double> positive(OddsShift shift, int change, int row) {
        return DoubleVector.fromArray(SPECIES, shift.signs(), shift.signAt()[change] + row)
                .compare(VectorOperators.GT, 0);
    }

    private static DoubleVector load(double[] x, int at) {
        return DoubleVector.fromArray(SPECIES, x, at);
    }

    private static DoubleVector broadcast(double x) {
        return DoubleVector.broadcast(SPECIES, x);
    }

    /** Re (a b). */
    private static DoubleVector timesRe(DoubleVector aRe, DoubleVector aIm, DoubleVector bRe, DoubleVector bIm) {
        return aRe.fma(bRe, aIm.mul(bIm).neg());
    }

    /** Im (a b). */
    private static DoubleVector timesIm(DoubleVector aRe, DoubleVector aIm, DoubleVector bRe, DoubleVector bIm) {
        return aRe.fma(bIm, aIm.mul(bRe));
    }

    /** Re (1 + x g). */
    private static DoubleVector termRe(DoubleVector x, DoubleVector y, DoubleVector gRe, DoubleVector gIm) {
        return x.fma(gRe, broadcast(1).sub(y.mul(gIm)));
    }

    private static void timesOne(
            int begin,
            int end,
            int row,
            int stride,
            double[] re,
            double[] im,
            OddsShift shift,
            double[] productRe,
            double[] productIm) {
        int table = shift.table(0);
        double[] up = shift.ifPositive();
        double[] upIm = shift.ifPositiveIm();
        double[] down = shift.ifNegative();
        double[] downIm = shift.ifNegativeIm();
        VectorMask<Double> m0 = positive(shift, 0, row);
        VectorMask<Double> m1 = positive(shift, 0, row + LANES);
        DoubleVector p0 = load(productRe, row);
        DoubleVector q0 = load(productIm, row);
        DoubleVector p1 = load(productRe, row + LANES);
        DoubleVector q1 = load(productIm, row + LANES);
        for (int j = begin; j < end; j++) {
            int at = j * stride + row;
            DoubleVector gUp = broadcast(up[table + j]);
            DoubleVector gUpIm = broadcast(upIm[table + j]);
            DoubleVector gDown = broadcast(down[table + j]);
            DoubleVector gDownIm = broadcast(downIm[table + j]);
            DoubleVector g0 = gDown.blend(gUp, m0);
            DoubleVector h0 = gDownIm.blend(gUpIm, m0);
            DoubleVector x0 = load(re, at);
            DoubleVector y0 = load(im, at);
            DoubleVector t0 = termRe(x0, y0, g0, h0);
            DoubleVector u0 = timesIm(x0, y0, g0, h0);
            DoubleVector old0 = p0;
            p0 = timesRe(p0, q0, t0, u0);
            q0 = timesIm(old0, q0, t0, u0);
            DoubleVector g1 = gDown.blend(gUp, m1);
            DoubleVector h1 = gDownIm.blend(gUpIm, m1);
            DoubleVector x1 = load(re, at + LANES);
            DoubleVector y1 = load(im, at + LANES);
            DoubleVector t1 = termRe(x1, y1, g1, h1);
            DoubleVector u1 = timesIm(x1, y1, g1, h1);
            DoubleVector old1 = p1;
            p1 = timesRe(p1, q1, t1, u1);
            q1 = timesIm(old1, q1, t1, u1);
        }
        p0.intoArray(productRe, row);
        q0.intoArray(productIm, row);
        p1.intoArray(productRe, row + LANES);
        q1.intoArray(productIm, row + LANES);
    }

    private static void timesTwo(
            int begin,
            int end,
            int row,
            int stride,
            double[] re,
            double[] im,
            OddsShift shift,
            double[] productRe,
            double[] productIm) {
        int first = shift.table(0);
        int second = shift.table(1);
        double[] up = shift.ifPositive();
        double[] upIm = shift.ifPositiveIm();
        double[] down = shift.ifNegative();
        double[] downIm = shift.ifNegativeIm();
        VectorMask<Double> a = positive(shift, 0, row);
        VectorMask<Double> b = positive(shift, 1, row);
        DoubleVector p = load(productRe, row);
        DoubleVector q = load(productIm, row);
        for (int j = begin; j < end; j++) {
            DoubleVector c = broadcast(down[first + j]).blend(up[first + j], a);
            DoubleVector d = broadcast(downIm[first + j]).blend(upIm[first + j], a);
            DoubleVector e = broadcast(down[second + j]).blend(up[second + j], b);
            DoubleVector f = broadcast(downIm[second + j]).blend(upIm[second + j], b);
            DoubleVector g = timesRe(c, d, e, f);
            DoubleVector h = timesIm(c, d, e, f);
            DoubleVector x = load(re, j * stride + row);
            DoubleVector y = load(im, j * stride + row);
            DoubleVector t = termRe(x, y, g, h);
            DoubleVector u = timesIm(x, y, g, h);
            DoubleVector old = p;
            p = timesRe(p, q, t, u);
            q = timesIm(old, q, t, u);
        }
        p.intoArray(productRe, row);
        q.intoArray(productIm, row);
    }

    private static void timesAny(
            int begin,
            int end,
            int row,
            int stride,
            double[] re,
            double[] im,
            OddsShift shift,
            double[] productRe,
            double[] productIm) {
        DoubleVector p = load(productRe, row);
        DoubleVector q = load(productIm, row);
        for (int j = begin; j < end; j++) {
            int at = j * stride + row;
            DoubleVector x = load(re, at);
            DoubleVector y = load(im, at);
            DoubleVector g = broadcast(1);
            DoubleVector h = DoubleVector.zero(SPECIES);
            for (int a = 0; a < shift.changes(); a++) {
                DoubleVector nextRe = chosen(shift.ifPositive(), shift.ifNegative(), shift, a, j, row);
                DoubleVector nextIm = chosen(shift.ifPositiveIm(), shift.ifNegativeIm(), shift, a, j, row);
                DoubleVector old = g;
                g = a == 0 ? nextRe : timesRe(g, h, nextRe, nextIm);
                h = a == 0 ? nextIm : timesIm(old, h, nextRe, nextIm);
            }
            DoubleVector t = termRe(x, y, g, h);
            DoubleVector u = timesIm(x, y, g, h);
            DoubleVector old = p;
            p = timesRe(p, q, t, u);
            q = timesIm(old, q, t, u);
        }
        p.intoArray(productRe, row);
        q.intoArray(productIm, row);
    }

    private static void normalise(int rows, double[] productRe, double[] productIm, double[] exponent) {
        for (int row = 0; row < rows; row += LANES) {
            DoubleVector p = load(productRe, row);
            DoubleVector q = load(productIm, row);
            LongVector biased = p.abs().max(q.abs()).reinterpretAsLongs().lanewise(VectorOperators.LSHR, 52);
            DoubleVector power = biased.lanewise(VectorOperators.OR, INTEGER_BITS)
                    .reinterpretAsDoubles()
                    .sub(ScalarOdds.EXPONENT_BIAS);
            load(exponent, row).add(power).intoArray(exponent, row);
            DoubleVector scale =
                    biased.neg().add(2046).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
            p.mul(scale).intoArray(productRe, row);
            q.mul(scale).intoArray(productIm, row);
        }
    }

    private static DoubleVector chosen(double[] up, double[] down, OddsShift shift, int change, int unit, int row) {
        int at = shift.table(change) + unit;
        return broadcast(down[at]).blend(up[at], positive(shift, change, row));
    }

    static void multiply(int rows, int stride, double[] re, double[] im, OddsShift shift, boolean[] chosen) {
        for (int row = 0; row < rows; row += LANES) {
            VectorMask<Double> wanted = VectorMask.fromArray(SPECIES, chosen, row);
            if (!wanted.anyTrue()) {
                continue;
            }
            if (shift.changes() == 1) {
                multiplyOne(row, stride, re, im, shift, wanted);
            } else if (shift.changes() == 2) {
                multiplyTwo(row, stride, re, im, shift, wanted);
            } else {
                multiplyAny(row, stride, re, im, shift, wanted);
            }
        }
    }

    private static void multiplyOne(
            int row, int stride, double[] re, double[] im, OddsShift shift, VectorMask<Double> wanted) {
        int table = shift.table(0);
        double[] up = shift.ifPositive();
        double[] upIm = shift.ifPositiveIm();
        double[] down = shift.ifNegative();
        double[] downIm = shift.ifNegativeIm();
        VectorMask<Double> positive = positive(shift, 0, row);
        for (int j = 0; j < shift.units(); j++) {
            DoubleVector g = broadcast(down[table + j]).blend(up[table + j], positive);
            DoubleVector h = broadcast(downIm[table + j]).blend(upIm[table + j], positive);
            multiplied(re, im, j * stride + row, g, h, wanted);
        }
    }

    private static void multiplyTwo(
            int row, int stride, double[] re, double[] im, OddsShift shift, VectorMask<Double> wanted) {
        int first = shift.table(0);
        int second = shift.table(1);
        double[] up = shift.ifPositive();
        double[] upIm = shift.ifPositiveIm();
        double[] down = shift.ifNegative();
        double[] downIm = shift.ifNegativeIm();
        VectorMask<Double> a = positive(shift, 0, row);
        VectorMask<Double> b = positive(shift, 1, row);
        for (int j = 0; j < shift.units(); j++) {
            DoubleVector c = broadcast(down[first + j]).blend(up[first + j], a);
            DoubleVector d = broadcast(downIm[first + j]).blend(upIm[first + j], a);
            DoubleVector e = broadcast(down[second + j]).blend(up[second + j], b);
            DoubleVector f = broadcast(downIm[second + j]).blend(upIm[second + j], b);
            multiplied(re, im, j * stride + row, timesRe(c, d, e, f), timesIm(c, d, e, f), wanted);
        }
    }

    private static void multiplyAny(
            int row, int stride, double[] re, double[] im, OddsShift shift, VectorMask<Double> wanted) {
        for (int j = 0; j < shift.units(); j++) {
            DoubleVector g = broadcast(1);
            DoubleVector h = DoubleVector.zero(SPECIES);
            for (int a = 0; a < shift.changes(); a++) {
                DoubleVector nextRe = chosen(shift.ifPositive(), shift.ifNegative(), shift, a, j, row);
                DoubleVector nextIm = chosen(shift.ifPositiveIm(), shift.ifNegativeIm(), shift, a, j, row);
                DoubleVector old = g;
                g = a == 0 ? nextRe : timesRe(g, h, nextRe, nextIm);
                h = a == 0 ? nextIm : timesIm(old, h, nextRe, nextIm);
            }
            multiplied(re, im, j * stride + row, g, h, wanted);
        }
    }

    private static void multiplied(
            double[] re, double[] im, int at, DoubleVector g, DoubleVector h, VectorMask<Double> wanted) {
        DoubleVector x = load(re, at);
        DoubleVector y = load(im, at);
        x.blend(timesRe(x, y, g, h), wanted).intoArray(re, at);
        y.blend(timesIm(x, y, g, h), wanted).intoArray(im, at);
    }
}

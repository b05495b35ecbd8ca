package org.ketwork.numerics.kernel;

import static org.ketwork.numerics.kernel.Elementary.*;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Real odds by the Vector API. A few vectors of rows go through the units together, so that their chains of products overlap. One change
 * and two changes have loops of their own, because they are what samplers propose. Methods are kept short: beyond a number of operations
 * the compiler stops to inline them, and each vector becomes an object.
 */
final class RealOddsVectors {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private RealOddsVectors() {}

    static void product(
            int rows, int stride, int period, double[] odds, OddsShift shift, double[] mantissa, double[] exponent) {
        Arrays.fill(mantissa, 0, rows, 1);
        Arrays.fill(exponent, 0, rows, 0);
        for (int begin = 0; begin < shift.units(); begin += period) {
            int end = Math.min(shift.units(), begin + period);
            times(begin, end, rows, stride, odds, shift, mantissa);
            normalise(rows, mantissa, exponent);
        }
    }

    /** Multiplies the products by the factors of some units. */
    private static void times(
            int begin, int end, int rows, int stride, double[] odds, OddsShift shift, double[] product) {
        int row = 0;
        if (shift.changes() == 1) {
            for (; row + 4 * LANES <= rows; row += 4 * LANES) {
                timesOne(begin, end, row, stride, odds, shift, product);
            }
        } else if (shift.changes() == 2) {
            for (; row + 2 * LANES <= rows; row += 2 * LANES) {
                timesTwo(begin, end, row, stride, odds, shift, product);
            }
        }
        for (; row < rows; row += LANES) {
            timesAny(begin, end, row, stride, odds, shift, product);
        }
    }

    private static VectorMask<Double> positive(OddsShift shift, int change, int row) {
        return DoubleVector.fromArray(SPECIES, shift.signs(), shift.signAt()[change] + row)
                .compare(VectorOperators.GT, 0);
    }

    private static void timesOne(
            int begin, int end, int row, int stride, double[] odds, OddsShift shift, double[] product) {
        double[] up = shift.ifPositive();
        double[] down = shift.ifNegative();
        int table = shift.table(0);
        VectorMask<Double> m0 = positive(shift, 0, row);
        VectorMask<Double> m1 = positive(shift, 0, row + LANES);
        VectorMask<Double> m2 = positive(shift, 0, row + 2 * LANES);
        VectorMask<Double> m3 = positive(shift, 0, row + 3 * LANES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector p0 = DoubleVector.fromArray(SPECIES, product, row);
        DoubleVector p1 = DoubleVector.fromArray(SPECIES, product, row + LANES);
        DoubleVector p2 = DoubleVector.fromArray(SPECIES, product, row + 2 * LANES);
        DoubleVector p3 = DoubleVector.fromArray(SPECIES, product, row + 3 * LANES);
        for (int j = begin; j < end; j++) {
            int at = j * stride + row;
            DoubleVector gUp = DoubleVector.broadcast(SPECIES, up[table + j]);
            DoubleVector gDown = DoubleVector.broadcast(SPECIES, down[table + j]);
            p0 = p0.mul(DoubleVector.fromArray(SPECIES, odds, at).fma(gDown.blend(gUp, m0), one));
            p1 = p1.mul(DoubleVector.fromArray(SPECIES, odds, at + LANES).fma(gDown.blend(gUp, m1), one));
            p2 = p2.mul(DoubleVector.fromArray(SPECIES, odds, at + 2 * LANES).fma(gDown.blend(gUp, m2), one));
            p3 = p3.mul(DoubleVector.fromArray(SPECIES, odds, at + 3 * LANES).fma(gDown.blend(gUp, m3), one));
        }
        p0.intoArray(product, row);
        p1.intoArray(product, row + LANES);
        p2.intoArray(product, row + 2 * LANES);
        p3.intoArray(product, row + 3 * LANES);
    }

    private static void timesTwo(
            int begin, int end, int row, int stride, double[] odds, OddsShift shift, double[] product) {
        double[] up = shift.ifPositive();
        double[] down = shift.ifNegative();
        int first = shift.table(0);
        int second = shift.table(1);
        VectorMask<Double> a0 = positive(shift, 0, row);
        VectorMask<Double> a1 = positive(shift, 0, row + LANES);
        VectorMask<Double> b0 = positive(shift, 1, row);
        VectorMask<Double> b1 = positive(shift, 1, row + LANES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector p0 = DoubleVector.fromArray(SPECIES, product, row);
        DoubleVector p1 = DoubleVector.fromArray(SPECIES, product, row + LANES);
        for (int j = begin; j < end; j++) {
            int at = j * stride + row;
            DoubleVector aUp = DoubleVector.broadcast(SPECIES, up[first + j]);
            DoubleVector aDown = DoubleVector.broadcast(SPECIES, down[first + j]);
            DoubleVector bUp = DoubleVector.broadcast(SPECIES, up[second + j]);
            DoubleVector bDown = DoubleVector.broadcast(SPECIES, down[second + j]);
            DoubleVector g0 = aDown.blend(aUp, a0).mul(bDown.blend(bUp, b0));
            DoubleVector g1 = aDown.blend(aUp, a1).mul(bDown.blend(bUp, b1));
            p0 = p0.mul(DoubleVector.fromArray(SPECIES, odds, at).fma(g0, one));
            p1 = p1.mul(DoubleVector.fromArray(SPECIES, odds, at + LANES).fma(g1, one));
        }
        p0.intoArray(product, row);
        p1.intoArray(product, row + LANES);
    }

    private static void timesAny(
            int begin, int end, int row, int stride, double[] odds, OddsShift shift, double[] product) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector p = DoubleVector.fromArray(SPECIES, product, row);
        for (int j = begin; j < end; j++) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, odds, j * stride + row);
            p = p.mul(x.fma(factor(shift, j, row), one));
        }
        p.intoArray(product, row);
    }

    private static void normalise(int rows, double[] product, double[] exponent) {
        for (int row = 0; row < rows; row += LANES) {
            LongVector bits = DoubleVector.fromArray(SPECIES, product, row).reinterpretAsLongs();
            DoubleVector power = bits.lanewise(VectorOperators.LSHR, 52)
                    .lanewise(VectorOperators.OR, INTEGER_BITS)
                    .reinterpretAsDoubles()
                    .sub(ScalarOdds.EXPONENT_BIAS);
            DoubleVector.fromArray(SPECIES, exponent, row).add(power).intoArray(exponent, row);
            bits.lanewise(VectorOperators.AND, SIGNIFICAND)
                    .lanewise(VectorOperators.OR, ONE_BITS)
                    .reinterpretAsDoubles()
                    .intoArray(product, row);
        }
    }

    private static DoubleVector factor(OddsShift shift, int unit, int row) {
        DoubleVector g = DoubleVector.broadcast(SPECIES, 1);
        for (int a = 0; a < shift.changes(); a++) {
            int at = shift.table(a) + unit;
            DoubleVector next = DoubleVector.broadcast(SPECIES, shift.ifNegative()[at])
                    .blend(shift.ifPositive()[at], positive(shift, a, row));
            g = a == 0 ? next : g.mul(next);
        }
        return g;
    }

    static void multiply(int rows, int stride, double[] odds, OddsShift shift, boolean[] chosen) {
        for (int row = 0; row < rows; row += LANES) {
            VectorMask<Double> wanted = VectorMask.fromArray(SPECIES, chosen, row);
            if (!wanted.anyTrue()) {
                continue;
            }
            if (shift.changes() == 1) {
                multiplyOne(row, stride, odds, shift, wanted);
            } else if (shift.changes() == 2) {
                multiplyTwo(row, stride, odds, shift, wanted);
            } else {
                for (int j = 0; j < shift.units(); j++) {
                    DoubleVector x = DoubleVector.fromArray(SPECIES, odds, j * stride + row);
                    x.lanewise(VectorOperators.MUL, factor(shift, j, row), wanted)
                            .intoArray(odds, j * stride + row);
                }
            }
        }
    }

    private static void multiplyOne(int row, int stride, double[] odds, OddsShift shift, VectorMask<Double> wanted) {
        double[] up = shift.ifPositive();
        double[] down = shift.ifNegative();
        int table = shift.table(0);
        VectorMask<Double> positive = positive(shift, 0, row);
        for (int j = 0; j < shift.units(); j++) {
            DoubleVector g = DoubleVector.broadcast(SPECIES, down[table + j]).blend(up[table + j], positive);
            DoubleVector x = DoubleVector.fromArray(SPECIES, odds, j * stride + row);
            x.lanewise(VectorOperators.MUL, g, wanted).intoArray(odds, j * stride + row);
        }
    }

    private static void multiplyTwo(int row, int stride, double[] odds, OddsShift shift, VectorMask<Double> wanted) {
        double[] up = shift.ifPositive();
        double[] down = shift.ifNegative();
        int first = shift.table(0);
        int second = shift.table(1);
        VectorMask<Double> a = positive(shift, 0, row);
        VectorMask<Double> b = positive(shift, 1, row);
        for (int j = 0; j < shift.units(); j++) {
            DoubleVector g = DoubleVector.broadcast(SPECIES, down[first + j]).blend(up[first + j], a);
            DoubleVector h = DoubleVector.broadcast(SPECIES, down[second + j]).blend(up[second + j], b);
            DoubleVector x = DoubleVector.fromArray(SPECIES, odds, j * stride + row);
            x.lanewise(VectorOperators.MUL, g.mul(h), wanted).intoArray(odds, j * stride + row);
        }
    }

    static void ratio(
            int rows,
            double[] factor,
            double[] factorExponent,
            double[] mantissa,
            double[] exponent,
            double[] mantissa0,
            double[] exponent0,
            double[] ratio) {
        for (int row = 0; row < rows; row += LANES) {
            DoubleVector power = DoubleVector.fromArray(SPECIES, factorExponent, row)
                    .add(DoubleVector.fromArray(SPECIES, exponent, row))
                    .sub(DoubleVector.fromArray(SPECIES, exponent0, row));
            LongVector whole = power.min(ScalarOdds.HIGHEST)
                    .max(-ScalarOdds.HIGHEST)
                    .add(ROUNDER)
                    .reinterpretAsLongs()
                    .sub(ROUNDER_BITS);
            LongVector half = whole.add(4096).lanewise(VectorOperators.LSHR, 1).sub(2048);
            DoubleVector.fromArray(SPECIES, factor, row)
                    .mul(DoubleVector.fromArray(SPECIES, mantissa, row))
                    .div(DoubleVector.fromArray(SPECIES, mantissa0, row))
                    .mul(ElementaryVectors.powerOfTwo(half))
                    .mul(ElementaryVectors.powerOfTwo(whole.sub(half)))
                    .intoArray(ratio, row);
        }
    }
}

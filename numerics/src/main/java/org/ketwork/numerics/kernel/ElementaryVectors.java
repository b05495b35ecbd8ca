package org.ketwork.numerics.kernel;

import static org.ketwork.numerics.kernel.Elementary.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@link Elementary} on vectors, step by step; why each step is taken is said there. */
final class ElementaryVectors {
    private ElementaryVectors() {}

    static DoubleVector exp(DoubleVector x) {
        DoubleVector clamped = x.min(EXP_HIGHEST).max(EXP_LOWEST);
        DoubleVector rounded = fma(clamped, LOG2_E, ROUNDER);
        DoubleVector minusK = rounded.sub(ROUNDER).neg();
        DoubleVector r = remainder(clamped, minusK);
        LongVector exponent = rounded.reinterpretAsLongs().sub(ROUNDER_BITS);
        LongVector half = exponent.add(4096).lanewise(VectorOperators.LSHR, 1).sub(2048);
        DoubleVector result = fma(fma(horner(EXP_TERMS, r), r, 1), r, 1);
        return result.mul(powerOfTwo(half)).mul(powerOfTwo(exponent.sub(half)));
    }

    private static DoubleVector remainder(DoubleVector x, DoubleVector minusK) {
        return minusK.fma(minusK.broadcast(LN2_LOW), minusK.fma(minusK.broadcast(LN2_HIGH), x));
    }

    static DoubleVector powerOfTwo(LongVector k) {
        return k.add(1023).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
    }

    static DoubleVector log(DoubleVector x) {
        VectorMask<Double> subnormal = x.compare(VectorOperators.LT, Double.MIN_NORMAL);
        DoubleVector scaled = x.blend(x.mul(0x1p54), subnormal);
        LongVector shifted = scaled.reinterpretAsLongs().add(ONE_BITS - ROOT_HALF_BITS);
        DoubleVector bias = x.broadcast(0x1p52 + 1023).blend(0x1p52 + 1077, subnormal);
        DoubleVector k = shifted.lanewise(VectorOperators.LSHR, 52)
                .lanewise(VectorOperators.OR, INTEGER_BITS)
                .reinterpretAsDoubles()
                .sub(bias);
        DoubleVector f = shifted.lanewise(VectorOperators.AND, SIGNIFICAND)
                .add(ROOT_HALF_BITS)
                .reinterpretAsDoubles()
                .sub(1);
        DoubleVector halfSquare = f.mul(0.5).mul(f);
        DoubleVector correction = k.fma(k.broadcast(LN2_LOW), logCorrection(f, halfSquare));
        DoubleVector result = k.fma(k.broadcast(LN2_HIGH), f.sub(halfSquare.sub(correction)));
        VectorMask<Double> regular =
                x.compare(VectorOperators.GT, 0).and(x.compare(VectorOperators.LT, Double.POSITIVE_INFINITY));
        DoubleVector special = x.blend(Double.NaN, x.compare(VectorOperators.LT, 0))
                .blend(Double.NEGATIVE_INFINITY, x.compare(VectorOperators.EQ, 0));
        return special.blend(result, regular);
    }

    private static DoubleVector logCorrection(DoubleVector f, DoubleVector halfSquare) {
        DoubleVector s = f.div(f.add(2));
        DoubleVector z = s.mul(s);
        return s.mul(horner(LOG_TERMS, z).fma(z, halfSquare));
    }

    private static DoubleVector logOnePlus(DoubleVector f) {
        DoubleVector halfSquare = f.mul(0.5).mul(f);
        return f.sub(halfSquare.sub(logCorrection(f, halfSquare)));
    }

    static DoubleVector tanh(DoubleVector x) {
        DoubleVector magnitude = x.abs();
        DoubleVector square = x.mul(x);
        DoubleVector q = horner(FRACTION_BOTTOM, square);
        DoubleVector correction = square.mul(q).div(square.fma(q, horner(FRACTION_TOP, square)));
        DoubleVector small = magnitude.sub(magnitude.mul(correction));
        DoubleVector one = x.broadcast(1);
        DoubleVector large = one.sub(x.broadcast(2).div(one.add(exp(magnitude.mul(2)))));
        LongVector sign = x.reinterpretAsLongs().lanewise(VectorOperators.AND, Long.MIN_VALUE);
        return large.blend(small, magnitude.compare(VectorOperators.LT, TANH_SMALL))
                .reinterpretAsLongs()
                .lanewise(VectorOperators.OR, sign)
                .reinterpretAsDoubles();
    }

    static DoubleVector logCosh(DoubleVector x) {
        DoubleVector magnitude = x.abs();
        VectorMask<Double> small = magnitude.compare(VectorOperators.LT, COSH_SMALL);
        DoubleVector square = x.mul(x);
        DoubleVector lost = x.fma(x, square.neg());
        DoubleVector half = x.broadcast(0.5);
        DoubleVector coshMinusOne =
                half.fma(square, half.fma(lost, square.mul(square).mul(horner(COSH_TERMS, square))));
        DoubleVector log = logOnePlus(exp(magnitude.mul(-2)).blend(coshMinusOne, small));
        return magnitude.sub(LN2_HIGH).add(log.sub(LN2_LOW)).blend(log, small);
    }

    static DoubleVector sigmoid(DoubleVector x) {
        DoubleVector denominator = exp(x.neg()).add(1);
        return denominator.broadcast(1).div(denominator);
    }

    private static DoubleVector fma(DoubleVector x, double factor, double term) {
        return x.fma(x.broadcast(factor), x.broadcast(term));
    }

    private static DoubleVector fma(DoubleVector x, DoubleVector factor, double term) {
        return x.fma(factor, x.broadcast(term));
    }

    private static DoubleVector horner(double[] coefficients, DoubleVector x) {
        DoubleVector sum = x.broadcast(coefficients[coefficients.length - 1]);
        for (int i = coefficients.length - 2; i >= 0; i--) {
            sum = sum.fma(x, x.broadcast(coefficients[i]));
        }
        return sum;
    }
}

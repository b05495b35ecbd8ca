package org.ketwork.numerics.kernel;

import static org.ketwork.numerics.kernel.Elementary.*;

import java.util.Arrays;

/** The kernels of odds as plain loops: the oracle of {@link SimdOdds} and the fallback. */
record ScalarOdds(String reason) implements OddsKernels {
    /** Beyond this a power of two times a number near 1 is 0 or infinite. */
    static final double HIGHEST = 2040;

    static final double EXPONENT_BIAS = 0x1p52 + 1023;

    @Override
    public String describe() {
        return "plain loops (" + reason + ")";
    }

    /** The factor of a unit in a row, multiplied in the order of the changes. */
    private static double factor(OddsShift shift, int unit, int row) {
        double g = 1;
        for (int a = 0; a < shift.changes(); a++) {
            double[] table = positive(shift, a, row) ? shift.ifPositive() : shift.ifNegative();
            double next = table[shift.table(a) + unit];
            g = a == 0 ? next : g * next;
        }
        return g;
    }

    private static boolean positive(OddsShift shift, int change, int row) {
        return shift.signs()[shift.signAt()[change] + row] > 0;
    }

    @Override
    public void product(
            int rows, int stride, int period, double[] odds, OddsShift shift, double[] mantissa, double[] exponent) {
        Arrays.fill(mantissa, 0, rows, 1);
        Arrays.fill(exponent, 0, rows, 0);
        for (int begin = 0; begin < shift.units(); begin += period) {
            int end = Math.min(shift.units(), begin + period);
            for (int j = begin; j < end; j++) {
                for (int r = 0; r < rows; r++) {
                    mantissa[r] *= Math.fma(odds[j * stride + r], factor(shift, j, r), 1);
                }
            }
            for (int r = 0; r < rows; r++) {
                long bits = Double.doubleToRawLongBits(mantissa[r]);
                exponent[r] += Double.longBitsToDouble((bits >>> 52) | INTEGER_BITS) - EXPONENT_BIAS;
                mantissa[r] = Double.longBitsToDouble((bits & SIGNIFICAND) | ONE_BITS);
            }
        }
    }

    @Override
    public void multiply(int rows, int stride, double[] odds, OddsShift shift, boolean[] chosen) {
        for (int j = 0; j < shift.units(); j++) {
            for (int r = 0; r < rows; r++) {
                if (chosen[r]) {
                    odds[j * stride + r] *= factor(shift, j, r);
                }
            }
        }
    }

    @Override
    public void complexProduct(
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
        double[] g = new double[2];
        for (int begin = 0; begin < shift.units(); begin += period) {
            int end = Math.min(shift.units(), begin + period);
            for (int j = begin; j < end; j++) {
                for (int r = 0; r < rows; r++) {
                    complexFactor(shift, j, r, g);
                    double x = re[j * stride + r];
                    double y = im[j * stride + r];
                    double termRe = Math.fma(x, g[0], 1 - y * g[1]);
                    double termIm = Math.fma(x, g[1], y * g[0]);
                    double oldRe = mantissaRe[r];
                    mantissaRe[r] = Math.fma(oldRe, termRe, -(mantissaIm[r] * termIm));
                    mantissaIm[r] = Math.fma(oldRe, termIm, mantissaIm[r] * termRe);
                }
            }
            for (int r = 0; r < rows; r++) {
                double larger = Math.max(Math.abs(mantissaRe[r]), Math.abs(mantissaIm[r]));
                long biased = Double.doubleToRawLongBits(larger) >>> 52;
                exponent[r] += Double.longBitsToDouble(biased | INTEGER_BITS) - EXPONENT_BIAS;
                double scale = Double.longBitsToDouble((2046 - biased) << 52);
                mantissaRe[r] *= scale;
                mantissaIm[r] *= scale;
            }
        }
    }

    private static void complexFactor(OddsShift shift, int unit, int row, double[] g) {
        g[0] = 1;
        g[1] = 0;
        for (int a = 0; a < shift.changes(); a++) {
            boolean positive = positive(shift, a, row);
            int at = shift.table(a) + unit;
            double x = positive ? shift.ifPositive()[at] : shift.ifNegative()[at];
            double y = positive ? shift.ifPositiveIm()[at] : shift.ifNegativeIm()[at];
            if (a == 0) {
                g[0] = x;
                g[1] = y;
            } else {
                double old = g[0];
                g[0] = Math.fma(old, x, -(g[1] * y));
                g[1] = Math.fma(old, y, g[1] * x);
            }
        }
    }

    @Override
    public void complexMultiply(int rows, int stride, double[] re, double[] im, OddsShift shift, boolean[] chosen) {
        double[] g = new double[2];
        for (int j = 0; j < shift.units(); j++) {
            for (int r = 0; r < rows; r++) {
                if (chosen[r]) {
                    complexFactor(shift, j, r, g);
                    double x = re[j * stride + r];
                    double y = im[j * stride + r];
                    re[j * stride + r] = Math.fma(x, g[0], -(y * g[1]));
                    im[j * stride + r] = Math.fma(x, g[1], y * g[0]);
                }
            }
        }
    }

    @Override
    public void ratio(
            int rows,
            double[] factor,
            double[] factorExponent,
            double[] mantissa,
            double[] exponent,
            double[] mantissa0,
            double[] exponent0,
            double[] ratio) {
        for (int r = 0; r < rows; r++) {
            double power = factorExponent[r] + exponent[r] - exponent0[r];
            double clamped = Math.max(-HIGHEST, Math.min(HIGHEST, power));
            long whole = Double.doubleToRawLongBits(clamped + ROUNDER) - ROUNDER_BITS;
            long half = ((whole + 4096) >>> 1) - 2048;
            ratio[r] = factor[r] * mantissa[r] / mantissa0[r] * powerOfTwo(half) * powerOfTwo(whole - half);
        }
    }
}

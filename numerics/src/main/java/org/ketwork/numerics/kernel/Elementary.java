package org.ketwork.numerics.kernel;

/**
 * Elementary functions without branches and tables, in the few operations that vector units have: {@link ScalarKernels} uses them as
 * they stand, {@link SimdKernels} takes the same steps in the same order on many numbers at once and gets the same bits.
 *
 * <p>Largest errors found against 40 digits, on 40 000 arguments in each of two or three ranges, in units in the last place: exp 0.82,
 * log 0.81, tanh 1.42, logCosh 1.39, sigmoid 2.15. Signed zeros, infinities, NaN and subnormal numbers are treated as in {@link Math}.
 */
final class Elementary {
    static final double LOG2_E = 1 / Math.log(2);
    /** ln 2 in two parts; the first ends in zeros, so that its products with exponents are exact. */
    static final double LN2_HIGH = 0x1.62e42feep-1;

    static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    /** Adding this rounds to an integer, which then stands in the last bits. */
    static final double ROUNDER = 0x1.8p52;

    static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);
    /** Beyond these the exponential is 0 or infinite. */
    static final double EXP_LOWEST = -746;

    static final double EXP_HIGHEST = 710;
    /** 1/n! for n = 2, ..., 13: the next term is below 0.03 units in the last place for |r| ≤ ln 2 / 2. */
    static final double[] EXP_TERMS = inverseFactorials(2, 13, 1);
    /** 2/(2n + 1) for n = 1, ..., 11, of log((1 + s) / (1 − s)) / s − 2 in powers of s², for |s| ≤ 0.172. */
    static final double[] LOG_TERMS = logTerms(11);
    /** 1/(2n)! for n = 2, ..., 9, of (cosh x − 1 − x²/2) / x⁴ in powers of x². */
    static final double[] COSH_TERMS = inverseFactorials(4, 18, 2);
    /** Below this, cosh x − 1 is less than √2 − 1. */
    static final double COSH_SMALL = 0.88;
    /** Below this tanh x is taken from the continued fraction, of which seven levels are enough. */
    static final double TANH_SMALL = 0.55;

    static final double[] FRACTION_TOP = fraction(7)[0];
    static final double[] FRACTION_BOTTOM = fraction(7)[1];
    /** The bits of √½, rounded down: the significand is taken from [√½, √2). */
    static final long ROOT_HALF_BITS = 0x3fe6a09e00000000L;

    static final long ONE_BITS = 0x3ff0000000000000L;
    static final long SIGNIFICAND = 0x000fffffffffffffL;
    /** The bits of 2⁵²: an integer below 2⁵² put in its last bits is added to it. */
    static final long INTEGER_BITS = 0x4330000000000000L;

    private Elementary() {}

    /** exp(x) = 2ᵏ exp(r), with k the integer next to x / ln 2; 2ᵏ in two factors, so that subnormal results are rounded once. */
    static double exp(double x) {
        double clamped = Math.max(EXP_LOWEST, Math.min(EXP_HIGHEST, x));
        double rounded = Math.fma(clamped, LOG2_E, ROUNDER);
        double k = rounded - ROUNDER;
        double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, clamped));
        long exponent = Double.doubleToRawLongBits(rounded) - ROUNDER_BITS;
        long half = ((exponent + 4096) >>> 1) - 2048;
        double result = Math.fma(Math.fma(horner(EXP_TERMS, r), r, 1), r, 1);
        return result * powerOfTwo(half) * powerOfTwo(exponent - half);
    }

    static double powerOfTwo(long k) {
        return Double.longBitsToDouble((k + 1023) << 52);
    }

    /** log x = k ln 2 + log m, with m in [√½, √2). */
    static double log(double x) {
        boolean subnormal = x < Double.MIN_NORMAL;
        double scaled = subnormal ? x * 0x1p54 : x;
        long shifted = Double.doubleToRawLongBits(scaled) + (ONE_BITS - ROOT_HALF_BITS);
        double k =
                Double.longBitsToDouble((shifted >>> 52) | INTEGER_BITS) - (subnormal ? 0x1p52 + 1077 : 0x1p52 + 1023);
        double f = Double.longBitsToDouble((shifted & SIGNIFICAND) + ROOT_HALF_BITS) - 1;
        double halfSquare = 0.5 * f * f;
        double correction = Math.fma(k, LN2_LOW, logCorrection(f, halfSquare));
        double result = Math.fma(k, LN2_HIGH, f - (halfSquare - correction));
        if (x > 0 && x < Double.POSITIVE_INFINITY) {
            return result;
        }
        return x < 0 ? Double.NaN : x == 0 ? Double.NEGATIVE_INFINITY : x;
    }

    /** c of log(1 + f) = f − f²/2 + c: with s = f / (2 + f), c = s (f²/2 + R(s²)). */
    private static double logCorrection(double f, double halfSquare) {
        double s = f / (2 + f);
        double z = s * s;
        return s * Math.fma(horner(LOG_TERMS, z), z, halfSquare);
    }

    /** log(1 + f) for f in [0, √2 − 1]. */
    private static double logOnePlus(double f) {
        double halfSquare = 0.5 * f * f;
        return f - (halfSquare - logCorrection(f, halfSquare));
    }

    /**
     * For small x, Lambert's continued fraction x / (1 + x² / g) with g = 3 + x² / (5 + x² / (7 + ...)), as x minus a correction; else
     * 1 − 2 / (1 + exp(2|x|)).
     */
    static double tanh(double x) {
        double magnitude = Math.abs(x);
        double square = x * x;
        double q = horner(FRACTION_BOTTOM, square);
        double correction = square * q / Math.fma(square, q, horner(FRACTION_TOP, square));
        double small = magnitude - magnitude * correction;
        double large = 1 - 2 / (1 + exp(2 * magnitude));
        return Math.copySign(magnitude < TANH_SMALL ? small : large, x);
    }

    /** For small x, log(1 + (cosh x − 1)), with the rounding error of x² carried along; else |x| − ln 2 + log(1 + exp(−2|x|)). */
    static double logCosh(double x) {
        double magnitude = Math.abs(x);
        boolean small = magnitude < COSH_SMALL;
        double square = x * x;
        double lost = Math.fma(x, x, -square);
        double coshMinusOne = Math.fma(0.5, square, Math.fma(0.5, lost, square * square * horner(COSH_TERMS, square)));
        double log = logOnePlus(small ? coshMinusOne : exp(-2 * magnitude));
        return small ? log : (magnitude - LN2_HIGH) + (log - LN2_LOW);
    }

    static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }

    private static double horner(double[] coefficients, double x) {
        double sum = coefficients[coefficients.length - 1];
        for (int i = coefficients.length - 2; i >= 0; i--) {
            sum = Math.fma(sum, x, coefficients[i]);
        }
        return sum;
    }

    private static double[] inverseFactorials(int from, int to, int step) {
        double[] terms = new double[(to - from) / step + 1];
        double factorial = 1;
        for (int n = 2; n <= to; n++) {
            factorial *= n;
            if (n >= from && (n - from) % step == 0) {
                terms[(n - from) / step] = 1 / factorial;
            }
        }
        return terms;
    }

    private static double[] logTerms(int count) {
        double[] terms = new double[count];
        for (int n = 1; n <= count; n++) {
            terms[n - 1] = 2.0 / (2 * n + 1);
        }
        return terms;
    }

    /** Numerator and denominator, in powers of z, of 3 + z / (5 + z / (7 + ... + z / (2 levels + 1))). */
    private static double[][] fraction(int levels) {
        double[] top = new double[levels / 2 + 1];
        double[] bottom = new double[levels / 2 + 1];
        top[0] = 2 * levels + 1;
        bottom[0] = 1;
        for (int level = levels - 1; level > 0; level--) {
            double[] above = new double[top.length];
            for (int i = 0; i < top.length; i++) {
                above[i] = (2 * level + 1) * top[i] + (i > 0 ? bottom[i - 1] : 0);
            }
            bottom = top;
            top = above;
        }
        return new double[][] {top, bottom};
    }
}

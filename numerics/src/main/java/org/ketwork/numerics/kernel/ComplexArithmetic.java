package org.ketwork.numerics.kernel;

/** Complex numbers as pairs (re, im), for the few places where an algorithm needs single ones. */
final class ComplexArithmetic {
    private ComplexArithmetic() {}

    static double[] times(double aRe, double aIm, double bRe, double bIm) {
        return new double[] {aRe * bRe - aIm * bIm, aRe * bIm + aIm * bRe};
    }

    /** a / b, by Smith's method, which neither overflows nor underflows on the way. */
    static double[] over(double aRe, double aIm, double bRe, double bIm) {
        if (Math.abs(bRe) >= Math.abs(bIm)) {
            double ratio = bIm / bRe;
            double scale = bRe + bIm * ratio;
            return new double[] {(aRe + aIm * ratio) / scale, (aIm - aRe * ratio) / scale};
        }
        double ratio = bRe / bIm;
        double scale = bRe * ratio + bIm;
        return new double[] {(aRe * ratio + aIm) / scale, (aIm * ratio - aRe) / scale};
    }

    /** The root with non-negative real part. */
    static double[] sqrt(double re, double im) {
        double root = Math.sqrt((Math.abs(re) + Math.hypot(re, im)) / 2);
        if (root == 0) {
            return new double[] {0, 0};
        }
        double other = im / (2 * root);
        return re >= 0 ? new double[] {root, other} : new double[] {Math.abs(other), Math.copySign(root, im)};
    }
}

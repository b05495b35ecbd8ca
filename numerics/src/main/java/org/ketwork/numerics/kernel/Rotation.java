package org.ketwork.numerics.kernel;

/**
 * The plane rotation G = [[c, s], [−s*, c]] with real c and complex s.
 *
 * @param c cosine
 * @param sRe real part of s
 * @param sIm imaginary part of s
 */
record Rotation(double c, double sRe, double sIm) {

    /** The rotation that maps (x, y) to (r, 0). */
    static Rotation eliminating(double xRe, double xIm, double yRe, double yIm) {
        double x = Math.hypot(xRe, xIm);
        double y = Math.hypot(yRe, yIm);
        if (y == 0) {
            return new Rotation(1, 0, 0);
        }
        if (x == 0) {
            return new Rotation(0, yRe / y, -yIm / y);
        }
        double r = Math.hypot(x, y);
        // s = (x / |x|) y* / r
        double phaseRe = xRe / x;
        double phaseIm = xIm / x;
        return new Rotation(x / r, (phaseRe * yRe + phaseIm * yIm) / r, (phaseIm * yRe - phaseRe * yIm) / r);
    }

    /** (x, y) becomes (c x + s y, −s* x + c y). */
    void apply(double[] re, double[] im, int x, int y) {
        double xRe = re[x];
        double xIm = im[x];
        double yRe = re[y];
        double yIm = im[y];
        re[x] = c * xRe + sRe * yRe - sIm * yIm;
        im[x] = c * xIm + sRe * yIm + sIm * yRe;
        re[y] = c * yRe - sRe * xRe - sIm * xIm;
        im[y] = c * yIm - sRe * xIm + sIm * xRe;
    }

    /** The row (x, y) becomes (x, y) G† = (c x + s* y, −s x + c y). */
    void applyAdjointFromRight(double[] re, double[] im, int x, int y) {
        double xRe = re[x];
        double xIm = im[x];
        double yRe = re[y];
        double yIm = im[y];
        re[x] = c * xRe + sRe * yRe + sIm * yIm;
        im[x] = c * xIm + sRe * yIm - sIm * yRe;
        re[y] = c * yRe - sRe * xRe + sIm * xIm;
        im[y] = c * yIm - sRe * xIm - sIm * xRe;
    }
}

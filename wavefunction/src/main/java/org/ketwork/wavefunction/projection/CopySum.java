package org.ketwork.wavefunction.projection;

/**
 * A sum Σ_c coefficient(c) exp(logModulus_c + i phase_c) that neither overflows nor underflows: the largest modulus is taken out first.
 *
 * @param terms the terms' real parts, divided by exp(shift)
 * @param termsIm their imaginary parts
 * @param shift −∞ if all terms vanish
 * @param vanishes whether the terms cancel to rounding, so that the sum means zero
 */
record CopySum(double[] terms, double[] termsIm, double shift, double re, double im, boolean vanishes) {
    /**
     * A sum smaller than this part of the sum of the moduli is what rounding left of zero; if the logarithms are large, so many times as
     * much, for a rounding error of a logarithm is a relative error of its term.
     */
    private static final double ROUNDING = 1e-14;

    /** The sum over the entries first, ..., first + copies.count() - 1. */
    static CopySum of(Copies copies, double[] logModulus, double[] phase, int first) {
        int count = copies.count();
        double shift = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < count; c++) {
            shift = Math.max(shift, logModulus[first + c]);
        }
        double[] terms = new double[count];
        double[] termsIm = new double[count];
        double re = 0;
        double im = 0;
        double moduli = 0;
        for (int c = 0; c < count && shift > Double.NEGATIVE_INFINITY; c++) {
            double modulus = Math.exp(logModulus[first + c] - shift);
            double x = modulus * Math.cos(phase[first + c]);
            double y = modulus * Math.sin(phase[first + c]);
            terms[c] = copies.re()[c] * x - copies.im()[c] * y;
            termsIm[c] = copies.re()[c] * y + copies.im()[c] * x;
            re += terms[c];
            im += termsIm[c];
            moduli += modulus;
        }
        double rounding = ROUNDING * Math.max(1, Math.abs(shift)) * moduli;
        return new CopySum(terms, termsIm, shift, re, im, !(Math.hypot(re, im) > rounding));
    }

    double logModulus() {
        return vanishes ? Double.NEGATIVE_INFINITY : shift + Math.log(Math.hypot(re, im));
    }

    double phase() {
        return Math.atan2(im, re);
    }
}

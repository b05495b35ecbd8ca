package org.ketwork.numerics.kernel;

/**
 * Restricted Boltzmann machines by the odds x = e^{2θ} of their hidden units: with them 2cosh θ = e^{−θ} (1 + x), a change of the visible
 * units by δ multiplies x by e^{2Wδ}, and a ratio of products of hyperbolic cosines is, up to a number that depends on the change
 * alone, Π(1 + x'_j) / Π(1 + x_j). For real weights all terms are positive, so nothing cancels however much a unit is saturated, and
 * nothing transcendental is computed.
 *
 * <p>The odds of unit j in row r stand at [j stride + r]. Rows are whole groups of 8, the last of them possibly of padding. Products are
 * mantissa times a power of two, so that their range is not that of a double. All implementations give the same bits.
 */
public interface OddsKernels {
    /** Rows come in multiples of this. */
    int GROUP = 8;

    String describe();

    /**
     * Π_j (1 + x_jr g_jr) of every row, with g the factors of the shift.
     *
     * @param period after so many units the product is brought back to [1, 2); so many factors never overflow
     * @param mantissa in [1, 2)
     * @param exponent whole numbers
     */
    void product(
            int rows, int stride, int period, double[] odds, OddsShift shift, double[] mantissa, double[] exponent);

    /** x *= g in the chosen rows. */
    void multiply(int rows, int stride, double[] odds, OddsShift shift, boolean[] chosen);

    /**
     * Complex odds: the product is brought back so that the larger of its two parts is in [1, 2); it may vanish.
     *
     * @see #product
     */
    void complexProduct(
            int rows,
            int stride,
            int period,
            double[] re,
            double[] im,
            OddsShift shift,
            double[] mantissaRe,
            double[] mantissaIm,
            double[] exponent);

    /** x *= g in the chosen rows, for complex odds. */
    void complexMultiply(int rows, int stride, double[] re, double[] im, OddsShift shift, boolean[] chosen);

    /** ratio = (p m / m₀) 2^(q + e − e₀), for a factor (p, q) of every row, which may leave the range of double in either direction. */
    void ratio(
            int rows,
            double[] factor,
            double[] factorExponent,
            double[] mantissa,
            double[] exponent,
            double[] mantissa0,
            double[] exponent0,
            double[] ratio);
}

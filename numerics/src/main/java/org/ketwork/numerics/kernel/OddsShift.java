package org.ketwork.numerics.kernel;

/**
 * By what the odds of hidden units are multiplied, row by row, when a few sites change: for each of them by one of two numbers, which
 * depend on the unit and on the site, and a sign of the row says by which. A site may stand here more than once.
 *
 * @param units M
 * @param ifPositive the numbers of site i and unit j at [i M + j], for rows of positive sign
 * @param ifPositiveIm their imaginary parts; empty for real odds
 * @param ifNegative the same for the other rows
 * @param ifNegativeIm likewise
 * @param sites the sites that change
 * @param signs the sign of row r for change a at [signAt[a] + r]
 * @param signAt where the signs of each change begin
 */
public record OddsShift(
        int units,
        double[] ifPositive,
        double[] ifPositiveIm,
        double[] ifNegative,
        double[] ifNegativeIm,
        int[] sites,
        double[] signs,
        int[] signAt) {

    /** How many changes are made together. */
    public int changes() {
        return sites.length;
    }

    int table(int change) {
        return sites[change] * units;
    }
}

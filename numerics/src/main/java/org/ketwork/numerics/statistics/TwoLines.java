package org.ketwork.numerics.statistics;

/**
 * Simonsohn's two-lines test for a U shape (Adv. Methods Pract. Psychol. Sci. 1, 538, 2018): two regression lines that meet at a
 * break point must have slopes of opposite sign, each significant.
 *
 * @param breakPoint where the first line ends
 * @param slopeBelow slope at or below the break
 * @param pBelow one-sided p-value for a negative slope
 * @param slopeAbove slope above the break
 * @param pAbove one-sided p-value for a positive slope
 */
public record TwoLines(double breakPoint, double slopeBelow, double pBelow, double slopeAbove, double pAbove) {
    /** Whether both slopes speak for a minimum at level alpha. */
    public boolean uShaped(double alpha) {
        return pBelow <= alpha && pAbove <= alpha;
    }
}

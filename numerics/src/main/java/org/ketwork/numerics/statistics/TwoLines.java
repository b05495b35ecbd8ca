package org.ketwork.numerics.statistics;

import java.util.Arrays;

/**
 * Simonsohn's two-lines test for a U shape (Adv. Methods Pract. Psychol. Sci. 1, 538, 2018): two regression lines that meet at a
 * break point must have slopes of opposite sign, each significant. A quadratic term cannot tell a U from a curved slope.
 *
 * <p>The replicates share their random numbers along the levels, so each has its own pair of slopes, and Student's test over
 * replicates takes the place of robust standard errors. The break follows Simonsohn's "Robin Hood" rule: within the levels
 * whose mean is less than one standard error above the least mean, towards the side of the stronger line.
 *
 * @param breakPoint level at which the first line ends and the second begins
 * @param slopeBelow mean slope at or below the break
 * @param pBelow one-sided p-value for a negative slope
 * @param slopeAbove mean slope at or above the break
 * @param pAbove one-sided p-value for a positive slope
 */
public record TwoLines(double breakPoint, double slopeBelow, double pBelow, double slopeAbove, double pAbove) {

    /**
     * The test for a minimum.
     *
     * @param levels ascending, at least 3
     * @param risks [replicate][level], at least 2 replicates
     */
    public static TwoLines of(double[] levels, double[][] risks) {
        int[] flat = flatRegion(risks);
        TwoLines even = at(levels, risks, flat[flat.length / 2]);
        // The smaller p is, the stronger the line; normal scores put both on the scale of z-values.
        double below = Math.max(0, strength(even.pBelow));
        double above = Math.max(0, strength(even.pAbove));
        double share = below + above == 0 ? 0.5 : above / (below + above);
        return at(levels, risks, flat[(int) Math.round(share * (flat.length - 1))]);
    }

    private static double strength(double p) {
        return -Normal.quantile(Math.clamp(p, 1e-300, 1 - 1e-16));
    }

    private static TwoLines at(double[] levels, double[][] risks, int breakLevel) {
        // Each line needs two levels.
        int middle = Math.clamp(breakLevel, 1, levels.length - 2);
        double[] below = slopes(levels, risks, 0, middle + 1);
        double[] above = slopes(levels, risks, middle, levels.length);
        double[] zero = new double[risks.length];
        TestResult falling = PairedTests.t(below, zero, Alternative.LESS);
        TestResult rising = PairedTests.t(above, zero, Alternative.GREATER);
        return new TwoLines(levels[middle], falling.effect(), falling.p(), rising.effect(), rising.p());
    }

    /** The least-squares slope of each replicate over the levels from, ..., to - 1. */
    private static double[] slopes(double[] levels, double[][] risks, int from, int to) {
        double centre = Samples.mean(Arrays.copyOfRange(levels, from, to));
        double[] slopes = new double[risks.length];
        for (int r = 0; r < risks.length; r++) {
            double product = 0;
            double squares = 0;
            for (int j = from; j < to; j++) {
                product += (levels[j] - centre) * risks[r][j];
                squares += (levels[j] - centre) * (levels[j] - centre);
            }
            slopes[r] = product / squares;
        }
        return slopes;
    }

    /** Indices of the levels whose mean risk is not clearly above the least one, by paired standard errors. */
    private static int[] flatRegion(double[][] risks) {
        int levels = risks[0].length;
        int least = InteriorOptimum.argmin(InteriorOptimum.means(risks));
        int[] flat = new int[levels];
        int count = 0;
        for (int j = 0; j < levels; j++) {
            double[] above = new double[risks.length];
            for (int r = 0; r < above.length; r++) {
                above[r] = risks[r][j] - risks[r][least];
            }
            Estimate distance = Estimate.of(above);
            if (j == least || distance.mean() <= distance.standardError()) {
                flat[count++] = j;
            }
        }
        return Arrays.copyOf(flat, count);
    }

    /** Whether both slopes speak for a minimum at level alpha. */
    public boolean uShaped(double alpha) {
        return pBelow <= alpha && pAbove <= alpha;
    }
}

package org.ketwork.numerics.statistics;

import java.util.Arrays;

/** Tests for an increasing trend over ordered conditions. */
public final class TrendTests {
    private TrendTests() {}

    /**
     * Page's L for blocks measured under every condition (Page, J. Amer. Statist. Assoc. 58, 216, 1963), normal approximation.
     * Effect: the mean over blocks of Spearman's correlation with the order of the conditions.
     *
     * @param values [block][condition], conditions in the order in which values are expected to increase
     */
    public static TestResult page(double[][] values) {
        if (values.length < 1 || values[0].length < 3) {
            throw new IllegalArgumentException("Page's test needs at least 1 block and 3 conditions");
        }
        int conditions = values[0].length;
        double orderSquares = conditions * (conditions * (double) conditions - 1) / 12;
        double centre = (conditions + 1) / 2.0;
        double statistic = 0;
        double covariance = 0;
        double variance = 0;
        double correlations = 0;
        for (double[] block : values) {
            if (block.length != conditions) {
                throw new IllegalArgumentException("Page's test needs " + conditions
                        + " conditions in every block, got a block of " + block.length);
            }
            double[] ranks = Samples.ranks(Samples.requireNumbers(block, "Page's test"));
            double product = 0;
            double rankSquares = 0;
            for (int j = 0; j < conditions; j++) {
                statistic += (j + 1) * ranks[j];
                product += (j + 1 - centre) * (ranks[j] - centre);
                rankSquares += (ranks[j] - centre) * (ranks[j] - centre);
            }
            covariance += product;
            // Variance of sum_j (j - c) r_j when the ranks of the block, ties included, come in random order.
            variance += orderSquares * rankSquares / (conditions - 1);
            correlations += rankSquares == 0 ? 0 : product / Math.sqrt(orderSquares * rankSquares);
        }
        double p = variance == 0 ? 1 : Normal.upperTail(covariance / Math.sqrt(variance));
        return TestResult.of(
                "Page's trend test",
                statistic,
                p,
                "mean rank correlation with the order",
                correlations / values.length);
    }

    /**
     * Jonckheere and Terpstra's test for independent groups, normal approximation with correction for ties (Hollander, Wolfe,
     * Chicken, Nonparametric Statistical Methods, 3rd ed., section 6.2). Effect: P(later > earlier) - P(later < earlier).
     *
     * @param groups [group][value], groups in the order in which values are expected to increase
     */
    public static TestResult jonckheere(double[][] groups) {
        double statistic = 0;
        double pairs = 0;
        double all = 0;
        double sizes5 = 0;
        double sizes3 = 0;
        double sizes2 = 0;
        for (int i = 0; i < groups.length; i++) {
            double n = Samples.requireNumbers(groups[i], "the Jonckheere-Terpstra test").length;
            all += n;
            sizes5 += n * (n - 1) * (2 * n + 5);
            sizes3 += n * (n - 1) * (n - 2);
            sizes2 += n * (n - 1);
            for (int j = i + 1; j < groups.length; j++) {
                double product = n * groups[j].length;
                pairs += product;
                if (product > 0) {
                    statistic += (1 + EffectSize.cliff(groups[j], groups[i])) / 2 * product;
                }
            }
        }
        if (pairs == 0 || all < 3) {
            throw new IllegalArgumentException("the Jonckheere-Terpstra test needs two groups and 3 values, got "
                    + groups.length + " groups and " + (int) all + " values");
        }
        double ties5 = 0;
        double ties3 = 0;
        double ties2 = 0;
        double[] pooled = Arrays.stream(groups).flatMapToDouble(Arrays::stream).toArray();
        for (double t : Samples.tieSizes(pooled)) {
            ties5 += t * (t - 1) * (2 * t + 5);
            ties3 += t * (t - 1) * (t - 2);
            ties2 += t * (t - 1);
        }
        double variance = (all * (all - 1) * (2 * all + 5) - sizes5 - ties5) / 72
                + sizes3 * ties3 / (36 * all * (all - 1) * (all - 2))
                + sizes2 * ties2 / (8 * all * (all - 1));
        double p = variance <= 0 ? 1 : Normal.upperTail((statistic - pairs / 2) / Math.sqrt(variance));
        return TestResult.of(
                "Jonckheere-Terpstra trend test",
                statistic,
                p,
                "P(later > earlier) - P(later < earlier)",
                2 * statistic / pairs - 1);
    }
}

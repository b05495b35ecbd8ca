package org.ketwork.numerics.statistics;

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
        throw new UnsupportedOperationException();
    }

    /**
     * Jonckheere and Terpstra's test for independent groups, normal approximation with correction for ties (Hollander, Wolfe,
     * Chicken, Nonparametric Statistical Methods, 3rd ed., section 6.2). Effect: P(later > earlier) - P(later < earlier).
     *
     * @param groups [group][value], groups in the order in which values are expected to increase
     */
    public static TestResult jonckheere(double[][] groups) {
        throw new UnsupportedOperationException();
    }
}

package org.ketwork.numerics.statistics;

/**
 * Tests on pairs (a_i, b_i) or on their differences a_i - b_i. {@link Alternative#GREATER} says that a is greater than b.
 */
public final class PairedTests {
    private PairedTests() {}

    /** Student's t on the differences. Effect: mean difference, with its interval at 95 %. */
    public static TestResult t(double[] a, double[] b, Alternative alternative) {
        throw new UnsupportedOperationException();
    }

    /** Wilcoxon's signed-rank test. Effect: matched-pairs rank-biserial correlation. */
    public static TestResult wilcoxon(double[] a, double[] b, Alternative alternative) {
        throw new UnsupportedOperationException();
    }

    /** Sign test; pairs of equal values are left out. Effect: share of positive differences, with its exact interval at 95 %. */
    public static TestResult sign(double[] a, double[] b, Alternative alternative) {
        throw new UnsupportedOperationException();
    }
}

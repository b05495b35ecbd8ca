package org.ketwork.numerics.statistics;

/** Tests on two independent samples. {@link Alternative#GREATER} says that the first tends to be greater than the second. */
public final class TwoSampleTests {
    private TwoSampleTests() {}

    /** Welch's t. Effect: difference of the means, with its interval at 95 %. */
    public static TestResult welch(double[] a, double[] b, Alternative alternative) {
        throw new UnsupportedOperationException();
    }

    /** Mann and Whitney's U. Effect: Cliff's delta P(a > b) - P(a < b). */
    public static TestResult mannWhitney(double[] a, double[] b, Alternative alternative) {
        throw new UnsupportedOperationException();
    }

    /** Kolmogorov and Smirnov's two-sample test, two-sided. Effect: the largest distance of the distribution functions. */
    public static TestResult kolmogorovSmirnov(double[] a, double[] b) {
        throw new UnsupportedOperationException();
    }
}

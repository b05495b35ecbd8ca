package org.ketwork.numerics.statistics;

import java.util.function.DoubleUnaryOperator;

/** Tests of observed counts or values against a stated law, and of the independence of the rows and columns of a table. */
public final class GoodnessOfFit {
    private GoodnessOfFit() {}

    /** One-sample test against a continuous distribution function, two-sided. Effect: the largest distance D. */
    public static TestResult kolmogorovSmirnov(double[] sample, DoubleUnaryOperator distribution) {
        throw new UnsupportedOperationException();
    }

    /** Pearson's chi-square of counts against probabilities (rescaled to sum 1). Effect: Cohen's w. */
    public static TestResult chiSquare(double[] probabilities, long[] counts) {
        throw new UnsupportedOperationException();
    }

    /** Likelihood-ratio G of counts against probabilities (rescaled to sum 1). Effect: Cohen's w. */
    public static TestResult g(double[] probabilities, long[] counts) {
        throw new UnsupportedOperationException();
    }

    /** Pearson's chi-square for independence in a table. Effect: Cramer's V. */
    public static TestResult independenceChiSquare(long[][] table) {
        throw new UnsupportedOperationException();
    }

    /** Likelihood-ratio G for independence in a table. Effect: Cramer's V. */
    public static TestResult independenceG(long[][] table) {
        throw new UnsupportedOperationException();
    }
}

package org.ketwork.numerics.statistics;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.GTest;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.SignificanceResult;

/** Tests of observed counts or values against a stated law, and of the independence of the rows and columns of a table. */
public final class GoodnessOfFit {
    private GoodnessOfFit() {}

    /** One-sample test against a continuous distribution function, two-sided. Effect: the largest distance D. */
    public static TestResult kolmogorovSmirnov(double[] sample, DoubleUnaryOperator distribution) {
        Samples.requireSize(sample, 2, "the Kolmogorov-Smirnov test");
        KolmogorovSmirnovTest.OneResult result =
                KolmogorovSmirnovTest.withDefaults().test(sample, distribution);
        return TestResult.of(
                "Kolmogorov-Smirnov test",
                result.getStatistic(),
                Math.clamp(result.getPValue(), 0, 1),
                "largest distance of the distribution functions",
                result.getStatistic());
    }

    /** Pearson's chi-square of counts against probabilities (rescaled to sum 1). Effect: Cohen's w. */
    public static TestResult chiSquare(double[] probabilities, long[] counts) {
        SignificanceResult result = ChiSquareTest.withDefaults().test(probabilities, counts);
        return TestResult.of(
                "chi-square test", result.getStatistic(), result.getPValue(), "Cohen's w", w(probabilities, counts));
    }

    /** Likelihood-ratio G of counts against probabilities (rescaled to sum 1). Effect: Cohen's w. */
    public static TestResult g(double[] probabilities, long[] counts) {
        SignificanceResult result = GTest.withDefaults().test(probabilities, counts);
        return TestResult.of(
                "G-test", result.getStatistic(), result.getPValue(), "Cohen's w", w(probabilities, counts));
    }

    /** Pearson's chi-square for independence in a table. Effect: Cramer's V. */
    public static TestResult independenceChiSquare(long[][] table) {
        SignificanceResult result = ChiSquareTest.withDefaults().test(table);
        return TestResult.of("chi-square test", result.getStatistic(), result.getPValue(), "Cramer's V", cramer(table));
    }

    /** Likelihood-ratio G for independence in a table. Effect: Cramer's V. */
    public static TestResult independenceG(long[][] table) {
        SignificanceResult result = GTest.withDefaults().test(table);
        return TestResult.of("G-test", result.getStatistic(), result.getPValue(), "Cramer's V", cramer(table));
    }

    private static double w(double[] probabilities, long[] counts) {
        double chiSquare = ChiSquareTest.withDefaults().statistic(probabilities, counts);
        return Math.sqrt(chiSquare / LongStream.of(counts).sum());
    }

    private static double cramer(long[][] table) {
        long total = 0;
        for (long[] row : table) {
            total += LongStream.of(row).sum();
        }
        int freedom = Math.min(table.length, table[0].length) - 1;
        return Math.sqrt(ChiSquareTest.withDefaults().statistic(table) / (total * (double) freedom));
    }
}

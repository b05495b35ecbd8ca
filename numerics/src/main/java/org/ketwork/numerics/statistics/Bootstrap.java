package org.ketwork.numerics.statistics;

import java.util.function.ToDoubleFunction;
import org.ketwork.numerics.random.RandomAddress;

/** Confidence intervals by resampling with replacement; resample r draws its indices at {@code address.at(r)}. */
public final class Bootstrap {
    private Bootstrap() {}

    /** Percentile interval (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, section 13.3). */
    public static Interval percentile(
            double[] sample, ToDoubleFunction<double[]> statistic, int resamples, double level, RandomAddress address) {
        throw new UnsupportedOperationException();
    }

    /** Bias-corrected and accelerated interval (Efron, J. Amer. Statist. Assoc. 82, 171, 1987). */
    public static Interval bca(
            double[] sample, ToDoubleFunction<double[]> statistic, int resamples, double level, RandomAddress address) {
        throw new UnsupportedOperationException();
    }
}

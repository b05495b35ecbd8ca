package org.ketwork.numerics.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/** Confidence intervals by resampling with replacement; resample r draws its indices at {@code address.at(r)}. */
public final class Bootstrap {
    private Bootstrap() {}

    /** Percentile interval (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, section 13.3). */
    public static Interval percentile(
            double[] sample, ToDoubleFunction<double[]> statistic, int resamples, double level, RandomAddress address) {
        return Quantiles.central(replicate(sample, statistic, resamples, address), level);
    }

    /** Bias-corrected and accelerated interval (Efron, J. Amer. Statist. Assoc. 82, 171, 1987). */
    public static Interval bca(
            double[] sample, ToDoubleFunction<double[]> statistic, int resamples, double level, RandomAddress address) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        double[] replicates = replicate(sample, statistic, resamples, address);
        Arrays.sort(replicates);
        double observed = statistic.applyAsDouble(sample.clone());
        double below = (Samples.countBelow(replicates, observed) + Samples.countUpTo(replicates, observed)) / 2.0;
        // A share of 0 or 1 only says that there are too few resamples to see the tail; half a one keeps the bias
        // finite.
        double bias = Normal.quantile(Math.clamp(below / resamples, 0.5 / resamples, 1 - 0.5 / resamples));
        double acceleration = acceleration(sample, statistic);
        double low = adjusted(bias, acceleration, Normal.quantile(tail));
        double high = adjusted(bias, acceleration, -Normal.quantile(tail));
        return new Interval(Quantiles.ofSorted(replicates, low), Quantiles.ofSorted(replicates, high), level);
    }

    /** The probability that the corrected interval reads off where the plain one reads off that of z (eq. 14.10 of the book). */
    private static double adjusted(double bias, double acceleration, double z) {
        return Normal.cdf(bias + (bias + z) / (1 - acceleration * (bias + z)));
    }

    /** A sixth of the skewness of the jackknife values (eq. 14.15 of the book). */
    private static double acceleration(double[] sample, ToDoubleFunction<double[]> statistic) {
        int n = sample.length;
        double[] left = new double[n];
        for (int i = 0; i < n; i++) {
            double[] others = new double[n - 1];
            System.arraycopy(sample, 0, others, 0, i);
            System.arraycopy(sample, i + 1, others, i, n - 1 - i);
            left[i] = statistic.applyAsDouble(others);
        }
        double mean = Samples.mean(left);
        double squares = 0;
        double cubes = 0;
        for (double value : left) {
            double distance = mean - value;
            squares += distance * distance;
            cubes += distance * distance * distance;
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    private static double[] replicate(
            double[] sample, ToDoubleFunction<double[]> statistic, int resamples, RandomAddress address) {
        Samples.requireSize(sample, 2, "the bootstrap");
        if (resamples < 1) {
            throw new IllegalArgumentException("the bootstrap needs at least 1 resample, got " + resamples);
        }
        double[] replicates = new double[resamples];
        for (int r = 0; r < resamples; r++) {
            RandomStream stream = address.at(r).stream();
            double[] resample = new double[sample.length];
            for (int i = 0; i < resample.length; i++) {
                resample[i] = sample[stream.nextInt(sample.length)];
            }
            replicates[r] = statistic.applyAsDouble(resample);
        }
        return replicates;
    }
}

package org.ketwork.numerics.statistics;

import java.util.Arrays;

/**
 * Maximum-likelihood logistic curve P(success | x) = 1 / (1 + exp(-(intercept + slope x))).
 *
 * @param intercept log odds at x = 0
 * @param slope change of the log odds per unit of x
 * @param interceptVariance asymptotic variance (inverse Fisher information)
 * @param slopeVariance asymptotic variance
 * @param covariance asymptotic covariance of intercept and slope
 * @param logLikelihood at the maximum, without the binomial coefficients
 */
public record LogisticFit(
        double intercept,
        double slope,
        double interceptVariance,
        double slopeVariance,
        double covariance,
        double logLikelihood) {
    private static final int MOST_STEPS = 100;

    /**
     * Fit by iteratively reweighted least squares with step halving.
     *
     * @param successes between 0 and {@code trials} at each x
     * @throws IllegalArgumentException if one x separates successes from failures, so that no maximum exists; see
     *     {@link #separated}
     * @throws ArithmeticException if the steps do not come to rest, as when the points are next to separated
     */
    public static LogisticFit of(double[] x, double[] successes, double[] trials) {
        if (separated(x, successes, trials)) {
            throw new IllegalArgumentException(
                    "a logistic curve has no best fit: one threshold separates all successes from all failures");
        }
        int n = x.length;
        double centre = Samples.mean(x);
        double scale = Math.sqrt(Samples.variance(x));
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = (x[i] - centre) / scale;
        }
        double a = 0;
        double b = 0;
        double likelihood = logLikelihood(z, successes, trials, a, b);
        double saa = 0;
        double sab = 0;
        double sbb = 0;
        boolean resting = false;
        for (int step = 0; step < MOST_STEPS && !resting; step++) {
            double ga = 0;
            double gb = 0;
            saa = 0;
            sab = 0;
            sbb = 0;
            for (int i = 0; i < n; i++) {
                double p = sigmoid(a + b * z[i]);
                double residual = successes[i] - trials[i] * p;
                double weight = trials[i] * p * (1 - p);
                ga += residual;
                gb += residual * z[i];
                saa += weight;
                sab += weight * z[i];
                sbb += weight * z[i] * z[i];
            }
            double determinant = saa * sbb - sab * sab;
            double da = (sbb * ga - sab * gb) / determinant;
            double db = (saa * gb - sab * ga) / determinant;
            double next = logLikelihood(z, successes, trials, a + da, b + db);
            while (!(next >= likelihood - 1e-12 * Math.abs(likelihood)) && Math.abs(da) + Math.abs(db) > 1e-15) {
                da /= 2;
                db /= 2;
                next = logLikelihood(z, successes, trials, a + da, b + db);
            }
            a += da;
            b += db;
            likelihood = next;
            resting = Math.abs(da) + Math.abs(db) <= 1e-13 * (1 + Math.abs(a) + Math.abs(b));
        }
        if (!resting) {
            throw new ArithmeticException("the logistic fit did not converge in " + MOST_STEPS + " steps");
        }
        double determinant = saa * sbb - sab * sab;
        double vaa = sbb / determinant;
        double vab = -sab / determinant;
        double vbb = saa / determinant;
        // From log odds a + b (x - centre) / scale back to intercept + slope x.
        double shift = centre / scale;
        return new LogisticFit(
                a - b * shift,
                b / scale,
                vaa - 2 * shift * vab + shift * shift * vbb,
                vbb / (scale * scale),
                (vab - shift * vbb) / scale,
                likelihood);
    }

    /** One trial per x: y is 1 for success and 0 for failure. */
    public static LogisticFit of(double[] x, double[] y) {
        return of(x, y, ones(y.length));
    }

    /** Whether one threshold in x has all successes on one side and all failures on the other (Albert and Anderson 1984). */
    public static boolean separated(double[] x, double[] successes, double[] trials) {
        if (x.length < 2 || successes.length != x.length || trials.length != x.length) {
            throw new IllegalArgumentException(
                    "a logistic fit needs equally many x, successes and trials, at least 2, got " + x.length + ", "
                            + successes.length + ", " + trials.length);
        }
        Samples.requireNumbers(x, "a logistic fit");
        double leastSuccess = Double.POSITIVE_INFINITY;
        double mostSuccess = Double.NEGATIVE_INFINITY;
        double leastFailure = Double.POSITIVE_INFINITY;
        double mostFailure = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (!(successes[i] >= 0 && successes[i] <= trials[i])) {
                throw new IllegalArgumentException(
                        "successes must be between 0 and trials, got " + successes[i] + " of " + trials[i]);
            }
            if (successes[i] > 0) {
                leastSuccess = Math.min(leastSuccess, x[i]);
                mostSuccess = Math.max(mostSuccess, x[i]);
            }
            if (successes[i] < trials[i]) {
                leastFailure = Math.min(leastFailure, x[i]);
                mostFailure = Math.max(mostFailure, x[i]);
            }
        }
        return mostFailure <= leastSuccess || mostSuccess <= leastFailure;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double sigmoid(double t) {
        return 1 / (1 + Math.exp(-t));
    }

    private static double logLikelihood(double[] z, double[] successes, double[] trials, double a, double b) {
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            double t = a + b * z[i];
            sum += successes[i] * t - trials[i] * (Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t))));
        }
        return sum;
    }

    public double probability(double x) {
        return sigmoid(intercept + slope * x);
    }

    /** The x at which success and failure are equally likely. */
    public double midpoint() {
        return -intercept / slope;
    }

    /**
     * Fieller's interval of the midpoint (J. R. Statist. Soc. B 16, 175, 1954): all m at which intercept + slope m is within
     * z standard errors of 0. The whole line if the slope itself may be 0 at this level.
     */
    public Interval midpointInterval(double level) {
        double z = Quantiles.normal(level);
        double square = slope * slope - z * z * slopeVariance;
        if (square <= 0) {
            return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level);
        }
        double half = intercept * slope - z * z * covariance;
        double constant = intercept * intercept - z * z * interceptVariance;
        double root = Math.sqrt(Math.max(0, half * half - square * constant));
        return new Interval((-half - root) / square, (-half + root) / square, level);
    }

    /** Wald's two-sided test for slope zero. Effect: the slope, with its interval at 95 %. */
    public TestResult slopeTest() {
        double error = Math.sqrt(slopeVariance);
        double half = error * Quantiles.normal(0.95);
        return TestResult.of(
                "Wald test of the slope",
                slope / error,
                Alternative.TWO_SIDED.normalP(slope / error),
                "slope",
                slope,
                new Interval(slope - half, slope + half, 0.95));
    }
}

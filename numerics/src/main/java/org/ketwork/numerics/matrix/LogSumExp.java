package org.ketwork.numerics.matrix;

/** log Σ exp(x), without overflow: the largest term is taken out of the sum. */
public final class LogSumExp {
    private LogSumExp() {}

    /** log Σ exp(x_i); minus infinity for the empty sum. */
    public static double of(double... x) {
        return of(x, 0, x.length);
    }

    /** log Σ exp(x_i) over x[offset], ..., x[offset + length - 1]. */
    public static double of(double[] x, int offset, int length) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = offset; i < offset + length; i++) {
            max = Math.max(max, x[i]);
        }
        if (Double.isInfinite(max) || Double.isNaN(max)) {
            return max;
        }
        double sum = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += Math.exp(x[i] - max);
        }
        return max + Math.log(sum);
    }

    /**
     * log of the weighted sum Σ w_i exp(x_i).
     *
     * @param weights as many as x, none negative; where one is 0, x may be anything
     */
    public static double weighted(double[] x, double[] weights) {
        if (x.length != weights.length) {
            throw new IllegalArgumentException(
                    "there must be one weight for each term, got " + weights.length + " for " + x.length);
        }
        double[] shifted = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            if (!(weights[i] >= 0)) {
                throw new IllegalArgumentException("a weight must not be negative, got " + weights[i]);
            }
            shifted[i] = weights[i] == 0 ? Double.NEGATIVE_INFINITY : x[i] + Math.log(weights[i]);
        }
        return of(shifted);
    }
}

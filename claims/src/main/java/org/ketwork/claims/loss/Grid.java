package org.ketwork.claims.loss;

import java.util.function.DoubleUnaryOperator;

/** Grids of noise levels, and curves over them. */
final class Grid {
    private Grid() {}

    /** Points from low to high at equal ratios. */
    static double[] logarithmic(double low, double high, int points) {
        double[] grid = new double[points];
        for (int i = 0; i < points; i++) {
            grid[i] = low * Math.pow(high / low, (double) i / (points - 1));
        }
        return grid;
    }

    static double[] map(double[] x, DoubleUnaryOperator function) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = function.applyAsDouble(x[i]);
        }
        return y;
    }
}

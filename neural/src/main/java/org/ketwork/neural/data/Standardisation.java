package org.ketwork.neural.data;

import java.util.Arrays;
import org.ketwork.numerics.matrix.Matrix;

/**
 * The affine map that gives each column of the data it was fitted on mean 0 and standard deviation 1 (divisor n). A constant
 * column is only centred. Fitted on the training part and applied to any other.
 */
public final class Standardisation {
    private final double[] mean;
    private final double[] deviation;

    private Standardisation(double[] mean, double[] deviation) {
        this.mean = mean;
        this.deviation = deviation;
    }

    public static Standardisation fit(Matrix data) {
        int n = data.rows();
        if (n == 0) {
            throw new IllegalArgumentException("a standardisation cannot be fitted on no samples");
        }
        double[] mean = new double[data.columns()];
        double[] deviation = new double[data.columns()];
        for (int j = 0; j < mean.length; j++) {
            double[] column = data.column(j);
            double centre = Arrays.stream(column).sum() / n;
            double squares =
                    Arrays.stream(column).map(x -> (x - centre) * (x - centre)).sum();
            // The mean of equal numbers may be off by a rounding, which must not become the unit of the column.
            boolean constant = Arrays.stream(column).allMatch(x -> x == column[0]);
            deviation[j] = constant ? 1 : Math.sqrt(squares / n);
            mean[j] = constant ? column[0] : centre;
        }
        return new Standardisation(mean, deviation);
    }

    /** (x − mean)/deviation, column by column. */
    public Matrix apply(Matrix data) {
        return map(data, true);
    }

    /** The way back from {@link #apply}. */
    public Matrix undo(Matrix data) {
        return map(data, false);
    }

    private Matrix map(Matrix data, boolean forward) {
        if (data.columns() != mean.length) {
            throw new IllegalArgumentException("fitted on " + mean.length + " columns, applied to " + data.columns());
        }
        Matrix result = data.copy();
        for (int i = 0; i < data.rows(); i++) {
            for (int j = 0; j < mean.length; j++) {
                double x = data.get(i, j);
                result.set(i, j, forward ? (x - mean[j]) / deviation[j] : x * deviation[j] + mean[j]);
            }
        }
        return result;
    }

    public double[] mean() {
        return mean.clone();
    }

    public double[] deviation() {
        return deviation.clone();
    }
}

package org.ketwork.numerics.matrix;

import java.util.Arrays;
import java.util.Objects;

/**
 * A dense real matrix of shape (rows, columns), stored row-major in one array: element (i, j) is {@code data[i * columns + j]}.
 * Operations return new matrices; {@link #data()} is the live storage, for kernels that fill a matrix in place.
 */
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] data;

    private Matrix(int rows, int columns, double[] data) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException("matrix shape must not be negative, got " + rows + " x " + columns);
        }
        if ((long) rows * columns != data.length) {
            throw new IllegalArgumentException("a " + rows + " x " + columns + " matrix needs " + (long) rows * columns
                    + " numbers, got " + data.length);
        }
        this.rows = rows;
        this.columns = columns;
        this.data = data;
    }

    public static Matrix zeros(int rows, int columns) {
        return new Matrix(rows, columns, new double[Math.multiplyExact(rows, columns)]);
    }

    /** A matrix over the given row-major array, which is not copied. */
    public static Matrix wrap(int rows, int columns, double[] data) {
        return new Matrix(rows, columns, Objects.requireNonNull(data));
    }

    public static Matrix of(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        Matrix result = zeros(rows.length, columns);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " numbers, the first row has " + columns);
            }
            System.arraycopy(rows[i], 0, result.data, i * columns, columns);
        }
        return result;
    }

    public static Matrix identity(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return diagonal(ones);
    }

    public static Matrix diagonal(double... entries) {
        Matrix result = zeros(entries.length, entries.length);
        for (int i = 0; i < entries.length; i++) {
            result.data[i * entries.length + i] = entries[i];
        }
        return result;
    }

    public static Matrix constant(int rows, int columns, double value) {
        Matrix result = zeros(rows, columns);
        Arrays.fill(result.data, value);
        return result;
    }

    public static Matrix columnVector(double... entries) {
        return wrap(entries.length, 1, entries.clone());
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The live row-major storage. */
    public double[] data() {
        return data;
    }

    public double get(int row, int column) {
        return data[index(row, column)];
    }

    public void set(int row, int column, double value) {
        data[index(row, column)] = value;
    }

    private int index(int row, int column) {
        Objects.checkIndex(column, columns);
        return Objects.checkIndex(row, rows) * columns + column;
    }

    public double[] row(int row) {
        Objects.checkIndex(row, rows);
        return Arrays.copyOfRange(data, row * columns, (row + 1) * columns);
    }

    public double[] column(int column) {
        Objects.checkIndex(column, columns);
        double[] result = new double[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = data[i * columns + column];
        }
        return result;
    }

    /** The diagonal, of length min(rows, columns). */
    public double[] diagonal() {
        double[] result = new double[Math.min(rows, columns)];
        for (int i = 0; i < result.length; i++) {
            result[i] = data[i * columns + i];
        }
        return result;
    }

    public Matrix copy() {
        return new Matrix(rows, columns, data.clone());
    }

    public Matrix transpose() {
        Matrix result = zeros(columns, rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result.data[j * rows + i] = data[i * columns + j];
            }
        }
        return result;
    }

    /** A B. */
    public Matrix times(Matrix other) {
        return Products.multiply(this, false, other, false);
    }

    /** Aᵀ B, without forming the transpose. */
    public Matrix transposeTimes(Matrix other) {
        return Products.multiply(this, true, other, false);
    }

    /** A Bᵀ, without forming the transpose. */
    public Matrix timesTranspose(Matrix other) {
        return Products.multiply(this, false, other, true);
    }

    /** A x, for x of length {@link #columns()}. */
    public double[] times(double[] vector) {
        requireLength(vector, columns);
        double[] result = new double[rows];
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum += data[i * columns + j] * vector[j];
            }
            result[i] = sum;
        }
        return result;
    }

    /** Aᵀ x, for x of length {@link #rows()}. */
    public double[] transposeTimes(double[] vector) {
        requireLength(vector, rows);
        double[] result = new double[columns];
        for (int i = 0; i < rows; i++) {
            double factor = vector[i];
            for (int j = 0; j < columns; j++) {
                result[j] += data[i * columns + j] * factor;
            }
        }
        return result;
    }

    public Matrix plus(Matrix other) {
        requireSameShape(other);
        double[] sum = data.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.data[i];
        }
        return new Matrix(rows, columns, sum);
    }

    public Matrix minus(Matrix other) {
        requireSameShape(other);
        double[] difference = data.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= other.data[i];
        }
        return new Matrix(rows, columns, difference);
    }

    public Matrix scale(double factor) {
        double[] scaled = data.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new Matrix(rows, columns, scaled);
    }

    /** The entrywise (Schur, Hadamard) product A ∘ B. */
    public Matrix schur(Matrix other) {
        requireSameShape(other);
        double[] product = data.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= other.data[i];
        }
        return new Matrix(rows, columns, product);
    }

    /** The Kronecker product, with the indices of this matrix the slow ones. */
    public Matrix kronecker(Matrix other) {
        Matrix result = zeros(Math.multiplyExact(rows, other.rows), Math.multiplyExact(columns, other.columns));
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double factor = data[i * columns + j];
                for (int k = 0; k < other.rows; k++) {
                    int target = (i * other.rows + k) * result.columns + j * other.columns;
                    for (int l = 0; l < other.columns; l++) {
                        result.data[target + l] = factor * other.data[k * other.columns + l];
                    }
                }
            }
        }
        return result;
    }

    public double trace() {
        requireSquare();
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += data[i * columns + i];
        }
        return sum;
    }

    public double frobeniusNorm() {
        double sum = 0;
        for (double x : data) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }

    public double maxAbs() {
        double max = 0;
        for (double x : data) {
            max = Math.max(max, Math.abs(x));
        }
        return max;
    }

    public void requireSquare() {
        if (rows != columns) {
            throw new IllegalArgumentException("the matrix must be square, got " + rows + " x " + columns);
        }
    }

    void requireSameShape(Matrix other) {
        if (rows != other.rows || columns != other.columns) {
            throw new IllegalArgumentException(
                    "shapes differ: " + rows + " x " + columns + " against " + other.rows + " x " + other.columns);
        }
    }

    private static void requireLength(double[] vector, int length) {
        if (vector.length != length) {
            throw new IllegalArgumentException("the vector must have length " + length + ", got " + vector.length);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(rows + " x " + columns + " [");
        for (int i = 0; i < Math.min(rows, 8); i++) {
            text.append(i == 0 ? "" : ", ").append(Arrays.toString(row(i)));
        }
        return text.append(rows > 8 ? ", ...]" : "]").toString();
    }
}

package org.ketwork.numerics.file;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.ketwork.numerics.InvalidInputException;

/**
 * Named columns of equal length.
 *
 * @param names different from each other
 * @param columns [column][row]
 */
public record Table(List<String> names, double[][] columns) {
    public Table {
        names = List.copyOf(names);
        if (names.size() != columns.length || new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException(
                    "a table needs one different name for each of " + columns.length + " columns, got " + names);
        }
        for (double[] column : columns) {
            if (column.length != columns[0].length) {
                throw new IllegalArgumentException(
                        "columns must have equal lengths, got " + columns[0].length + " and " + column.length);
            }
        }
    }

    public int rows() {
        return columns.length == 0 ? 0 : columns[0].length;
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /** The column of a name; an absent name is an {@link InvalidInputException} that lists the present ones. */
    public double[] column(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new InvalidInputException("there is no column '" + name + "'; present are " + names);
        }
        return columns[index];
    }

    /** All columns side by side: shape (rows, columns). */
    public NdArray toArray() {
        double[] data = new double[Math.multiplyExact(rows(), columns.length)];
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns.length; column++) {
                data[row * columns.length + column] = columns[column][row];
            }
        }
        return NdArray.of(data, rows(), columns.length);
    }

    /**
     * The array that a long table describes, one row per element: index columns hold 0, 1, ... per axis, the value column the
     * element. Every element must be there exactly once, in any order of rows.
     */
    public NdArray pivot(String value, String... indices) {
        double[] values = column(value);
        double[][] axes = Arrays.stream(indices).map(this::column).toArray(double[][]::new);
        int[] shape = new int[axes.length];
        long size = 1;
        for (int axis = 0; axis < axes.length; axis++) {
            shape[axis] = length(indices[axis], axes[axis]);
            size *= shape[axis];
            if (size > values.length) {
                break;
            }
        }
        if (size != values.length) {
            throw new InvalidInputException("the columns " + Arrays.toString(indices) + " name more elements than the "
                    + values.length + " rows of the table, or fewer; every element must be there exactly once");
        }
        double[] data = new double[values.length];
        boolean[] seen = new boolean[values.length];
        for (int row = 0; row < values.length; row++) {
            int flat = 0;
            for (int axis = 0; axis < axes.length; axis++) {
                flat = flat * shape[axis] + (int) axes[axis][row];
            }
            if (seen[flat]) {
                throw new InvalidInputException("row " + (row + 1) + " names an element of " + Arrays.toString(indices)
                        + " that an earlier row has named");
            }
            seen[flat] = true;
            data[flat] = values[row];
        }
        return new NdArray(shape, data);
    }

    /** One more than the largest index. */
    private static int length(String name, double[] index) {
        double largest = -1;
        for (int row = 0; row < index.length; row++) {
            if (!(index[row] >= 0 && index[row] < Integer.MAX_VALUE && index[row] == Math.rint(index[row]))) {
                throw new InvalidInputException("row " + (row + 1) + " of the index column '" + name + "' holds "
                        + index[row] + "; whole numbers from 0 are allowed");
            }
            largest = Math.max(largest, index[row]);
        }
        return (int) largest + 1;
    }
}

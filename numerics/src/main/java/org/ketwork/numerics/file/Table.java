package org.ketwork.numerics.file;

import java.util.List;

/**
 * Named columns of equal length.
 *
 * @param names different from each other
 * @param columns [column][row]
 */
public record Table(List<String> names, double[][] columns) {
    public Table {
        names = List.copyOf(names);
    }

    public int rows() {
        return columns.length == 0 ? 0 : columns[0].length;
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /** The column of a name; an absent name is an {@code InvalidInputException} that lists the present ones. */
    public double[] column(String name) {
        throw new UnsupportedOperationException();
    }

    /** All columns side by side: shape (rows, columns). */
    public NdArray toArray() {
        throw new UnsupportedOperationException();
    }

    /**
     * The array that a long table describes, one row per element: index columns hold 0, 1, ... per axis, the value column the
     * element. Every element must be there exactly once, in any order of rows.
     */
    public NdArray pivot(String value, String... indices) {
        throw new UnsupportedOperationException();
    }
}

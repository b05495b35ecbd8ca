package org.ketwork.numerics.file;

import java.nio.file.Path;

/** Comma-separated numbers under one line of column names (RFC 4180; quotes allowed, "nan", "inf" and empty cells are named errors or NaN). */
public final class Csv {
    private Csv() {}

    public static Table read(Path file) {
        throw new UnsupportedOperationException();
    }

    public static void write(Path file, Table table) {
        throw new UnsupportedOperationException();
    }
}

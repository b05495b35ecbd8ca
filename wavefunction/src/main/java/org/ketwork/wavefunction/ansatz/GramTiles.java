package org.ketwork.wavefunction.ansatz;

import org.ketwork.numerics.parallel.Workers;

/** A Hermitian (n, n) matrix made of tiles: those on and below the diagonal are computed, the others mirrored. */
final class GramTiles {
    private static final int SIDE = 128;

    private GramTiles() {}

    /** Computes one tile into its place of the matrix. */
    @FunctionalInterface
    interface Tile {
        void fill(int row, int rows, int column, int columns);
    }

    /**
     * Fills a matrix of stride n.
     *
     * @param im of the same shape, mirrored with the other sign; empty if the matrix is real
     */
    static void fill(int n, double[] re, double[] im, Workers workers, Tile tile) {
        fill(n, n, re, im, workers, tile);
    }

    static void fill(int n, int stride, double[] re, double[] im, Workers workers, Tile tile) {
        int tiles = Math.ceilDiv(n, SIDE);
        workers.forEach(tiles * (tiles + 1) / 2, number -> {
            int across = (int) ((Math.sqrt(8.0 * number + 1) - 1) / 2);
            int along = number - across * (across + 1) / 2;
            int row = across * SIDE;
            int column = along * SIDE;
            int rows = Math.min(SIDE, n - row);
            int columns = Math.min(SIDE, n - column);
            tile.fill(row, rows, column, columns);
            mirror(re, 1, stride, row, rows, column, columns);
            if (im.length > 0) {
                mirror(im, -1, stride, row, rows, column, columns);
            }
        });
    }

    private static void mirror(double[] x, double sign, int stride, int row, int rows, int column, int columns) {
        boolean diagonal = row == column;
        for (int i = row; i < row + rows; i++) {
            int end = diagonal ? i : column + columns;
            for (int j = column; j < end; j++) {
                x[j * stride + i] = sign * x[i * stride + j];
            }
        }
    }
}

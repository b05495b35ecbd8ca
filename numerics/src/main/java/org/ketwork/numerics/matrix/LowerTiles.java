package org.ketwork.numerics.matrix;

import org.ketwork.numerics.parallel.Workers;

/** The lower triangle of a square matrix in tiles, each of which is a task of its own. The tiles depend on the size alone. */
final class LowerTiles {
    /** Rows of a tile: at this size a product runs near full speed, and a thousand rows still make 21 tiles to share. */
    private static final int SIDE = 192;
    /** A tile on the diagonal with fewer rows is not worth halving. */
    private static final int HALVED = 128;

    private LowerTiles() {}

    @FunctionalInterface
    interface Tile {
        /** Computes the rectangle from (row, column) on. */
        void compute(int row, int column, int rows, int columns);
    }

    /**
     * Runs over all tiles. Large ones on the diagonal come as two rectangles, which leave out half of what stands above the diagonal; the
     * first rectangle of all has at least 64 rows and columns, or all there are.
     */
    static void forEach(int n, Workers workers, Tile tile) {
        int blocks = Math.ceilDiv(n, SIDE);
        workers.forEach(blocks * (blocks + 1) / 2, number -> {
            int i = (int) ((Math.sqrt(8.0 * number + 1) - 1) / 2);
            int j = number - i * (i + 1) / 2;
            int row = i * SIDE;
            int rows = Math.min(SIDE, n - row);
            if (i > j) {
                tile.compute(row, j * SIDE, rows, SIDE);
            } else if (rows < HALVED) {
                tile.compute(row, row, rows, rows);
            } else {
                int half = rows / 2;
                tile.compute(row, row, half, half);
                tile.compute(row + half, row, rows - half, rows);
            }
        });
    }
}

package org.ketwork.numerics.matrix;

import org.ketwork.numerics.parallel.Workers;

/** The lower triangle of a square matrix in tiles, each of which is a task of its own. The tiles depend on the size alone. */
final class LowerTiles {
    /** Rows of a tile at which a real product runs near full speed, and a thousand rows still make 21 tiles to share. */
    static final int SIDE = 192;

    private LowerTiles() {}

    @FunctionalInterface
    interface Tile {
        /** Computes the rectangle from (row, column) on. */
        void compute(int row, int column, int rows, int columns);
    }

    /**
     * Runs over all tiles of the given side. Large ones on the diagonal come as two rectangles, which leave out half of what stands above
     * the diagonal; the first rectangle of all has at least a third of the side as rows and columns, or all there are.
     */
    static void forEach(int n, int side, Workers workers, Tile tile) {
        int blocks = Math.ceilDiv(n, side);
        workers.forEach(blocks * (blocks + 1) / 2, number -> {
            int i = (int) ((Math.sqrt(8.0 * number + 1) - 1) / 2);
            int j = number - i * (i + 1) / 2;
            int row = i * side;
            int rows = Math.min(side, n - row);
            if (i > j) {
                tile.compute(row, j * side, rows, side);
            } else if (3 * rows < 2 * side) {
                tile.compute(row, row, rows, rows);
            } else {
                int half = rows / 2;
                tile.compute(row, row, half, half);
                tile.compute(row + half, row, rows - half, rows);
            }
        });
    }
}

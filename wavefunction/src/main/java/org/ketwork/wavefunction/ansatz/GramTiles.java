package org.ketwork.wavefunction.ansatz;

import org.ketwork.numerics.parallel.Workers;

/** A Hermitian (n, n) matrix made of tiles, of which only those on and below the diagonal are computed. */
final class GramTiles {
    private static final int SIDE = 128;

    private GramTiles() {}

    /** Computes one tile into its place of the matrix. */
    @FunctionalInterface
    interface Tile {
        void fill(int row, int rows, int column, int columns);
    }

    static void forEach(int n, Workers workers, Tile tile) {
        int tiles = Math.ceilDiv(n, SIDE);
        workers.forEach(tiles * (tiles + 1) / 2, number -> {
            int across = (int) ((Math.sqrt(8.0 * number + 1) - 1) / 2);
            int along = number - across * (across + 1) / 2;
            int row = across * SIDE;
            int column = along * SIDE;
            tile.fill(row, Math.min(SIDE, n - row), column, Math.min(SIDE, n - column));
        });
    }
}

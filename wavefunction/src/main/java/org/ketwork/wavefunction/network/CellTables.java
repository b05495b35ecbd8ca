package org.ketwork.wavefunction.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ketwork.neural.layer.IndexTable;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.quantum.lattice.Lattice;

/**
 * Tables of which cells of a lattice are near which, for convolutions and attention. Cells are numbered with the last direction running
 * fastest; the sites of cell c are c · basis, ..., c · basis + basis - 1, as in {@link Lattice}.
 *
 * @param lengths cells along each direction
 * @param periodic one for each direction
 * @param basis sites in a cell
 */
public record CellTables(int[] lengths, boolean[] periodic, int basis) {
    public static CellTables of(Lattice lattice) {
        return new CellTables(lattice.lengths(), lattice.periodic(), lattice.basis());
    }

    int cells() {
        return Arrays.stream(lengths).reduce(1, Math::multiplyExact);
    }

    /**
     * For every cell the cells within {@code reach} of it in each direction; a direction that is periodic and shorter than the window is
     * taken once around. What lies outside an open lattice is absent.
     */
    public IndexTable near(int reach) {
        int[][] offsets = new int[lengths.length][];
        for (int d = 0; d < lengths.length; d++) {
            boolean around = periodic[d] && lengths[d] < 2 * reach + 1;
            offsets[d] = around
                    ? IntStream.range(0, lengths[d]).toArray()
                    : IntStream.rangeClosed(-reach, reach).toArray();
        }
        return shifted(offsets);
    }

    /** For every cell all others by their relative position. */
    IndexTable relative() {
        int[][] offsets = new int[lengths.length][];
        for (int d = 0; d < lengths.length; d++) {
            offsets[d] = IntStream.range(periodic[d] ? 0 : 1 - lengths[d], lengths[d])
                    .toArray();
        }
        return shifted(offsets);
    }

    private IndexTable shifted(int[][] offsets) {
        int kernel = Arrays.stream(offsets).mapToInt(list -> list.length).reduce(1, Math::multiplyExact);
        int[][] entries = new int[cells()][kernel];
        for (int cell = 0; cell < cells(); cell++) {
            for (int k = 0; k < kernel; k++) {
                entries[cell][k] = neighbour(cell, k, offsets);
            }
        }
        return new IndexTable(cells(), entries);
    }

    private int neighbour(int cell, int k, int[][] offsets) {
        int result = 0;
        int stride = 1;
        int place = cell;
        int choice = k;
        for (int d = lengths.length - 1; d >= 0; d--) {
            int to = place % lengths[d] + offsets[d][choice % offsets[d].length];
            if (!periodic[d] && (to < 0 || to >= lengths[d])) {
                return -1;
            }
            result += Math.floorMod(to, lengths[d]) * stride;
            stride *= lengths[d];
            place /= lengths[d];
            choice /= offsets[d].length;
        }
        return result;
    }

    /** The sites of the cells that a table names. */
    IndexTable sites(IndexTable table) {
        int[][] entries = new int[table.outputs()][];
        for (int p = 0; p < entries.length; p++) {
            entries[p] = Arrays.stream(table.entries()[p])
                    .flatMap(cell -> IntStream.range(0, basis).map(b -> cell < 0 ? -1 : cell * basis + b))
                    .toArray();
        }
        return new IndexTable(cells() * basis, entries);
    }

    /** The lattice of patches of side × side × ... cells. */
    CellTables patches(int side) {
        if (side < 1 || Arrays.stream(lengths).anyMatch(length -> length % side != 0)) {
            throw new InvalidInputException("the side of a patch must divide every length of the lattice, "
                    + Arrays.toString(lengths) + ", got " + side);
        }
        int size = basis;
        for (int ignored : lengths) {
            size = Math.multiplyExact(size, side);
        }
        return new CellTables(
                Arrays.stream(lengths).map(length -> length / side).toArray(), periodic, size);
    }

    /** For each patch its sites, cell by cell. */
    IndexTable patchSites(int side) {
        CellTables patches = patches(side);
        int[][] entries = new int[patches.cells()][patches.basis];
        int[] filled = new int[entries.length];
        for (int cell = 0; cell < cells(); cell++) {
            int patch = 0;
            int stride = 1;
            int place = cell;
            for (int d = lengths.length - 1; d >= 0; d--) {
                patch += place % lengths[d] / side * stride;
                stride *= lengths[d] / side;
                place /= lengths[d];
            }
            for (int b = 0; b < basis; b++) {
                entries[patch][filled[patch]++] = cell * basis + b;
            }
        }
        return new IndexTable(cells() * basis, entries);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellTables that
                && basis == that.basis
                && Arrays.equals(lengths, that.lengths)
                && Arrays.equals(periodic, that.periodic);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * basis + Arrays.hashCode(lengths)) + Arrays.hashCode(periodic);
    }

    @Override
    public String toString() {
        return "CellTables" + Arrays.toString(lengths) + Arrays.toString(periodic) + basis;
    }
}

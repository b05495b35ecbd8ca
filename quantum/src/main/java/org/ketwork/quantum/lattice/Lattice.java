package org.ketwork.quantum.lattice;

import java.util.List;

/**
 * A piece of a regular lattice, periodic or open in each of its directions. Sites are numbered cell by cell, the last direction running
 * fastest, and within a cell in the order of its basis.
 *
 * <p>Bonds are those of the infinite lattice, wrapped around the periodic directions. Where a periodic direction is so short that
 * several of them join the same two sites, each is kept: a periodic direction of 2 cells has doubled bonds.
 */
public final class Lattice implements Graph {
    /**
     * @param lengths in cells, one for each of the kind's {@link LatticeKind#directions}
     * @param periodic one for each length
     * @throws org.ketwork.numerics.InvalidInputException if a length is below 1, or below 2 in a periodic direction
     */
    public static Lattice of(LatticeKind kind, int[] lengths, boolean[] periodic) {
        throw new UnsupportedOperationException(kind.label() + lengths.length + periodic.length);
    }

    /** The periodic lattice. */
    public static Lattice periodic(LatticeKind kind, int... lengths) {
        throw new UnsupportedOperationException(kind.label() + lengths.length);
    }

    /** The lattice with open ends in all directions. */
    public static Lattice open(LatticeKind kind, int... lengths) {
        throw new UnsupportedOperationException(kind.label() + lengths.length);
    }

    public LatticeKind kind() {
        throw new UnsupportedOperationException();
    }

    /** Cells along each direction of the lattice (a ladder has two: along and across). */
    public int[] lengths() {
        throw new UnsupportedOperationException();
    }

    /** Which directions are periodic, one for each of {@link #lengths}. */
    public boolean[] periodic() {
        throw new UnsupportedOperationException();
    }

    /** Sites in a cell. */
    public int basis() {
        throw new UnsupportedOperationException();
    }

    /** The coordinates of the cell of a site, one for each of {@link #lengths}. */
    public int[] cell(int site) {
        throw new UnsupportedOperationException("" + site);
    }

    /** The site of a basis position in a cell, whose coordinates must be in [0, length). */
    public int site(int basis, int... cell) {
        throw new UnsupportedOperationException("" + basis + cell.length);
    }

    /** Where a site is in space. */
    public double[] position(int site) {
        throw new UnsupportedOperationException("" + site);
    }

    /** Where a site is, in units of the lattice vectors. */
    public double[] coordinates(int site) {
        throw new UnsupportedOperationException("" + site);
    }

    /** The bonds to neighbours at the k-th shortest distance, k = 1 for the nearest. */
    public List<Edge> edges(int shell) {
        throw new UnsupportedOperationException("" + shell);
    }

    @Override
    public String name() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int sites() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Edge> edges() {
        return edges(1);
    }

    @Override
    public List<String> warnings() {
        throw new UnsupportedOperationException();
    }
}

package org.ketwork.quantum.lattice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ketwork.numerics.InvalidInputException;

/**
 * A piece of a regular lattice, periodic or open in each of its directions. Sites are numbered cell by cell, the last direction running
 * fastest, and within a cell in the order of its basis.
 *
 * <p>Bonds are those of the infinite lattice, wrapped around the periodic directions. Where a periodic direction is so short that
 * several of them join the same two sites, each is kept: on most lattices a periodic direction of 2 cells has doubled bonds, and {@link
 * #warnings} says so. Two lattices are equal if kind, lengths and boundaries are.
 */
public final class Lattice implements Graph {
    private static final int MOST_SITES = 1_000_000;

    private final LatticeKind kind;
    private final Geometry geometry;
    private final int[] lengths;
    private final boolean[] periodic;
    private final List<Edge> nearest;

    private Lattice(LatticeKind kind, int[] lengths, boolean[] periodic) {
        this.kind = kind;
        this.geometry = Geometry.of(kind);
        this.lengths = lengths;
        this.periodic = periodic;
        this.nearest = edges(1);
    }

    /**
     * @param lengths in cells, one for each of the kind's {@link LatticeKind#directions}
     * @param periodic one for each length
     * @throws InvalidInputException if a length is below 1, or below 2 in a periodic direction, or there are more than a million sites
     */
    public static Lattice of(LatticeKind kind, int[] lengths, boolean[] periodic) {
        if (lengths.length != kind.directions() || periodic.length != kind.directions()) {
            throw new InvalidInputException("a lattice such as " + kind.example() + " has " + kind.directions()
                    + (kind.directions() == 1 ? " length" : " lengths") + ", got " + lengths.length
                    + " lengths and " + periodic.length + " boundaries");
        }
        double sites = Geometry.of(kind).basis().length * (kind == LatticeKind.LADDER ? 2 : 1);
        for (int a = 0; a < lengths.length; a++) {
            if (lengths[a] < 1) {
                throw new InvalidInputException("a lattice has at least 1 cell in each direction, got " + lengths[a]
                        + " in direction " + (a + 1) + " of " + nameOf(kind, lengths, periodic));
            }
            if (periodic[a] && lengths[a] < 2) {
                throw new InvalidInputException("a periodic direction has at least 2 cells, got 1 in direction "
                        + (a + 1) + " of " + nameOf(kind, lengths, periodic) + "; make it open");
            }
            sites *= lengths[a];
        }
        if (sites > MOST_SITES) {
            throw new InvalidInputException("a lattice has at most %d sites, got %.0f in %s"
                    .formatted(MOST_SITES, sites, nameOf(kind, lengths, periodic)));
        }
        return kind == LatticeKind.LADDER
                ? new Lattice(kind, new int[] {lengths[0], 2}, new boolean[] {periodic[0], false})
                : new Lattice(kind, lengths.clone(), periodic.clone());
    }

    /** The periodic lattice. */
    public static Lattice periodic(LatticeKind kind, int... lengths) {
        boolean[] periodic = new boolean[lengths.length];
        Arrays.fill(periodic, true);
        return of(kind, lengths, periodic);
    }

    /** The lattice with open ends in all directions. */
    public static Lattice open(LatticeKind kind, int... lengths) {
        return of(kind, lengths, new boolean[lengths.length]);
    }

    public LatticeKind kind() {
        return kind;
    }

    /** Cells along each direction of the lattice (a ladder has two: along and across). */
    public int[] lengths() {
        return lengths.clone();
    }

    /** Which directions are periodic, one for each of {@link #lengths}. */
    public boolean[] periodic() {
        return periodic.clone();
    }

    /** Sites in a cell. */
    public int basis() {
        return geometry.basis().length;
    }

    /** The coordinates of the cell of a site, one for each of {@link #lengths}. */
    public int[] cell(int site) {
        int[] cell = new int[lengths.length];
        int rest = site / basis();
        for (int a = lengths.length - 1; a >= 0; a--) {
            cell[a] = rest % lengths[a];
            rest /= lengths[a];
        }
        return cell;
    }

    /** The site of a basis position in a cell, whose coordinates must be in [0, length). */
    public int site(int basis, int... cell) {
        int number = 0;
        for (int a = 0; a < lengths.length; a++) {
            if (cell[a] < 0 || cell[a] >= lengths[a]) {
                throw new IllegalArgumentException("there is no cell " + Arrays.toString(cell) + " in " + name());
            }
            number = number * lengths[a] + cell[a];
        }
        return number * basis() + basis;
    }

    /** Where a site is in space; bonds have length 1. */
    public double[] position(int site) {
        return geometry.inSpace(coordinates(site));
    }

    /** Where a site is, in units of the lattice vectors. */
    public double[] coordinates(int site) {
        int[] cell = cell(site);
        double[] coordinates = geometry.basis()[site % basis()].clone();
        for (int a = 0; a < cell.length; a++) {
            coordinates[a] += cell[a];
        }
        return coordinates;
    }

    /**
     * The bonds to neighbours at the k-th shortest distance, k = 1 for the nearest.
     *
     * @throws InvalidInputException if the lattice is so small that these neighbours are the sites themselves
     */
    public List<Edge> edges(int shell) {
        List<Geometry.Displacement> displacements = geometry.shell(shell);
        List<Edge> edges = new ArrayList<>();
        for (int site = 0; site < sites(); site++) {
            int[] cell = cell(site);
            for (Geometry.Displacement displacement : displacements) {
                if (displacement.from() == site % basis()) {
                    int other = wrapped(displacement.to(), cell, displacement.cells());
                    if (other == site) {
                        throw new InvalidInputException("the neighbours number " + shell + " of the sites of " + name()
                                + " are the sites themselves; take a larger lattice");
                    }
                    if (other >= 0) {
                        edges.add(new Edge(site, other));
                    }
                }
            }
        }
        return List.copyOf(edges);
    }

    /** The site that many cells away, or −1 beyond an open end. */
    private int wrapped(int basis, int[] cell, int[] away) {
        int[] target = new int[cell.length];
        for (int a = 0; a < cell.length; a++) {
            target[a] = cell[a] + away[a];
            if (periodic[a]) {
                target[a] = Math.floorMod(target[a], lengths[a]);
            } else if (target[a] < 0 || target[a] >= lengths[a]) {
                return -1;
            }
        }
        return site(basis, target);
    }

    /** The site at lattice coordinates, wrapped around periodic directions, or −1 if there is none. */
    int siteAt(double[] coordinates) {
        double[][] basis = geometry.basis();
        int[] origin = new int[lengths.length];
        for (int b = 0; b < basis.length; b++) {
            int[] cell = new int[lengths.length];
            boolean whole = true;
            for (int a = 0; a < cell.length; a++) {
                double difference = coordinates[a] - basis[b][a];
                cell[a] = (int) Math.rint(difference);
                whole &= Math.abs(difference - cell[a]) < 1e-6;
            }
            if (whole) {
                return wrapped(b, origin, cell);
            }
        }
        return -1;
    }

    Geometry geometry() {
        return geometry;
    }

    /** Numbers of the periodic directions. */
    int[] periodicDirections() {
        return IntStream.range(0, periodic.length).filter(a -> periodic[a]).toArray();
    }

    @Override
    public String name() {
        return kind == LatticeKind.LADDER
                ? nameOf(kind, new int[] {lengths[0]}, new boolean[] {periodic[0]})
                : nameOf(kind, lengths, periodic);
    }

    private static String nameOf(LatticeKind kind, int[] lengths, boolean[] periodic) {
        String size = Arrays.stream(lengths).mapToObj(Integer::toString).collect(Collectors.joining("x"));
        long open =
                IntStream.range(0, periodic.length).filter(a -> !periodic[a]).count();
        String boundary = "";
        if (open == periodic.length) {
            boundary = ":open";
        } else if (open > 0) {
            boundary = IntStream.range(0, periodic.length)
                    .mapToObj(a -> periodic[a] ? "periodic" : "open")
                    .collect(Collectors.joining(",", ":", ""));
        }
        return kind.label() + ":" + size + boundary;
    }

    @Override
    public int sites() {
        return Arrays.stream(lengths).reduce(basis(), (a, b) -> a * b);
    }

    @Override
    public List<Edge> edges() {
        return nearest;
    }

    @Override
    public List<String> warnings() {
        Set<Set<Integer>> joined = new HashSet<>();
        long doubled = nearest.stream()
                .filter(edge -> !joined.add(Set.of(edge.from(), edge.to())))
                .count();
        return doubled == 0
                ? List.of()
                : List.of("in " + name() + " a periodic direction is so short that " + doubled
                        + " bonds join sites that are joined already; all bonds are kept");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lattice that
                && kind == that.kind
                && Arrays.equals(lengths, that.lengths)
                && Arrays.equals(periodic, that.periodic);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lengths)
                + Arrays.hashCode(periodic)
                + kind.label().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}

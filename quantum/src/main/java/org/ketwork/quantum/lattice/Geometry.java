package org.ketwork.quantum.lattice;

import java.util.ArrayList;
import java.util.List;

/**
 * An infinite lattice whose bonds have length 1.
 *
 * @param vectors the lattice vectors, a row each
 * @param basis the sites of a cell, in units of the lattice vectors
 */
record Geometry(double[][] vectors, double[][] basis) {
    private static final double SAME = 1e-9;

    /** From a basis position to one so many cells away. */
    record Displacement(int from, int to, int[] cells) {}

    static Geometry of(LatticeKind kind) {
        double half = Math.sqrt(3) / 2;
        double[][] triangular = {{1, 0}, {0.5, half}};
        return switch (kind) {
            case CHAIN -> new Geometry(new double[][] {{1}}, new double[1][1]);
            case LADDER, SQUARE -> new Geometry(new double[][] {{1, 0}, {0, 1}}, new double[1][2]);
            case CUBIC -> new Geometry(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, new double[1][3]);
            case TRIANGULAR -> new Geometry(triangular, new double[1][2]);
            case HONEYCOMB ->
                new Geometry(new double[][] {{2 * half, 0}, {half, 1.5}}, new double[][] {{0, 0}, {1.0 / 3, 1.0 / 3}});
            case KAGOME ->
                new Geometry(new double[][] {{2, 0}, {1, 2 * half}}, new double[][] {{0, 0}, {0.5, 0}, {0, 0.5}});
        };
    }

    int dimension() {
        return vectors.length;
    }

    double[] inSpace(double[] coordinates) {
        double[] place = new double[dimension()];
        for (int a = 0; a < place.length; a++) {
            for (int x = 0; x < place.length; x++) {
                place[x] += coordinates[a] * vectors[a][x];
            }
        }
        return place;
    }

    /** All displacements of the k-th shortest length, of each pair of opposite ones only one. */
    List<Displacement> shell(int k) {
        if (k < 1 || k > 100) {
            throw new IllegalArgumentException("shells of neighbours are numbered from 1 to 100, got " + k);
        }
        // Lattice lines lie at least √3/2 apart, so a window of r cells holds everything up to the length 0.8 (r − 1).
        for (int reach = 2; ; reach *= 2) {
            double longest = 0.8 * (reach - 1);
            List<Displacement> within = within(reach);
            double[] lengths = within.stream()
                    .mapToDouble(this::length)
                    .filter(length -> length <= longest)
                    .sorted()
                    .toArray();
            int shell = 0;
            double last = 0;
            for (double length : lengths) {
                if (length > last + SAME) {
                    shell++;
                    last = length;
                }
                if (shell == k) {
                    return within.stream()
                            .filter(d -> Math.abs(length(d) - length) < SAME)
                            .toList();
                }
            }
        }
    }

    private List<Displacement> within(int reach) {
        int side = 2 * reach + 1;
        int windows = 1;
        for (int a = 0; a < dimension(); a++) {
            windows *= side;
        }
        List<Displacement> found = new ArrayList<>();
        // Counting down makes the bond along the first direction the first bond of a site.
        for (int number = windows - 1; number >= windows / 2; number--) {
            int[] cells = new int[dimension()];
            int rest = number;
            for (int a = dimension() - 1; a >= 0; a--) {
                cells[a] = rest % side - reach;
                rest /= side;
            }
            boolean here = number == windows / 2;
            for (int from = 0; from < basis.length; from++) {
                for (int to = here ? from + 1 : 0; to < basis.length; to++) {
                    found.add(new Displacement(from, to, cells));
                }
            }
        }
        return found;
    }

    private double length(Displacement displacement) {
        double[] difference = new double[dimension()];
        for (int a = 0; a < difference.length; a++) {
            difference[a] = displacement.cells[a] + basis[displacement.to][a] - basis[displacement.from][a];
        }
        double square = 0;
        for (double x : inSpace(difference)) {
            square += x * x;
        }
        return Math.sqrt(square);
    }
}

package org.ketwork.quantum.lattice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the rotations and reflections of a lattice by trying all isometries of its cell about all centres of high symmetry. */
final class PointSymmetries {
    private static final double SAME = 1e-9;
    /** Centres of symmetry of all known kinds lie on this fraction of a cell. */
    private static final int FRACTION = 6;

    private PointSymmetries() {}

    /** The permutations of sites, the identity first, perhaps with repetitions. */
    static List<int[]> of(Lattice lattice) {
        List<int[][]> isometries = isometries(lattice);
        List<int[]> best = List.of();
        for (double[] centre : centres(lattice)) {
            List<int[]> found = new ArrayList<>();
            found.add(SymmetryGroup.identity(lattice.sites()));
            for (int[][] isometry : isometries) {
                permutation(lattice, isometry, centre).ifPresent(found::add);
            }
            if (found.size() > best.size()) {
                best = found;
            }
            // The identity was counted twice: put first, and found among the isometries.
            if (best.size() == isometries.size() + 1) {
                break;
            }
        }
        return best;
    }

    /** Integer matrices on lattice coordinates that keep all lengths and the periods. */
    private static List<int[][]> isometries(Lattice lattice) {
        double[][] gram = gram(lattice.geometry().vectors());
        int d = gram.length;
        List<int[][]> found = new ArrayList<>();
        int candidates = (int) Math.round(Math.pow(3, d * d));
        for (int number = 0; number < candidates; number++) {
            int[][] matrix = new int[d][d];
            int rest = number;
            for (int i = 0; i < d * d; i++) {
                matrix[i / d][i % d] = 1 - rest % 3;
                rest /= 3;
            }
            if (keepsLengths(matrix, gram) && keepsPeriods(matrix, lattice)) {
                found.add(matrix);
            }
        }
        return found;
    }

    private static double[][] gram(double[][] vectors) {
        int d = vectors.length;
        double[][] gram = new double[d][d];
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                for (int x = 0; x < d; x++) {
                    gram[a][b] += vectors[a][x] * vectors[b][x];
                }
            }
        }
        return gram;
    }

    private static boolean keepsLengths(int[][] matrix, double[][] gram) {
        int d = gram.length;
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                double product = 0;
                for (int i = 0; i < d; i++) {
                    for (int j = 0; j < d; j++) {
                        product += matrix[i][a] * gram[i][j] * matrix[j][b];
                    }
                }
                if (Math.abs(product - gram[a][b]) > SAME) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean keepsPeriods(int[][] matrix, Lattice lattice) {
        int[] lengths = lattice.lengths();
        boolean[] periodic = lattice.periodic();
        for (int a : lattice.periodicDirections()) {
            for (int b = 0; b < lengths.length; b++) {
                int image = matrix[b][a] * lengths[a];
                if (periodic[b] ? image % lengths[b] != 0 : image != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** In lattice coordinates: the middle of open directions, and points all over the cell in periodic ones. */
    private static List<double[]> centres(Lattice lattice) {
        int d = lattice.lengths().length;
        double[] middle = new double[d];
        for (int site = 0; site < lattice.sites(); site++) {
            double[] coordinates = lattice.coordinates(site);
            for (int a = 0; a < d; a++) {
                middle[a] += coordinates[a] / lattice.sites();
            }
        }
        List<double[]> centres = new ArrayList<>();
        int[] directions = lattice.periodicDirections();
        int points = (int) Math.round(Math.pow(FRACTION, directions.length));
        for (int number = 0; number < points; number++) {
            double[] centre = middle.clone();
            int rest = number;
            for (int a : directions) {
                centre[a] = (double) (rest % FRACTION) / FRACTION;
                rest /= FRACTION;
            }
            centres.add(centre);
        }
        return centres;
    }

    private static Optional<int[]> permutation(Lattice lattice, int[][] matrix, double[] centre) {
        int d = centre.length;
        int[] images = new int[lattice.sites()];
        boolean[] hit = new boolean[images.length];
        for (int site = 0; site < images.length; site++) {
            double[] from = lattice.coordinates(site);
            double[] to = centre.clone();
            for (int a = 0; a < d; a++) {
                for (int b = 0; b < d; b++) {
                    to[a] += matrix[a][b] * (from[b] - centre[b]);
                }
            }
            int image = lattice.siteAt(to);
            if (image < 0 || hit[image]) {
                return Optional.empty();
            }
            hit[image] = true;
            images[site] = image;
        }
        return Optional.of(images);
    }
}

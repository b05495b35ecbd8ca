package org.ketwork.wavefunction.estimate;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import org.ketwork.quantum.lattice.Edge;
import org.ketwork.quantum.lattice.Lattice;

/**
 * Pairs of different sites, sorted into classes whose pairs are averaged, such as those at one distance.
 *
 * @param sites of the system
 * @param first of each class, the lower sites of its pairs
 * @param second of each class, the higher sites of its pairs
 */
public record PairClasses(int sites, int[][] first, int[][] second) {
    /** Each pair i &lt; j is a class of its own, in the order (0, 1), (0, 2), ..., (1, 2), ... */
    public static PairClasses each(int sites) {
        return by(sites, sites * (sites - 1) / 2, (i, j) -> i * (2 * sites - i - 1) / 2 + j - i - 1);
    }

    /** Sites on a ring by their distance along it: class d − 1 holds the pairs at distance d = 1, ..., N/2. */
    public static PairClasses ofRing(int sites) {
        return by(sites, sites / 2, (i, j) -> Math.min(j - i, sites - j + i) - 1);
    }

    /** The shells of neighbours of a lattice: class k − 1 holds the pairs at the k-th shortest distance. */
    public static PairClasses byShell(Lattice lattice, int shells) {
        int sites = lattice.sites();
        int[] shellOf = new int[sites * sites];
        for (int shell = shells; shell >= 1; shell--) {
            for (Edge edge : lattice.edges(shell)) {
                shellOf[Math.min(edge.from(), edge.to()) * sites + Math.max(edge.from(), edge.to())] = shell;
            }
        }
        return by(sites, shells, (i, j) -> shellOf[i * sites + j] - 1);
    }

    /**
     * Classes by number.
     *
     * @param label the class, from 0 to {@code classes} − 1, of the pair of sites i &lt; j; a negative one leaves the pair out
     */
    public static PairClasses by(int sites, int classes, IntBinaryOperator label) {
        int[] sizes = new int[classes];
        int[][] first = new int[classes][sites];
        int[][] second = new int[classes][sites];
        for (int i = 0; i < sites; i++) {
            for (int j = i + 1; j < sites; j++) {
                int of = label.applyAsInt(i, j);
                if (of >= 0) {
                    if (sizes[of] == first[of].length) {
                        first[of] = Arrays.copyOf(first[of], 2 * sizes[of]);
                        second[of] = Arrays.copyOf(second[of], 2 * sizes[of]);
                    }
                    first[of][sizes[of]] = i;
                    second[of][sizes[of]++] = j;
                }
            }
        }
        for (int c = 0; c < classes; c++) {
            if (sizes[c] == 0) {
                throw new IllegalArgumentException("class " + c + " of pairs is empty");
            }
            first[c] = Arrays.copyOf(first[c], sizes[c]);
            second[c] = Arrays.copyOf(second[c], sizes[c]);
        }
        return new PairClasses(sites, first, second);
    }

    public int count() {
        return first.length;
    }
}

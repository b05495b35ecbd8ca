package org.ketwork.quantum.lattice;

/**
 * A bond between two different sites. It is written from one site to the other because an operator may tell them apart; a direction of
 * a lattice is kept around its boundary.
 *
 * @param weight what the coupling of this bond is multiplied by
 */
public record Edge(int from, int to, double weight) {
    public Edge {
        if (from < 0 || to < 0 || from == to) {
            throw new IllegalArgumentException("a bond joins two different sites, got " + from + " and " + to);
        }
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("the weight of a bond is a finite number, got " + weight);
        }
    }

    /** A bond of weight 1. */
    public Edge(int from, int to) {
        this(from, to, 1);
    }
}

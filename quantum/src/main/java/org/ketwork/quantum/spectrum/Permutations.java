package org.ketwork.quantum.spectrum;

import org.ketwork.quantum.lattice.SymmetryGroup;

/** The elements of a symmetry group acting on codes, a few sites at a time by table. */
final class Permutations {
    private final int bits;
    private final int chunkBits;
    private final int chunks;
    /** The image of each value of each chunk of bits under each element, (elements, chunks, values). */
    private final long[] images;

    Permutations(Codes codes, SymmetryGroup group) {
        int sites = codes.space().sites();
        this.bits = codes.bits();
        int chunkSites = Math.max(1, 8 / bits);
        this.chunkBits = bits * chunkSites;
        this.chunks = Math.ceilDiv(sites, chunkSites);
        int values = 1 << chunkBits;
        this.images = new long[group.order() * chunks * values];
        for (int g = 0; g < group.order(); g++) {
            for (int chunk = 0; chunk < chunks; chunk++) {
                for (int value = 0; value < values; value++) {
                    images[(g * chunks + chunk) << chunkBits | value] =
                            image(group, g, sites, chunk * chunkSites, value);
                }
            }
        }
    }

    /** Where the levels of some sites, the first of them {@code place} sites from the last site, are carried. */
    private long image(SymmetryGroup group, int g, int sites, int place, int value) {
        long image = 0;
        int rest = value;
        for (int i = place; rest != 0 && i < sites; i++) {
            long level = rest & ((1 << bits) - 1);
            image |= level << (bits * (sites - 1 - group.image(g, sites - 1 - i)));
            rest >>>= bits;
        }
        return image;
    }

    /** The code of gσ. */
    long apply(int g, long code) {
        int mask = (1 << chunkBits) - 1;
        long image = 0;
        long rest = code;
        int table = g * chunks;
        for (int chunk = 0; chunk < chunks; chunk++) {
            image |= images[(table + chunk) << chunkBits | (int) rest & mask];
            rest >>>= chunkBits;
        }
        return image;
    }
}

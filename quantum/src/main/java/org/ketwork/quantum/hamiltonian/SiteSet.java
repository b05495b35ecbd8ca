package org.ketwork.quantum.hamiltonian;

import java.util.Arrays;

/**
 * Some sites, ascending.
 *
 * @param sites the array itself, to be read only
 */
record SiteSet(int[] sites) {
    static final SiteSet EMPTY = new SiteSet(new int[0]);

    int size() {
        return sites.length;
    }

    /** With the site if it was not there, without it if it was: what a factor σᶻ does to a product of different σᶻ. */
    SiteSet toggled(int site) {
        int at = Arrays.binarySearch(sites, site);
        int place = at >= 0 ? at : -at - 1;
        int[] result = new int[at >= 0 ? sites.length - 1 : sites.length + 1];
        System.arraycopy(sites, 0, result, 0, place);
        if (at >= 0) {
            System.arraycopy(sites, place + 1, result, place, sites.length - place - 1);
        } else {
            result[place] = site;
            System.arraycopy(sites, place, result, place + 1, sites.length - place);
        }
        return new SiteSet(result);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SiteSet that && Arrays.equals(sites, that.sites);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sites);
    }

    @Override
    public String toString() {
        return Arrays.toString(sites);
    }
}

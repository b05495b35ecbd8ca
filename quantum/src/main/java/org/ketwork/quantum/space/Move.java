package org.ketwork.quantum.space;

import java.util.Arrays;

/**
 * A change of a configuration at a few sites: each goes up by a shift of its level. On spins every shift is 1 and means a flip; on
 * bosons +1 adds a particle and −1 takes one away, where there is room.
 *
 * @param sites different, ascending
 * @param shifts one for each site
 */
public record Move(int[] sites, int[] shifts) {
    public Move {
        if (sites.length != shifts.length) {
            throw new IllegalArgumentException(sites.length + " sites need as many shifts, got " + shifts.length);
        }
        for (int i = 1; i < sites.length; i++) {
            if (sites[i] <= sites[i - 1]) {
                throw new IllegalArgumentException("the sites of a move must ascend, got " + Arrays.toString(sites));
            }
        }
    }

    /** The flip of the given spins, in any order. */
    public static Move flip(int... sites) {
        int[] sorted = sites.clone();
        Arrays.sort(sorted);
        int[] shifts = new int[sites.length];
        Arrays.fill(shifts, 1);
        return new Move(sorted, shifts);
    }

    /** One particle hops. */
    public static Move hop(int from, int to) {
        return from < to
                ? new Move(new int[] {from, to}, new int[] {-1, 1})
                : new Move(new int[] {to, from}, new int[] {1, -1});
    }

    /** Whether the configuration at the offset has room for it. Conserved quantities are not looked at. */
    public boolean fits(StateSpace space, byte[] levels, int offset) {
        if (space instanceof Spins) {
            return true;
        }
        for (int i = 0; i < sites.length; i++) {
            int level = levels[offset + sites[i]] + shifts[i];
            if (level < 0 || level >= space.levels()) {
                return false;
            }
        }
        return true;
    }

    /** Changes the configuration at the offset, into which it must fit. */
    public void apply(StateSpace space, byte[] levels, int offset) {
        for (int i = 0; i < sites.length; i++) {
            int at = offset + sites[i];
            levels[at] = (byte) Math.floorMod(levels[at] + shifts[i], space.levels());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Move that && Arrays.equals(sites, that.sites) && Arrays.equals(shifts, that.shifts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sites) + Arrays.hashCode(shifts);
    }

    @Override
    public String toString() {
        return "Move" + Arrays.toString(sites) + Arrays.toString(shifts);
    }
}

package org.ketwork.quantum.space;

import java.util.Arrays;
import org.ketwork.numerics.InvalidInputException;

/**
 * A batch of configurations of one space.
 *
 * @param levels row-major (rows, sites): the array itself, not a copy; it may be longer
 */
public record Configurations(StateSpace space, int rows, byte[] levels) {
    /** More than this is not held at once. */
    private static final double MOST = 1 << 26;

    public Configurations {
        if (rows < 0 || levels.length < (long) rows * space.sites()) {
            throw new IllegalArgumentException(
                    rows + " configurations of " + space.sites() + " sites do not fit " + levels.length + " bytes");
        }
    }

    /** Room for so many configurations, all sites on level 0. */
    public static Configurations room(StateSpace space, int rows) {
        return new Configurations(space, rows, new byte[Math.multiplyExact(rows, space.sites())]);
    }

    /** All configurations of a space in lexicographic order. */
    static Configurations allOf(StateSpace space) {
        if (!(space.size() * space.sites() <= MOST * 16)) {
            throw new InvalidInputException("there are %.3g configurations, more than can be listed (2^26 = %.0f)"
                    .formatted(space.size(), MOST));
        }
        Configurations all = room(space, (int) space.size());
        fill(all, new byte[space.sites()], 0, 0);
        return all;
    }

    private static int fill(Configurations all, byte[] prefix, int site, int row) {
        StateSpace space = all.space;
        if (site == space.sites()) {
            if (space.contains(prefix, 0)) {
                System.arraycopy(prefix, 0, all.levels, row * site, site);
                return row + 1;
            }
            return row;
        }
        int next = row;
        for (int level = 0; level < space.levels(); level++) {
            prefix[site] = (byte) level;
            next = fill(all, prefix, site + 1, next);
        }
        return next;
    }

    public int sites() {
        return space.sites();
    }

    public byte level(int row, int site) {
        return levels[row * space.sites() + site];
    }

    /** The value of a site as operators and networks see it; see {@link StateSpace#value}. */
    public double value(int row, int site) {
        return space.value(level(row, site));
    }

    /** Writes the values of rows first, ..., first + count - 1, row-major, to target[0 ...]. */
    public void values(int first, int count, double[] target) {
        int begin = first * space.sites();
        for (int i = 0; i < count * space.sites(); i++) {
            target[i] = space.value(levels[begin + i]);
        }
    }

    /** A copy of rows first, ..., first + count - 1. */
    public Configurations slice(int first, int count) {
        int n = space.sites();
        return new Configurations(space, count, Arrays.copyOfRange(levels, first * n, (first + count) * n));
    }

    public Configurations copy() {
        return slice(0, rows);
    }

    /** A copy of one configuration. */
    public byte[] row(int row) {
        int n = space.sites();
        return Arrays.copyOfRange(levels, row * n, (row + 1) * n);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Configurations that
                && space.equals(that.space)
                && rows == that.rows
                && Arrays.equals(levels, 0, rows * sites(), that.levels, 0, rows * sites());
    }

    @Override
    public int hashCode() {
        return 31 * space.hashCode() + rows;
    }

    @Override
    public String toString() {
        return "Configurations[" + rows + " of " + space + "]";
    }
}

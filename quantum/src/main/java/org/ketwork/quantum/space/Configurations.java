package org.ketwork.quantum.space;

import java.util.Arrays;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomStream;

/**
 * A batch of configurations of one space.
 *
 * @param levels row-major (rows, sites): the array itself, not a copy; it may be longer
 */
public record Configurations(StateSpace space, int rows, byte[] levels) {
    /** More than this is not held at once. */
    private static final double MOST_BYTES = 1 << 30;

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

    /** So many configurations, drawn uniformly one after the other. */
    public static Configurations random(StateSpace space, int rows, RandomStream random) {
        Configurations drawn = room(space, rows);
        for (int row = 0; row < rows; row++) {
            space.random(drawn.levels, row * space.sites(), random);
        }
        return drawn;
    }

    /** All configurations of a space in lexicographic order. */
    static Configurations allOf(StateSpace space) {
        if (!(space.size() * space.sites() <= MOST_BYTES)) {
            throw new InvalidInputException(
                    "a list of all %.4g configurations of %d sites needs %.4g GiB; the most that is listed is 1 GiB"
                            .formatted(space.size(), space.sites(), space.size() * space.sites() / MOST_BYTES));
        }
        Configurations all = room(space, (int) space.size());
        int n = space.sites();
        int top = space.levels() - 1;
        boolean free = space.levelSum().isEmpty();
        spread(all.levels, 0, n, space.levelSum().orElse(0), top);
        for (int row = 1; row < all.rows; row++) {
            System.arraycopy(all.levels, (row - 1) * n, all.levels, row * n, n);
            advance(all.levels, row * n, n, top, free);
        }
        return all;
    }

    /** Turns the configuration at the offset, which must not be the last one, into the next. */
    private static void advance(byte[] levels, int offset, int n, int top, boolean free) {
        int behind = 0;
        int site = n - 1;
        // The last site that can rise; under a fixed sum those behind it must be able to give one level back.
        while (levels[offset + site] == top || !(free || behind > 0)) {
            behind += levels[offset + site];
            site--;
        }
        levels[offset + site]++;
        spread(levels, offset + site + 1, n - site - 1, free ? 0 : behind - 1, top);
    }

    /** Writes the first of all arrangements of so many levels in total on a few sites: the last sites take what they can. */
    private static void spread(byte[] levels, int offset, int sites, int total, int top) {
        int left = total;
        for (int i = offset + sites - 1; i >= offset; i--) {
            levels[i] = (byte) Math.min(left, top);
            left -= levels[i];
        }
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

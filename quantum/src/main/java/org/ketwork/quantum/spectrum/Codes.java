package org.ketwork.quantum.spectrum;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalInt;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Move;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;

/**
 * The configurations of a space as numbers: a few bits for each site, site 0 the most significant, so that ascending codes are the
 * lexicographic order. The rank of a code in that order is the sum of two table entries, of its upper and its lower half (Lin, Phys.
 * Rev. B 42, 6561, 1990): with a conserved total, the upper half tells which total is left for the lower one.
 */
final class Codes {
    /** Bits of a half; its table has 2^24 entries at most. */
    private static final int MOST_BITS = 24;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** The bits of each number below 256 as bytes, the highest bit the highest byte. */
    private static final long[] SPREAD = spread();

    private final StateSpace space;
    private final int sites;
    private final int bits;
    private final int size;
    private final int cut;
    /** How many configurations come before the first one with this upper half. */
    private final int[] upper;
    /** The rank of a lower half among those of the same total. */
    private final int[] lower;
    /** The upper halves that occur, ascending, and the rank of the first configuration of each. */
    private final int[] upperCodes;

    private final int[] upperStarts;
    /** The lower halves of each total, ascending; of all totals together, at 0, if the total is free. */
    private final int[][] lowerCodes;

    private final OptionalInt total;

    Codes(StateSpace space) {
        this.space = space;
        this.sites = space.sites();
        this.bits = 32 - Integer.numberOfLeadingZeros(space.levels() - 1);
        int lowerSites = sites / 2;
        this.cut = bits * lowerSites;
        if (!(space.size() < Integer.MAX_VALUE - 8)) {
            throw new InvalidInputException("exact states hold at most 2^31 amplitudes, 16 GiB a state; this space has "
                    + (Double.isFinite(space.size())
                            ? "%.3g, %.3g GiB a state".formatted(space.size(), space.size() * Double.BYTES / (1L << 30))
                            : "more than 10^308"));
        }
        if (bits * sites - cut > MOST_BITS) {
            throw new InvalidInputException("exact states hold at most %d sites of %d levels, got %d"
                    .formatted(2 * MOST_BITS / bits, space.levels(), sites));
        }
        this.size = (int) space.size();
        this.total = switch (space) {
            case Spins spins ->
                spins.magnetisation().isPresent()
                        ? OptionalInt.of((sites - spins.magnetisation().getAsInt()) / 2)
                        : OptionalInt.empty();
            case Bosons bosons -> bosons.particles();
        };
        this.lower = new int[1 << cut];
        this.lowerCodes = lowerHalves(lowerSites);
        this.upper = new int[1 << (bits * (sites - lowerSites))];
        int[] codes = new int[upper.length];
        int[] starts = new int[upper.length];
        int count = 0;
        int start = 0;
        for (int code = 0; code < upper.length; code++) {
            int sum = sum(code, sites - lowerSites);
            int group = group(sum);
            if (sum >= 0 && group >= 0 && group < lowerCodes.length && lowerCodes[group].length > 0) {
                upper[code] = start;
                codes[count] = code;
                starts[count] = start;
                count++;
                start += lowerCodes[group].length;
            }
        }
        this.upperCodes = Arrays.copyOf(codes, count);
        this.upperStarts = Arrays.copyOf(starts, count);
    }

    private static long[] spread() {
        long[] words = new long[256];
        for (int value = 0; value < words.length; value++) {
            for (int bit = 0; bit < 8; bit++) {
                words[value] |= (long) (value >>> bit & 1) << (8 * bit);
            }
        }
        return words;
    }

    /** Fills the table of the lower halves and lists them by their totals. */
    private int[][] lowerHalves(int lowerSites) {
        int groups = total.isPresent() ? lowerSites * (space.levels() - 1) + 1 : 1;
        int[] counts = new int[groups];
        for (int code = 0; code < lower.length; code++) {
            int sum = sum(code, lowerSites);
            if (sum >= 0) {
                lower[code] = counts[total.isPresent() ? sum : 0]++;
            }
        }
        int[][] lists = new int[groups][];
        for (int g = 0; g < groups; g++) {
            lists[g] = new int[counts[g]];
        }
        for (int code = 0; code < lower.length; code++) {
            int sum = sum(code, lowerSites);
            if (sum >= 0) {
                lists[total.isPresent() ? sum : 0][lower[code]] = code;
            }
        }
        return lists;
    }

    /** The list of lower halves that goes with an upper half of this total. */
    private int group(int upperSum) {
        return total.isPresent() ? total.getAsInt() - upperSum : 0;
    }

    /** The sum of the levels of some sites; −1 if one of them does not exist. */
    private int sum(int code, int count) {
        if (bits == 1) {
            return Integer.bitCount(code);
        }
        int sum = 0;
        for (int i = 0; i < count; i++) {
            int level = code >>> (bits * i) & ((1 << bits) - 1);
            if (level >= space.levels()) {
                return -1;
            }
            sum += level;
        }
        return sum;
    }

    StateSpace space() {
        return space;
    }

    int size() {
        return size;
    }

    /** Whether every number below the size is a code, and its own rank. */
    boolean areRanks() {
        return total.isEmpty() && space.levels() == 1 << bits;
    }

    /** Bits of a site. */
    int bits() {
        return bits;
    }

    /** Bytes that the tables take. */
    long bytes() {
        return 4L * (lower.length * 2L + upper.length + upperCodes.length * 2L);
    }

    /** Where a configuration of the space stands in the order. */
    int rank(long code) {
        return upper[(int) (code >>> cut)] + lower[(int) code & (lower.length - 1)];
    }

    /** Writes the codes of ranks first, ..., first + count − 1. */
    void list(int first, int count, long[] target) {
        int at = Arrays.binarySearch(upperStarts, first);
        int u = at >= 0 ? at : -at - 2;
        int skip = first - upperStarts[u];
        int done = 0;
        while (done < count) {
            int code = upperCodes[u];
            int[] list = lowerCodes[group(sum(code, sites - sites / 2))];
            long high = (long) code << cut;
            int take = Math.min(count - done, list.length - skip);
            for (int i = 0; i < take; i++) {
                target[done + i] = high | list[skip + i];
            }
            done += take;
            skip = 0;
            u++;
        }
    }

    /** The bits of a code that a move on spins flips. */
    long flips(Move move) {
        long mask = 0;
        if (space instanceof Spins) {
            for (int site : move.sites()) {
                mask |= 1L << (sites - 1 - site);
            }
        }
        return mask;
    }

    /** What a move on bosons adds to a code; a move is {@code (code ^ flips) + shift}. */
    long shift(Move move) {
        long sum = 0;
        if (!(space instanceof Spins)) {
            for (int i = 0; i < move.sites().length; i++) {
                sum += (long) move.shifts()[i] << (bits * (sites - 1 - move.sites()[i]));
            }
        }
        return sum;
    }

    /** The code of the configuration at the offset. */
    long code(byte[] levels, int offset) {
        long code = 0;
        for (int i = 0; i < sites; i++) {
            code = code << bits | levels[offset + i];
        }
        return code;
    }

    /** Bytes by which an array of levels must be longer than its rows. */
    static final int SLACK = 8;

    /** Writes the levels of count codes, row-major (count, sites), and up to {@link #SLACK} bytes behind. */
    void levels(long[] codes, int count, byte[] target) {
        if (bits == 1) {
            for (int row = 0; row < count; row++) {
                long left = codes[row] << (Long.SIZE - sites);
                // Eight sites at once; what goes beyond the row is overwritten by the next one.
                for (int i = 0; i < sites; i += 8) {
                    EIGHT.set(target, row * sites + i, SPREAD[(int) (left >>> 56)]);
                    left <<= 8;
                }
            }
            return;
        }
        int mask = (1 << bits) - 1;
        for (int row = 0; row < count; row++) {
            long code = codes[row];
            int begin = row * sites;
            for (int i = sites - 1; i >= 0; i--) {
                target[begin + i] = (byte) (code & mask);
                code >>>= bits;
            }
        }
    }
}

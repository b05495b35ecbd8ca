package org.ketwork.neural.mask;

import java.util.Arrays;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.numerics.random.RandomStream;

/**
 * Independent bits of success probability p, 64 in a word, at the cost of about nine random words for any number of units up to
 * 64 (and one word for p = 1/2).
 *
 * <p>Each bit stands for "u &lt; p" with u uniform on [0, 1), compared binary digit by binary digit from the first: word (j, w)
 * of the stream holds digit j of the 64 numbers u of group w. A unit is decided at the first digit in which u and p differ, so
 * the digits of p are exhausted or all units are decided after a few words, and the probability is exactly p.
 */
public final class BernoulliBits {
    private BernoulliBits() {}

    /** Fills {@code kept}: bit i of word w says whether unit 64 w + i is kept. */
    public static void fill(RandomAddress address, double p, long[] kept) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1], got " + p);
        }
        if (p == 1) {
            Arrays.fill(kept, -1L);
            return;
        }
        Arrays.fill(kept, 0L);
        RandomStream stream = address.stream();
        long[] undecided = new long[kept.length];
        Arrays.fill(undecided, -1L);
        double digits = p;
        boolean open = true;
        while (open && digits > 0) {
            // Doubling and taking off the integer part are exact in binary floating point.
            digits *= 2;
            boolean one = digits >= 1;
            if (one) {
                digits -= 1;
            }
            open = false;
            for (int w = 0; w < kept.length; w++) {
                long u = stream.nextLong();
                if (one) {
                    kept[w] |= undecided[w] & ~u;
                    undecided[w] &= u;
                } else {
                    undecided[w] &= ~u;
                }
                open |= undecided[w] != 0;
            }
        }
    }
}

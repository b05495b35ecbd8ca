package org.ketwork.numerics.kernel;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The order that sorts an array. */
public final class Sorting {
    private Sorting() {}

    /** The indices of the entries from the smallest to the largest, equal entries in their old order. */
    public static int[] ascending(double[] x) {
        return IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}

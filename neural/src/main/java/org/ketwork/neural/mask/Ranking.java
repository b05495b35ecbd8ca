package org.ketwork.neural.mask;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Orders units by a value; equal values in the order of the unit numbers. */
final class Ranking {
    private Ranking() {}

    static IntStream ascending(int units, IntToDoubleFunction value) {
        return IntStream.range(0, units)
                .boxed()
                .sorted(Comparator.comparingDouble(value::applyAsDouble))
                .mapToInt(Integer::intValue);
    }
}

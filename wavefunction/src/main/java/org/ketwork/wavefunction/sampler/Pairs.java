package org.ketwork.wavefunction.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pairs of sites. */
final class Pairs {
    private Pairs() {}

    static List<int[]> checked(List<int[]> pairs) {
        for (int[] pair : pairs) {
            if (pair.length != 2 || pair[0] == pair[1] || Math.min(pair[0], pair[1]) < 0) {
                throw new IllegalArgumentException(
                        "a pair is two different sites, numbered from 0, got " + Arrays.toString(pair));
            }
        }
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("a rule of pairs needs at least one pair");
        }
        return List.copyOf(pairs);
    }

    static List<int[]> all(int sites) {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < sites; i++) {
            for (int j = i + 1; j < sites; j++) {
                pairs.add(new int[] {i, j});
            }
        }
        return pairs;
    }
}

package org.ketwork.quantum.hamiltonian;

import java.util.Arrays;
import java.util.List;
import org.ketwork.quantum.operator.Pauli;

/**
 * A product of Pauli matrices on some of many sites, the identity on the others.
 *
 * @param sites different, ascending
 * @param letters X, Y or Z for each site
 */
public record PauliProduct(List<Integer> sites, List<Pauli> letters) {
    public PauliProduct {
        sites = List.copyOf(sites);
        letters = List.copyOf(letters);
        if (sites.size() != letters.size() || letters.contains(Pauli.I)) {
            throw new IllegalArgumentException(
                    "a product of Pauli matrices has X, Y or Z for each site, got " + letters + " on " + sites);
        }
        for (int i = 0; i < sites.size(); i++) {
            if (sites.get(i) <= (i == 0 ? -1 : sites.get(i - 1))) {
                throw new IllegalArgumentException("the sites of a product must ascend from 0 on, got " + sites);
            }
        }
    }

    /** The same matrix on each of the sites, given in any order. */
    public static PauliProduct all(Pauli letter, int... sites) {
        int[] sorted = sites.clone();
        Arrays.sort(sorted);
        Pauli[] letters = new Pauli[sites.length];
        Arrays.fill(letters, letter);
        return new PauliProduct(Arrays.stream(sorted).boxed().toList(), List.of(letters));
    }

    /** Letter q stands for site q, {@code XIZ}; an identity is left out. */
    public static PauliProduct of(String letters) {
        throw new UnsupportedOperationException(letters);
    }
}

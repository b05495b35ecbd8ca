package org.ketwork.quantum.lattice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One-dimensional characters of a group G. They are 1 on commutators, so they are the characters of the commutative group G/[G, G], and
 * those are found by extending them from a subgroup to a larger one: if gⁿ is the first power of g in the subgroup, χ(g) may be any n-th
 * root of χ(gⁿ).
 */
final class Abelianisation {
    private Abelianisation() {}

    static List<GroupCharacter> characters(SymmetryGroup group) {
        boolean[] known = commutators(group);
        int size = count(known);
        // All values are powers of one root of unity; a character is the list of its exponents.
        int order = group.order() / size;
        List<int[]> characters = List.of(new int[group.order()]);
        for (int g = 0; g < group.order(); g++) {
            if (known[g]) {
                continue;
            }
            int[] members = members(known);
            List<Integer> powers = new ArrayList<>(List.of(0));
            int power = g;
            while (!known[power]) {
                powers.add(power);
                power = group.product(g, power);
            }
            int n = powers.size();
            List<int[]> extended = new ArrayList<>();
            for (int[] character : characters) {
                for (int root = 0; root < n; root++) {
                    int value = character[power] / n + root * (order / n);
                    int[] larger = character.clone();
                    for (int j = 1; j < n; j++) {
                        for (int h : members) {
                            larger[group.product(powers.get(j), h)] = (int) (((long) j * value + character[h]) % order);
                        }
                    }
                    extended.add(larger);
                }
            }
            for (int j = 1; j < n; j++) {
                for (int h : members) {
                    known[group.product(powers.get(j), h)] = true;
                }
            }
            characters = extended;
        }
        return characters.stream()
                .map(exponents -> GroupCharacter.ofExponents(group, exponents, order))
                .toList();
    }

    /** The subgroup of the products of all ghg⁻¹h⁻¹. */
    private static boolean[] commutators(SymmetryGroup group) {
        int[] generators = group.generators();
        List<Integer> some = new ArrayList<>();
        for (int g : generators) {
            for (int h : generators) {
                int back = group.product(group.inverse(g), group.inverse(h));
                some.add(group.product(group.product(g, h), back));
            }
        }
        boolean[] reached = group.generated(some);
        for (int i = 0; i < some.size(); i++) {
            for (int g : generators) {
                int conjugate = group.product(group.product(g, some.get(i)), group.inverse(g));
                if (!reached[conjugate]) {
                    some.add(conjugate);
                    reached = group.generated(some);
                }
            }
        }
        return reached;
    }

    private static int count(boolean[] set) {
        return members(set).length;
    }

    private static int[] members(boolean[] set) {
        int[] members = new int[set.length];
        int count = 0;
        for (int g = 0; g < set.length; g++) {
            if (set[g]) {
                members[count++] = g;
            }
        }
        return Arrays.copyOf(members, count);
    }
}

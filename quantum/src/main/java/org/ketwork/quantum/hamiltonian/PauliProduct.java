package org.ketwork.quantum.hamiltonian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ketwork.numerics.InvalidInputException;
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
        int last = -1;
        for (int site : sites) {
            if (site <= last) {
                throw new IllegalArgumentException("the sites of a product must ascend from 0 on, got " + sites);
            }
            last = site;
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

    /**
     * Letter q stands for site q, {@code XIZ}; identities are left out.
     *
     * @throws InvalidInputException if a letter is not I, X, Y or Z
     */
    public static PauliProduct of(String letters) {
        List<Integer> sites = new ArrayList<>();
        List<Pauli> matrices = new ArrayList<>();
        for (int q = 0; q < letters.length(); q++) {
            Pauli matrix = letter(letters.charAt(q));
            if (matrix != Pauli.I) {
                sites.add(q);
                matrices.add(matrix);
            }
        }
        return new PauliProduct(sites, matrices);
    }

    static Pauli letter(char letter) {
        return switch (letter) {
            case 'I' -> Pauli.I;
            case 'X' -> Pauli.X;
            case 'Y' -> Pauli.Y;
            case 'Z' -> Pauli.Z;
            default -> throw new InvalidInputException("a Pauli matrix is one of I, X, Y, Z, got '" + letter + "'");
        };
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(sites.isEmpty() ? "I" : "");
        for (int i = 0; i < sites.size(); i++) {
            text.append(i == 0 ? "" : " ").append(letters.get(i)).append(sites.get(i));
        }
        return text.toString();
    }
}

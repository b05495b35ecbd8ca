package org.ketwork.quantum.hamiltonian;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ketwork.quantum.space.Configurations;

/**
 * A real polynomial in σᶻ. Products with the same coefficient are counted in integers, so that a model with one coupling costs an
 * exclusive or for each bond and no rounding.
 */
final class SpinDiagonal {
    private double constant;
    private final List<Group> groups = new ArrayList<>();

    /** Products of so many σᶻ each, with one coefficient; their sites one after the other. */
    private record Group(double coefficient, int degree, int[] sites) {}

    private record Kind(double coefficient, int degree) {}

    SpinDiagonal(SpinPolynomial polynomial) {
        Map<Kind, List<int[]>> products = new LinkedHashMap<>();
        polynomial.terms().forEach((product, coefficient) -> {
            if (product.size() == 0) {
                constant = coefficient[0];
            } else {
                products.computeIfAbsent(new Kind(coefficient[0], product.size()), none -> new ArrayList<>())
                        .add(product.sites());
            }
        });
        products.forEach((kind, members) -> {
            int[] sites = new int[kind.degree * members.size()];
            for (int i = 0; i < members.size(); i++) {
                System.arraycopy(members.get(i), 0, sites, i * kind.degree, kind.degree);
            }
            groups.add(new Group(kind.coefficient, kind.degree, sites));
        });
    }

    /** The mean over all configurations. */
    double constant() {
        return constant;
    }

    void values(Configurations at, double[] values) {
        byte[] levels = at.levels();
        int n = at.sites();
        for (int row = 0, base = 0; row < at.rows(); row++, base += n) {
            double sum = constant;
            for (Group group : groups) {
                int products = group.sites.length / group.degree;
                sum += group.coefficient * (products - 2 * odd(group, levels, base));
            }
            values[row] = sum;
        }
    }

    /** How many products are −1. */
    private static int odd(Group group, byte[] levels, int base) {
        int[] sites = group.sites;
        int odd = 0;
        if (group.degree == 1) {
            for (int site : sites) {
                odd += levels[base + site];
            }
        } else if (group.degree == 2) {
            for (int i = 0; i < sites.length; i += 2) {
                odd += levels[base + sites[i]] ^ levels[base + sites[i + 1]];
            }
        } else {
            for (int i = 0; i < sites.length; i += group.degree) {
                int parity = 0;
                for (int k = 0; k < group.degree; k++) {
                    parity ^= levels[base + sites[i + k]];
                }
                odd += parity;
            }
        }
        return odd;
    }
}

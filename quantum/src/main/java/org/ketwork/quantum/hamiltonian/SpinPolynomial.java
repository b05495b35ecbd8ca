package org.ketwork.quantum.hamiltonian;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** A function of a configuration of spins: a sum of complex multiples of products of different σᶻ. */
final class SpinPolynomial {
    /** Rounding of coefficients, relative to the largest. */
    private static final double ROUNDING = 1e-12;

    private final Map<SiteSet, double[]> terms = new LinkedHashMap<>();

    void add(SiteSet product, double re, double im) {
        double[] coefficient = terms.computeIfAbsent(product, none -> new double[2]);
        coefficient[0] += re;
        coefficient[1] += im;
        if (coefficient[0] == 0 && coefficient[1] == 0) {
            terms.remove(product);
        }
    }

    boolean isZero() {
        return terms.isEmpty();
    }

    boolean isReal() {
        return terms.values().stream().allMatch(c -> c[1] == 0);
    }

    Map<SiteSet, double[]> terms() {
        return terms;
    }

    /** The sites it depends on. */
    int[] support() {
        TreeSet<Integer> sites = new TreeSet<>();
        for (SiteSet product : terms.keySet()) {
            for (int site : product.sites()) {
                sites.add(site);
            }
        }
        return sites.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The sum of the moduli of its coefficients, a bound of its values. */
    double bound() {
        return terms.values().stream().mapToDouble(c -> Math.hypot(c[0], c[1])).sum();
    }

    /**
     * Whether it vanishes for all configurations in which Σ σᶻ over the given sites is not 0, those whose flip changes the magnetisation.
     * That is so exactly if its product with this sum, which is a polynomial again, has no terms.
     */
    boolean conserves(SiteSet flips) {
        Map<SiteSet, double[]> product = new HashMap<>();
        terms.forEach((term, coefficient) -> {
            for (int site : flips.sites()) {
                double[] sum = product.computeIfAbsent(term.toggled(site), none -> new double[2]);
                sum[0] += coefficient[0];
                sum[1] += coefficient[1];
            }
        });
        double negligible = ROUNDING * bound();
        return product.values().stream().allMatch(c -> Math.hypot(c[0], c[1]) <= negligible);
    }
}

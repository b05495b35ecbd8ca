package org.ketwork.quantum.lattice;

import java.util.Arrays;
import org.ketwork.numerics.InvalidInputException;

/**
 * A one-dimensional representation χ of a symmetry group. A wavefunction belongs to it if U_g ψ = χ(g) ψ for all g; the projection onto
 * such wavefunctions is (1/|G|) Σ_g χ(g)* U_g. The arrays are read only.
 *
 * @param re real part of χ(g)
 * @param im imaginary part of χ(g)
 */
public record GroupCharacter(SymmetryGroup group, double[] re, double[] im) {
    private static final double TOLERANCE = 1e-10;

    /**
     * @throws InvalidInputException if χ(g)χ(h) is not χ(gh) for all g and h
     */
    public GroupCharacter {
        if (re.length != group.order() || im.length != group.order()) {
            throw new IllegalArgumentException("a character of a group of " + group.order()
                    + " elements has as many values, got " + re.length + " and " + im.length);
        }
        if (!(Math.abs(re[0] - 1) + Math.abs(im[0]) < TOLERANCE)) {
            throw new InvalidInputException("a character is 1 for the identity, got " + re[0] + " + " + im[0] + "i");
        }
        for (int g : group.generators()) {
            for (int h = 0; h < group.order(); h++) {
                int product = group.product(g, h);
                double errorRe = re[g] * re[h] - im[g] * im[h] - re[product];
                double errorIm = re[g] * im[h] + im[g] * re[h] - im[product];
                if (!(Math.abs(errorRe) + Math.abs(errorIm) < TOLERANCE)) {
                    throw new InvalidInputException("a character is multiplicative, but its values for the elements "
                            + g + " and " + h + " do not multiply to the value for their product");
                }
            }
        }
    }

    /** χ = 1. */
    public static GroupCharacter trivial(SymmetryGroup group) {
        return ofExponents(group, new int[group.order()], 1);
    }

    /**
     * The character of the translations for a momentum: U_T ψ = exp(−2πi Σ_a k_a r_a / L_a) ψ for the translation T by r cells.
     *
     * @param k one integer for each periodic direction
     */
    public static GroupCharacter momentum(Lattice lattice, int... k) {
        SymmetryGroup translations = SymmetryGroup.translations(lattice);
        int[] directions = lattice.periodicDirections();
        if (k.length != directions.length) {
            throw new InvalidInputException("a momentum has a number for each periodic direction, " + directions.length
                    + " of " + lattice.name() + ", got " + Arrays.toString(k));
        }
        int[] lengths = lattice.lengths();
        int order = translations.order();
        int[] exponents = new int[order];
        for (int g = 0; g < order; g++) {
            int[] shift = lattice.cell(translations.image(g, 0));
            long phase = 0;
            for (int i = 0; i < k.length; i++) {
                int length = lengths[directions[i]];
                phase -= (long) Math.floorMod(k[i], length) * shift[directions[i]] * (order / length);
            }
            exponents[g] = (int) Math.floorMod(phase, (long) order);
        }
        return ofExponents(translations, exponents, order);
    }

    /**
     * The character χ_k(T) χ_P(P) of the space group.
     *
     * @param point of the lattice's {@link SymmetryGroup#pointGroup}
     * @throws InvalidInputException if the point group does not keep the momentum
     */
    public static GroupCharacter ofSpaceGroup(Lattice lattice, int[] k, GroupCharacter point) {
        GroupCharacter momentum = momentum(lattice, k);
        if (!point.group.equals(SymmetryGroup.pointGroup(lattice))) {
            throw new InvalidInputException("the second character must be one of the point group of " + lattice.name());
        }
        SymmetryGroup space = SymmetryGroup.spaceGroup(lattice);
        double[] re = new double[space.order()];
        double[] im = new double[space.order()];
        boolean[] set = new boolean[space.order()];
        for (int t = 0; t < momentum.re.length; t++) {
            for (int p = 0; p < point.re.length; p++) {
                int[] product = SymmetryGroup.compose(momentum.group.permutation(t), point.group.permutation(p));
                int g = space.indexOf(product).orElseThrow();
                if (!set[g]) {
                    set[g] = true;
                    // Adding zero turns -0 into 0, so that equal characters have equal bits.
                    re[g] = momentum.re[t] * point.re[p] - momentum.im[t] * point.im[p] + 0.0;
                    im[g] = momentum.re[t] * point.im[p] + momentum.im[t] * point.re[p] + 0.0;
                }
            }
        }
        try {
            return new GroupCharacter(space, re, im);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    "the point group of " + lattice.name() + " does not keep the momentum " + Arrays.toString(k)
                            + " with this character; take the translations alone",
                    e);
        }
    }

    /** χ(g) = exp(2πi e(g)/order). */
    static GroupCharacter ofExponents(SymmetryGroup group, int[] exponents, int order) {
        double[] re = new double[exponents.length];
        double[] im = new double[exponents.length];
        for (int g = 0; g < exponents.length; g++) {
            re[g] = cosine(exponents[g], order);
            // sin x = cos(x − π/2), with all angles in units of a quarter of 2π/order.
            im[g] = cosine(4L * exponents[g] - order, 4L * order);
        }
        return new GroupCharacter(group, re, im);
    }

    /** cos(2π e/order), exact for multiples of a quarter turn. */
    private static double cosine(long e, long order) {
        long turn = Math.floorMod(e, order);
        long folded = Math.min(turn, order - turn);
        if (4 * folded == order) {
            return 0;
        }
        return 4 * folded < order
                ? Math.cos(2 * Math.PI * folded / order)
                : -Math.cos(Math.PI * (order - 2 * folded) / order);
    }

    /** Whether all χ(g) are real. */
    public boolean isReal() {
        return Arrays.stream(im).allMatch(part -> part == 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupCharacter that
                && group.equals(that.group)
                && Arrays.equals(re, that.re)
                && Arrays.equals(im, that.im);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(re) + Arrays.hashCode(im);
    }

    @Override
    public String toString() {
        return "GroupCharacter" + Arrays.toString(re) + (isReal() ? "" : " + i" + Arrays.toString(im));
    }
}

package org.ketwork.quantum.lattice;

import java.util.List;

/**
 * A group of permutations of sites. Element g carries what is on site i to site {@code image(g, i)}; on configurations (gσ)_{g(i)} =
 * σ_i, and on wavefunctions (U_g ψ)(σ) = ψ(g⁻¹σ). The identity is element 0.
 */
public final class SymmetryGroup {
    /** Only the identity. */
    public static SymmetryGroup trivial(int sites) {
        throw new UnsupportedOperationException("" + sites);
    }

    /**
     * The group of the given permutations.
     *
     * @throws org.ketwork.numerics.InvalidInputException if they are not closed under product or one of them is no permutation
     */
    public static SymmetryGroup of(List<int[]> permutations) {
        throw new UnsupportedOperationException("" + permutations);
    }

    /** Translations along the periodic directions; the last direction runs fastest. */
    public static SymmetryGroup translations(Lattice lattice) {
        throw new UnsupportedOperationException("" + lattice);
    }

    /** The rotations and reflections about one centre that map the lattice to itself; the centre with the most of them. */
    public static SymmetryGroup pointGroup(Lattice lattice) {
        throw new UnsupportedOperationException("" + lattice);
    }

    /** All products of a translation and an element of the point group. */
    public static SymmetryGroup spaceGroup(Lattice lattice) {
        throw new UnsupportedOperationException("" + lattice);
    }

    public int sites() {
        throw new UnsupportedOperationException();
    }

    /** How many elements there are. */
    public int order() {
        throw new UnsupportedOperationException();
    }

    /** Where element g carries site i. */
    public int image(int g, int site) {
        throw new UnsupportedOperationException("" + g + site);
    }

    /** Element g as a list of images, a copy. */
    public int[] permutation(int g) {
        throw new UnsupportedOperationException("" + g);
    }

    /** The element that acts like h first and then g. */
    public int product(int g, int h) {
        throw new UnsupportedOperationException("" + g + h);
    }

    public int inverse(int g) {
        throw new UnsupportedOperationException("" + g);
    }

    /** Writes gσ of the configuration at {@code from[offset ...]} to {@code to[toOffset ...]}. */
    public void apply(int g, byte[] from, int offset, byte[] to, int toOffset) {
        throw new UnsupportedOperationException("" + g + from.length + offset + to.length + toOffset);
    }

    /** All one-dimensional characters, the trivial one first. */
    public List<GroupCharacter> characters() {
        throw new UnsupportedOperationException();
    }
}

package org.ketwork.quantum.lattice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ketwork.numerics.InvalidInputException;

/**
 * A group of permutations of sites. Element g carries what is on site i to site {@code image(g, i)}; on configurations (gσ)_{g(i)} =
 * σ_i, and on wavefunctions (U_g ψ)(σ) = ψ(g⁻¹σ). The identity is element 0. Groups are equal if they list the same permutations.
 */
public final class SymmetryGroup {
    private static final long MOST_IMAGES = 1L << 27;

    private final int sites;
    private final int[][] elements;
    /** Sites whose images tell the elements apart, so that a product is found without composing permutations. */
    private final int[] base;

    private final Map<Key, Integer> numbers;

    private record Key(int[] images) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && Arrays.equals(images, that.images);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(images);
        }
    }

    /** Elements that are known to be a group, the identity first, without repetition. */
    private SymmetryGroup(int sites, int[][] elements) {
        this.sites = sites;
        this.elements = elements;
        this.base = baseOf(sites, elements);
        this.numbers = HashMap.newHashMap(elements.length);
        for (int g = 0; g < elements.length; g++) {
            numbers.put(key(elements[g]), g);
        }
    }

    /** Only the identity. */
    public static SymmetryGroup trivial(int sites) {
        return new SymmetryGroup(sites, new int[][] {identity(sites)});
    }

    /**
     * The group of the given permutations, among them the identity.
     *
     * @throws InvalidInputException if they are not closed under product or one of them is no permutation
     */
    public static SymmetryGroup of(List<int[]> permutations) {
        if (permutations.isEmpty()) {
            throw new InvalidInputException("a symmetry group has at least the identity, got no permutation");
        }
        int sites = permutations.getFirst().length;
        int[] identity = identity(sites);
        List<int[]> ordered = new ArrayList<>();
        ordered.add(identity);
        for (int[] permutation : permutations) {
            int[] sorted = permutation.clone();
            Arrays.sort(sorted);
            if (!Arrays.equals(sorted, identity)) {
                throw new InvalidInputException("a symmetry is a permutation of the sites 0 to " + (sites - 1)
                        + ", got " + Arrays.toString(permutation));
            }
            if (!Arrays.equals(permutation, identity)) {
                ordered.add(permutation.clone());
            }
        }
        SymmetryGroup group = unique(sites, ordered);
        for (int g = 0; g < group.order(); g++) {
            for (int h = 0; h < group.order(); h++) {
                int[] product = compose(group.elements[g], group.elements[h]);
                if (group.indexOf(product).isEmpty()) {
                    throw new InvalidInputException("symmetries form a group only if all products are among them, but "
                            + Arrays.toString(group.elements[g]) + " after " + Arrays.toString(group.elements[h])
                            + " is not");
                }
            }
        }
        return group;
    }

    /** Keeps the first of equal permutations. */
    private static SymmetryGroup unique(int sites, List<int[]> permutations) {
        Map<Key, int[]> seen = new LinkedHashMap<>();
        permutations.forEach(permutation -> seen.putIfAbsent(new Key(permutation), permutation));
        return new SymmetryGroup(sites, seen.values().toArray(int[][]::new));
    }

    /** Translations along the periodic directions; the last direction runs fastest. */
    public static SymmetryGroup translations(Lattice lattice) {
        int[] directions = lattice.periodicDirections();
        int[] lengths = lattice.lengths();
        long order = Arrays.stream(directions).mapToLong(a -> lengths[a]).reduce(1, (a, b) -> a * b);
        requireRoom(lattice, order);
        int[][] elements = new int[(int) order][];
        int[] shift = new int[lengths.length];
        for (int number = 0; number < order; number++) {
            int rest = number;
            for (int i = directions.length - 1; i >= 0; i--) {
                int a = directions[i];
                shift[a] = rest % lengths[a];
                rest /= lengths[a];
            }
            int[] images = new int[lattice.sites()];
            for (int site = 0; site < images.length; site++) {
                int[] cell = lattice.cell(site);
                for (int a : directions) {
                    cell[a] = (cell[a] + shift[a]) % lengths[a];
                }
                images[site] = lattice.site(site % lattice.basis(), cell);
            }
            elements[number] = images;
        }
        return new SymmetryGroup(lattice.sites(), elements);
    }

    /**
     * The rotations and reflections about one centre that map the lattice, with its boundaries, to itself: all that a centre has, for the
     * centre that has the most.
     */
    public static SymmetryGroup pointGroup(Lattice lattice) {
        requireRoom(lattice, 48);
        return unique(lattice.sites(), PointSymmetries.of(lattice));
    }

    /** All products of a translation and an element of the point group, P first; number (translation) · |P| + (point). */
    public static SymmetryGroup spaceGroup(Lattice lattice) {
        SymmetryGroup translations = translations(lattice);
        SymmetryGroup point = pointGroup(lattice);
        requireRoom(lattice, (long) translations.order() * point.order());
        List<int[]> products = new ArrayList<>();
        for (int[] t : translations.elements) {
            for (int[] p : point.elements) {
                products.add(compose(t, p));
            }
        }
        return unique(lattice.sites(), products);
    }

    private static void requireRoom(Lattice lattice, long order) {
        if (order * lattice.sites() > MOST_IMAGES) {
            throw new InvalidInputException("a symmetry group of " + order + " elements on the " + lattice.sites()
                    + " sites of " + lattice.name() + " is too large: the product is at most " + MOST_IMAGES);
        }
    }

    static int[] identity(int sites) {
        return IntStream.range(0, sites).toArray();
    }

    /** h first, then g. */
    static int[] compose(int[] g, int[] h) {
        int[] product = new int[g.length];
        for (int i = 0; i < g.length; i++) {
            product[i] = g[h[i]];
        }
        return product;
    }

    private static int[] baseOf(int sites, int[][] elements) {
        List<Integer> base = new ArrayList<>();
        int[] label = new int[elements.length];
        int labels = 1;
        for (int site = 0; site < sites && labels < elements.length; site++) {
            Map<Long, Integer> finer = new HashMap<>();
            int[] refined = new int[elements.length];
            for (int g = 0; g < elements.length; g++) {
                long key = (long) label[g] * sites + elements[g][site];
                refined[g] = finer.computeIfAbsent(key, fresh -> finer.size());
            }
            if (finer.size() > labels) {
                base.add(site);
                label = refined;
                labels = finer.size();
            }
        }
        return base.stream().mapToInt(Integer::intValue).toArray();
    }

    private Key key(int[] permutation) {
        int[] images = new int[base.length];
        for (int i = 0; i < base.length; i++) {
            images[i] = permutation[base[i]];
        }
        return new Key(images);
    }

    public int sites() {
        return sites;
    }

    /** How many elements there are. */
    public int order() {
        return elements.length;
    }

    /** Where element g carries site i. */
    public int image(int g, int site) {
        return elements[g][site];
    }

    /** Element g as a list of images, a copy. */
    public int[] permutation(int g) {
        return elements[g].clone();
    }

    /** All elements as lists of images, (order, sites), a copy. */
    public int[][] permutations() {
        return Arrays.stream(elements).map(int[]::clone).toArray(int[][]::new);
    }

    /** The number of a permutation, if it is in the group. */
    public OptionalInt indexOf(int[] permutation) {
        Integer number = permutation.length == sites ? numbers.get(key(permutation)) : null;
        return number != null && Arrays.equals(elements[number], permutation)
                ? OptionalInt.of(number)
                : OptionalInt.empty();
    }

    /** The element that acts like h first and then g. */
    public int product(int g, int h) {
        int[] images = new int[base.length];
        for (int i = 0; i < base.length; i++) {
            images[i] = elements[g][elements[h][base[i]]];
        }
        Integer product = numbers.get(new Key(images));
        if (product == null) {
            throw new IllegalStateException("elements " + g + " and " + h + " have no product in the group");
        }
        return product;
    }

    public int inverse(int g) {
        int[] inverse = new int[sites];
        for (int i = 0; i < sites; i++) {
            inverse[elements[g][i]] = i;
        }
        return indexOf(inverse).orElseThrow();
    }

    /** Writes gσ of the configuration at {@code from[offset ...]} to {@code to[toOffset ...]}. */
    public void apply(int g, byte[] from, int offset, byte[] to, int toOffset) {
        int[] images = elements[g];
        for (int i = 0; i < sites; i++) {
            to[toOffset + images[i]] = from[offset + i];
        }
    }

    /** All one-dimensional characters, the trivial one first; as many as the group has elements up to commutators. */
    public List<GroupCharacter> characters() {
        return Abelianisation.characters(this);
    }

    /** A few elements of which all others are products. */
    int[] generators() {
        List<Integer> generators = new ArrayList<>();
        boolean[] reached = generated(generators);
        for (int g = 0; g < order(); g++) {
            if (!reached[g]) {
                generators.add(g);
                reached = generated(generators);
            }
        }
        return generators.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The elements that are products of the given ones. */
    boolean[] generated(List<Integer> generators) {
        boolean[] reached = new boolean[order()];
        int[] waiting = new int[order()];
        int count = 1;
        reached[0] = true;
        for (int next = 0; next < count; next++) {
            for (int generator : generators) {
                int product = product(generator, waiting[next]);
                if (!reached[product]) {
                    reached[product] = true;
                    waiting[count++] = product;
                }
            }
        }
        return reached;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SymmetryGroup that && Arrays.deepEquals(elements, that.elements);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(elements);
    }

    @Override
    public String toString() {
        return "SymmetryGroup[" + order() + " elements on " + sites + " sites]";
    }
}

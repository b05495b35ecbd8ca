package org.ketwork.app.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ketwork.quantum.lattice.Edge;
import org.ketwork.quantum.lattice.GroupCharacter;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.space.Bosons;
import org.ketwork.quantum.space.Spins;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.ansatz.Codomain;
import org.ketwork.wavefunction.ansatz.Gutzwiller;
import org.ketwork.wavefunction.ansatz.Jastrow;
import org.ketwork.wavefunction.ansatz.MeanField;
import org.ketwork.wavefunction.ansatz.Product;
import org.ketwork.wavefunction.ansatz.RbmSymmetric;
import org.ketwork.wavefunction.projection.Projected;
import org.ketwork.wavefunction.projection.ProjectedRbm;

/** Families that use the distances or the symmetries of a lattice. */
final class SymmetricFamilies {
    private static final String TRANSLATIONS = "translations";
    private static final String SUBLATTICE = "sublattice";

    private SymmetricFamilies() {}

    /**
     * For bosons the family times an amplitude for each number of particles on a site, without which it cannot tell one particle on
     * each of two sites from two on one; for spins the family itself.
     *
     * @param free whether each site has amplitudes of its own
     */
    static Ansatz bent(Ansatz family, boolean free) {
        if (!(family.space() instanceof Bosons bosons)) {
            return family;
        }
        boolean complex = family.codomain() == Codomain.HOLOMORPHIC;
        return new Product(free ? Gutzwiller.ofSites(bosons, complex) : Gutzwiller.uniform(bosons, complex), family);
    }

    /** Sites without correlations. */
    static Ansatz meanField(AnsatzForms.Site site) {
        return site.problem().space() instanceof Bosons bosons
                ? Gutzwiller.ofSites(bosons, site.complex())
                : new MeanField(site.problem().space(), site.complex());
    }

    /** All pairs at one distance share a coupling. */
    static Ansatz shortJastrow(AnsatzForms.Site site) {
        int reach = site.keys().positive("reach", 1);
        List<int[][]> classes = new ArrayList<>();
        for (int shell = 1; shell <= reach; shell++) {
            classes.add(pairs(
                    shell == 1 ? site.problem().graph().edges() : site.lattice().edges(shell)));
        }
        return bent(new Jastrow(site.problem().space(), classes, site.complex()), false);
    }

    /** Each pair of sites once, though a short direction joins them by two bonds. */
    private static int[][] pairs(List<Edge> edges) {
        Set<List<Integer>> seen = new TreeSet<>((a, b) ->
                a.get(0).equals(b.get(0)) ? Integer.compare(a.get(1), b.get(1)) : Integer.compare(a.get(0), b.get(0)));
        edges.forEach(e -> seen.add(List.of(Math.min(e.from(), e.to()), Math.max(e.from(), e.to()))));
        return seen.stream().map(pair -> new int[] {pair.get(0), pair.get(1)}).toArray(int[][]::new);
    }

    /** The difference of a positive machine and its flipped image is real, with signs that change where the two are equal. */
    static Ansatz tiedRbm(AnsatzForms.Site site) {
        Lattice lattice = site.lattice();
        int[][] permutations = switch (site.keys().word("group", TRANSLATIONS, TRANSLATIONS, "space", SUBLATTICE)) {
            case TRANSLATIONS -> SymmetryGroup.translations(lattice).permutations();
            case SUBLATTICE ->
                keeping(sublattice(site), SymmetryGroup.spaceGroup(lattice).permutations());
            default -> SymmetryGroup.spaceGroup(lattice).permutations();
        };
        int parity = site.keys().whole("parity", 0);
        Ansatz tied = new RbmSymmetric(
                site.problem().space(),
                site.keys().positive("features", 1),
                permutations,
                site.complex(),
                parity == -1);
        if (parity == 0) {
            return bent(tied, false);
        }
        GroupCharacter alone = GroupCharacter.trivial(SymmetryGroup.trivial(lattice.sites()));
        return new Projected(tied, new SymmetrySector(alone, parity));
    }

    private static boolean[] sublattice(AnsatzForms.Site site) {
        return site.lattice()
                .sublattice()
                .orElseThrow(() -> site.keys()
                        .arguments()
                        .wrong("group=sublattice needs a bipartite lattice; "
                                + site.lattice().name() + " has a ring of odd length"));
    }

    /** Those under which every site stays in its sublattice. */
    private static int[][] keeping(boolean[] sublattice, int[][] permutations) {
        return Arrays.stream(permutations)
                .filter(permutation -> IntStream.range(0, permutation.length)
                        .allMatch(site -> sublattice[permutation[site]] == sublattice[site]))
                .toArray(int[][]::new);
    }

    /** On the sector in which a positive ground state lies, unless another one is asked for. */
    static Ansatz projectedRbm(AnsatzForms.Site site) {
        if (!(site.problem().space() instanceof Spins spins)) {
            throw site.keys().arguments().wrong("it is for spins, not for bosons");
        }
        Projection projection = site.problem().projection();
        if (projection.symmetries().isEmpty()) {
            throw site.keys()
                    .arguments()
                    .wrong("no symmetry of " + site.problem().graph().name() + " is known; take rbm");
        }
        if (site.keys().has("alpha") && site.keys().has("units")) {
            throw site.keys().arguments().wrong("alpha is hidden units a site, units all of them; give one");
        }
        int each = Math.multiplyExact(site.keys().positive("alpha", 1), spins.sites());
        int hidden = site.keys().positive("units", each);
        return new ProjectedRbm(spins, hidden, projection.sector(site.problem().graph()), site.complex());
    }
}

package org.ketwork.quantum.lattice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketwork.numerics.InvalidInputException;

class LatticeTest {
    static List<Lattices.Known> all() {
        return Lattices.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void numbersOfSitesAndBondsAreTheKnownOnes(Lattices.Known known) {
        Lattice lattice = known.lattice();
        assertThat(lattice.name()).isEqualTo(known.text());
        assertThat(lattice.edges()).hasSize(known.bonds()).allMatch(edge -> edge.weight() == 1);
        assertThat(lattice.sublattice().isPresent()).isEqualTo(known.bipartite());
    }

    @ParameterizedTest
    @MethodSource("all")
    void sitesAndCellsAreEachOthersInverse(Lattices.Known known) {
        Lattice lattice = known.lattice();
        for (int site = 0; site < lattice.sites(); site++) {
            assertThat(lattice.site(site % lattice.basis(), lattice.cell(site))).isEqualTo(site);
            assertThat(lattice.siteAt(lattice.coordinates(site))).isEqualTo(site);
        }
    }

    /** Another route: distances of all pairs and all their images in space, sorted. */
    @ParameterizedTest
    @MethodSource("all")
    void shellsAreWhatTheDistancesInSpaceSay(Lattices.Known known) {
        Lattice lattice = known.lattice();
        if (lattice.sites() == 1) {
            return;
        }
        TreeMap<Long, Map<Set<Integer>, Integer>> byDistance = new TreeMap<>();
        for (int i = 0; i < lattice.sites(); i++) {
            for (int j = 0; j < lattice.sites(); j++) {
                for (double[] image : images(lattice, j)) {
                    double length = distance(lattice.position(i), image);
                    if (length > 0.1 && length < 1.9) {
                        byDistance
                                .computeIfAbsent(Math.round(length * 1e6), x -> new HashMap<>())
                                .merge(
                                        Set.copyOf(List.of(i, j).stream()
                                                .distinct()
                                                .toList()),
                                        1,
                                        Integer::sum);
                    }
                }
            }
        }
        int shells = 0;
        for (Map<Set<Integer>, Integer> pairs : byDistance.values()) {
            shells++;
            int shell = shells;
            if (pairs.keySet().stream().anyMatch(pair -> pair.size() == 1)) {
                assertThatThrownBy(() -> lattice.edges(shell))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("are the sites themselves");
                continue;
            }
            Map<Set<Integer>, Integer> found = new HashMap<>();
            // Every bond was seen from both of its ends.
            lattice.edges(shell).forEach(edge -> found.merge(Set.of(edge.from(), edge.to()), 2, Integer::sum));
            assertThat(found).isEqualTo(pairs);
        }
        assertThat(shells).isPositive();
    }

    private static List<double[]> images(Lattice lattice, int site) {
        List<double[]> images = List.of(lattice.coordinates(site));
        for (int a : lattice.periodicDirections()) {
            int length = lattice.lengths()[a];
            images = images.stream()
                    .flatMap(x -> java.util.stream.IntStream.rangeClosed(-3, 3).mapToObj(times -> {
                        double[] moved = x.clone();
                        moved[a] += times * length;
                        return moved;
                    }))
                    .toList();
        }
        return images.stream().map(x -> lattice.geometry().inSpace(x)).toList();
    }

    private static double distance(double[] a, double[] b) {
        double square = 0;
        for (int x = 0; x < a.length; x++) {
            square += (a[x] - b[x]) * (a[x] - b[x]);
        }
        return Math.sqrt(square);
    }

    @Test
    void aShortPeriodicDirectionKeepsItsDoubledBondsAndWarns() {
        Lattice ring = Lattice.periodic(LatticeKind.CHAIN, 2);
        assertThat(ring.edges()).containsExactly(new Edge(0, 1), new Edge(1, 0));
        assertThat(ring.warnings())
                .containsExactly("in chain:2 a periodic direction is so short that 1 bonds join sites that are joined"
                        + " already; all bonds are kept");
        assertThat(Lattice.periodic(LatticeKind.SQUARE, 2, 4).warnings()).hasSize(1);
        assertThat(Lattice.periodic(LatticeKind.SQUARE, 4, 4).warnings()).isEmpty();
        assertThat(Lattice.periodic(LatticeKind.LADDER, 4).warnings()).isEmpty();
    }

    @Test
    void diagonalBondsOfTheFourByFourTorusOccurOnce() {
        List<Edge> diagonal = Lattice.periodic(LatticeKind.SQUARE, 4, 4).edges(2);
        assertThat(diagonal).hasSize(32);
        assertThat(diagonal.stream().map(e -> Set.of(e.from(), e.to())).distinct())
                .hasSize(32);
    }

    @Test
    void sitesRunFastestInTheLastDirection() {
        Lattice lattice = Lattice.periodic(LatticeKind.HONEYCOMB, 3, 4);
        assertThat(lattice.site(1, 2, 3)).isEqualTo(23);
        assertThat(lattice.cell(23)).containsExactly(2, 3);
        assertThat(lattice.position(1)[0]).isCloseTo(Math.sqrt(3) / 2, within(1e-15));
        assertThat(lattice.position(1)[1]).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void marshallsSublatticesOfTheSquareAreACheckerboard() {
        boolean[] sides =
                Lattice.periodic(LatticeKind.SQUARE, 4, 4).sublattice().orElseThrow();
        for (int i = 0; i < 16; i++) {
            assertThat(sides[i]).isEqualTo((i / 4 + i % 4) % 2 == 1);
        }
    }

    @Test
    void everyKindReadsItsOwnExample() {
        assertThat(Arrays.stream(LatticeKind.values()).map(LatticeKind::example))
                .allSatisfy(example -> assertThat(Graphs.parse(example).name()).isEqualTo(example));
        assertThat(Graphs.parse("square:4x4:open,open").name()).isEqualTo("square:4x4:open");
        assertThat(Graphs.parse("square:4x4:periodic").name()).isEqualTo("square:4x4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chain",
                "chain:",
                "chain:0",
                "chain:1",
                "chain:-4",
                "chain:4x4",
                "square:4",
                "square:4x",
                "square:4x4:",
                "square:4x4:closed",
                "square:4x4:open,open,open",
                "square:4x4:open:open",
                "moebius:4",
                "chain:99999999",
                "square:9999x9999",
                "Chain:4",
                "graph:",
                "graph:/nowhere/at/all",
                "graph:\0"
            })
    void whatIsNoLatticeIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> Graphs.parse(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void sentencesSayWhatIsAllowed() {
        assertThatThrownBy(() -> Graphs.parse("moebius:4"))
                .hasMessage("there is no lattice \"moebius\"; a lattice is one of chain:40, ladder:10, square:6x6,"
                        + " cubic:4x4x4, triangular:4x4, honeycomb:3x3, kagome:3x3 or graph:FILE, got \"moebius:4\"");
        assertThatThrownBy(() -> Graphs.parse("chain:1"))
                .hasMessage("a periodic direction has at least 2 cells, got 1 in direction 1 of chain:1; make it open");
    }
}

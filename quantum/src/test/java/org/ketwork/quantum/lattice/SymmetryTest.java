package org.ketwork.quantum.lattice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketwork.numerics.InvalidInputException;

class SymmetryTest {
    static List<Lattices.Known> all() {
        return Lattices.all();
    }

    private static List<SymmetryGroup> groups(Lattice lattice) {
        return List.of(
                SymmetryGroup.trivial(lattice.sites()),
                SymmetryGroup.translations(lattice),
                SymmetryGroup.pointGroup(lattice),
                SymmetryGroup.spaceGroup(lattice));
    }

    @ParameterizedTest
    @MethodSource("all")
    void thePointGroupHasItsKnownOrder(Lattices.Known known) {
        assertThat(SymmetryGroup.pointGroup(known.lattice()).order()).isEqualTo(known.pointGroup());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyGroupOfALatticeObeysTheAxioms(Lattices.Known known) {
        for (SymmetryGroup group : groups(known.lattice())) {
            int order = group.order();
            assertThat(group.permutation(0)).isSorted();
            int step = Math.max(1, order / 60);
            for (int g = 0; g < order; g += step) {
                assertThat(group.product(g, group.inverse(g))).isZero();
                assertThat(group.product(group.inverse(g), g)).isZero();
                assertThat(group.product(0, g)).isEqualTo(g);
                assertThat(group.indexOf(group.permutation(g))).hasValue(g);
                for (int h = 0; h < order; h++) {
                    int product = group.product(g, h);
                    for (int i = 0; i < group.sites(); i++) {
                        assertThat(group.image(product, i) == group.image(g, group.image(h, i)))
                                .isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void symmetriesMapTheBondsOfTwoShellsToThemselves(Lattices.Known known) {
        Lattice lattice = known.lattice();
        for (int shell = 1; shell <= 2; shell++) {
            List<Edge> edges;
            try {
                edges = lattice.edges(shell);
            } catch (InvalidInputException tooSmall) {
                continue;
            }
            Map<Set<Integer>, Long> bonds =
                    counted(edges.stream().map(e -> Set.of(e.from(), e.to())).toList());
            SymmetryGroup group = SymmetryGroup.spaceGroup(lattice);
            for (int g = 0; g < group.order(); g++) {
                int element = g;
                assertThat(counted(edges.stream()
                                .map(e -> Set.of(group.image(element, e.from()), group.image(element, e.to())))
                                .toList()))
                        .isEqualTo(bonds);
            }
        }
    }

    private static Map<Set<Integer>, Long> counted(List<Set<Integer>> pairs) {
        return pairs.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void charactersAreMultiplicativeAndOrthogonal(Lattices.Known known) {
        for (SymmetryGroup group : groups(known.lattice())) {
            // The constructor of a character checks that it is multiplicative.
            List<GroupCharacter> characters = group.characters();
            assertThat(characters.getFirst()).isEqualTo(GroupCharacter.trivial(group));
            for (int a = 0; a < characters.size(); a++) {
                for (int b = 0; b <= a; b++) {
                    double re = 0;
                    for (int g = 0; g < group.order(); g++) {
                        re += characters.get(a).re()[g] * characters.get(b).re()[g]
                                + characters.get(a).im()[g] * characters.get(b).im()[g];
                    }
                    assertThat(re / group.order()).isCloseTo(a == b ? 1 : 0, within(1e-12));
                }
            }
        }
    }

    @Test
    void numbersOfOneDimensionalCharactersAreThoseOfTheTables() {
        // C4v and D6 have four one-dimensional representations each, a cyclic group as many as elements, Oh four.
        assertThat(SymmetryGroup.pointGroup(Lattice.periodic(LatticeKind.SQUARE, 4, 4))
                        .characters())
                .hasSize(4);
        assertThat(SymmetryGroup.pointGroup(Lattice.periodic(LatticeKind.KAGOME, 3, 3))
                        .characters())
                .hasSize(4);
        assertThat(SymmetryGroup.pointGroup(Lattice.periodic(LatticeKind.CUBIC, 3, 3, 3))
                        .characters())
                .hasSize(4);
        assertThat(SymmetryGroup.pointGroup(Lattice.periodic(LatticeKind.SQUARE, 4, 6))
                        .characters())
                .hasSize(4);
        assertThat(SymmetryGroup.translations(Lattice.periodic(LatticeKind.CHAIN, 7))
                        .characters())
                .hasSize(7);
        // p4m on an even torus: momenta (0, 0) and (π, π), four each; the two others are exchanged.
        assertThat(SymmetryGroup.spaceGroup(Lattice.periodic(LatticeKind.SQUARE, 6, 6))
                        .characters())
                .hasSize(8);
    }

    @Test
    void momentaAreTheCharactersOfTheTranslations() {
        Lattice lattice = Lattice.of(LatticeKind.SQUARE, new int[] {3, 4}, new boolean[] {true, true});
        Set<String> momenta = new java.util.HashSet<>();
        for (int kx = 0; kx < 3; kx++) {
            for (int ky = 0; ky < 4; ky++) {
                GroupCharacter momentum = GroupCharacter.momentum(lattice, kx, ky);
                momenta.add(momentum.toString());
                for (int g = 0; g < 12; g++) {
                    double phase = -2 * Math.PI * (kx * (g / 4) / 3.0 + ky * (g % 4) / 4.0);
                    assertThat(momentum.re()[g]).isCloseTo(Math.cos(phase), within(1e-14));
                    assertThat(momentum.im()[g]).isCloseTo(Math.sin(phase), within(1e-14));
                }
            }
        }
        assertThat(momenta).isEqualTo(names(SymmetryGroup.translations(lattice).characters()));
        assertThat(GroupCharacter.momentum(lattice, -1, 2)).isEqualTo(GroupCharacter.momentum(lattice, 2, -2));
        assertThat(GroupCharacter.momentum(lattice, 0, 2).isReal()).isTrue();
        assertThat(GroupCharacter.momentum(lattice, 0, 1).isReal()).isFalse();
    }

    private static Set<String> names(List<GroupCharacter> characters) {
        return characters.stream().map(GroupCharacter::toString).collect(Collectors.toSet());
    }

    @Test
    void aWaveOfThatMomentumIsAnEigenvectorOfTheTranslations() {
        int n = 6;
        Lattice ring = Lattice.periodic(LatticeKind.CHAIN, n);
        GroupCharacter momentum = GroupCharacter.momentum(ring, 2);
        for (int g = 0; g < n; g++) {
            // (U_g ψ)(x) = ψ(g⁻¹x) for the one-particle wave ψ(x) = exp(2πi k x/n).
            int from = momentum.group().image(momentum.group().inverse(g), 3);
            double phase = 2 * Math.PI * 2 * (from - 3) / n;
            assertThat(momentum.re()[g]).isCloseTo(Math.cos(phase), within(1e-14));
            assertThat(momentum.im()[g]).isCloseTo(Math.sin(phase), within(1e-14));
        }
    }

    @Test
    void aMomentumJoinsThePointGroupOnlyIfThatKeepsIt() {
        Lattice lattice = Lattice.periodic(LatticeKind.SQUARE, 4, 4);
        List<GroupCharacter> point = SymmetryGroup.pointGroup(lattice).characters();
        List<GroupCharacter> space = SymmetryGroup.spaceGroup(lattice).characters();
        for (GroupCharacter character : point) {
            assertThat(space).contains(GroupCharacter.ofSpaceGroup(lattice, new int[] {0, 0}, character));
            assertThat(space).contains(GroupCharacter.ofSpaceGroup(lattice, new int[] {2, 2}, character));
        }
        assertThatThrownBy(() -> GroupCharacter.ofSpaceGroup(lattice, new int[] {2, 0}, point.getFirst()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("does not keep the momentum [2, 0]");
    }

    @Test
    void aSymmetryCarriesTheLevelOfASiteToItsImage() {
        SymmetryGroup group = SymmetryGroup.translations(Lattice.periodic(LatticeKind.CHAIN, 4));
        byte[] moved = new byte[5];
        group.apply(1, new byte[] {9, 0, 1, 2, 3}, 1, moved, 1);
        assertThat(moved).containsExactly(0, 3, 0, 1, 2);
        assertThat(group.permutation(1)).containsExactly(1, 2, 3, 0);
    }

    @Test
    void listsThatAreNoGroupAreRefused() {
        assertThat(SymmetryGroup.of(List.of(new int[] {1, 0, 2})).order()).isEqualTo(2);
        assertThatThrownBy(() -> SymmetryGroup.of(List.of())).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SymmetryGroup.of(List.of(new int[] {1, 2, 0})))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("all products");
        assertThatThrownBy(() -> SymmetryGroup.of(List.of(new int[] {1, 1, 0})))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("permutation");
        SymmetryGroup two = SymmetryGroup.of(List.of(new int[] {1, 0}));
        assertThatThrownBy(() -> new GroupCharacter(two, new double[] {1, 0.5}, new double[2]))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("multiplicative");
    }
}

package org.ketwork.app.solve;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ketwork.app.input.DidYouMean;
import org.ketwork.numerics.InvalidInputException;
import org.ketwork.numerics.random.RandomAddress;
import org.ketwork.quantum.lattice.Graph;
import org.ketwork.quantum.lattice.GroupCharacter;
import org.ketwork.quantum.lattice.Lattice;
import org.ketwork.quantum.lattice.SymmetryGroup;
import org.ketwork.quantum.lattice.SymmetrySector;
import org.ketwork.quantum.space.Configurations;
import org.ketwork.quantum.space.Spins;
import org.ketwork.quantum.space.StateSpace;
import org.ketwork.wavefunction.ansatz.Ansatz;
import org.ketwork.wavefunction.projection.Projected;

/**
 * The sector on which an ansatz is projected: what {@code --project} says.
 *
 * @param option as it is written on the command line
 * @param momentum a whole number for each periodic direction; none for momentum 0
 * @param parity +1 or −1 under the flip of all spins, if that is among the symmetries
 */
record Projection(String option, Set<Symmetry> symmetries, List<Integer> momentum, int parity) {
    static final String GROUND = "--project";
    static final String EXCITED = "--excited-project";

    private static final Pattern MOMENTUM = Pattern.compile("[+-]?\\d{1,6}(x[+-]?\\d{1,6})*");

    /** Configurations at which a projected family is tried. */
    private static final int TRIED = 64;

    /** What is smaller than the terms of its sum by this factor is their rounding. */
    private static final double LOG_ROUNDING = Math.log(1e-12);

    /** All symmetries that a problem has, none of which changes the state. */
    static Projection usual(String option, Graph graph, StateSpace space) {
        Set<Symmetry> symmetries = EnumSet.noneOf(Symmetry.class);
        if (graph instanceof Lattice) {
            symmetries.add(Symmetry.TRANSLATIONS);
            symmetries.add(Symmetry.POINT_GROUP);
        }
        if (flips(space)) {
            symmetries.add(Symmetry.SPIN_FLIP);
        }
        return new Projection(option, symmetries, List.of(), 1);
    }

    private static boolean flips(StateSpace space) {
        return space instanceof Spins spins && spins.magnetisation().orElse(0) == 0;
    }

    /**
     * Words with commas between them, such as {@code translations=1x0,point-group,spin-flip=-1}.
     *
     * @throws InvalidInputException if a word is unknown or the problem has no such symmetry
     */
    static Projection read(String option, String text, Graph graph, StateSpace space) {
        Set<Symmetry> symmetries = EnumSet.noneOf(Symmetry.class);
        List<Integer> momentum = List.of();
        int parity = 1;
        for (String part : text.split(",", -1)) {
            String[] sides = part.strip().split("=", 2);
            Symmetry symmetry = symmetry(option, sides[0].strip());
            if (!symmetries.add(symmetry)) {
                throw wrong(option, symmetry.word() + " stands twice");
            }
            if (sides.length == 2) {
                String value = sides[1].strip();
                switch (symmetry) {
                    case TRANSLATIONS -> momentum = momentum(option, value);
                    case SPIN_FLIP -> parity = parity(option, value);
                    case POINT_GROUP ->
                        throw wrong(option, "point-group takes no value, for only its trivial character is offered");
                }
            }
        }
        Projection projection = new Projection(option, symmetries, momentum, parity);
        projection.requireFit(graph, space);
        return projection;
    }

    private static Symmetry symmetry(String option, String word) {
        List<String> words =
                Arrays.stream(Symmetry.values()).map(Symmetry::word).toList();
        int index = words.indexOf(word);
        if (index < 0) {
            throw wrong(
                    option,
                    "there is no symmetry " + (word.isEmpty() ? "without a name" : word)
                            + DidYouMean.suffix(word, words) + " (allowed: " + String.join(", ", words) + ")");
        }
        return Symmetry.values()[index];
    }

    private static List<Integer> momentum(String option, String value) {
        if (!MOMENTUM.matcher(value).matches()) {
            throw wrong(
                    option,
                    "a momentum is a whole number for each periodic direction, such as translations=1x0, got "
                            + (value.isEmpty() ? "nothing" : value));
        }
        return Arrays.stream(value.split("x")).map(Integer::valueOf).toList();
    }

    private static int parity(String option, String value) {
        return switch (value) {
            case "1", "+1" -> 1;
            case "-1" -> -1;
            default ->
                throw wrong(
                        option,
                        "the parity under the flip of all spins is 1 or -1, such as spin-flip=-1, got "
                                + (value.isEmpty() ? "nothing" : value));
        };
    }

    private static InvalidInputException wrong(String option, String sentence) {
        return new InvalidInputException(option + ": " + sentence);
    }

    private void requireFit(Graph graph, StateSpace space) {
        if (symmetries.contains(Symmetry.SPIN_FLIP) && !flips(space)) {
            throw wrong(
                    option,
                    "spin-flip needs spins whose magnetisation is 0 or not fixed, got "
                            + (space instanceof Spins spins
                                    ? "a magnetisation of "
                                            + spins.magnetisation().orElse(0)
                                    : "bosons"));
        }
        boolean translations = symmetries.contains(Symmetry.TRANSLATIONS);
        if (translations || symmetries.contains(Symmetry.POINT_GROUP)) {
            if (!(graph instanceof Lattice lattice)) {
                throw wrong(
                        option,
                        "the symmetries of " + graph.name() + " are not known, only those of lattices; take spin-flip");
            }
            if (translations && SymmetryGroup.translations(lattice).order() == 1) {
                throw wrong(option, "translations need a periodic direction, which " + lattice.name() + " has not");
            }
        }
        sector(graph);
    }

    /** The sector of the states on a graph that has these symmetries. */
    SymmetrySector sector(Graph graph) {
        int flipParity = symmetries.contains(Symmetry.SPIN_FLIP) ? parity : 0;
        return new SymmetrySector(
                graph instanceof Lattice lattice
                        ? Problem.named(option, () -> character(lattice))
                        : GroupCharacter.trivial(SymmetryGroup.trivial(graph.sites())),
                flipParity);
    }

    private GroupCharacter character(Lattice lattice) {
        boolean translations = symmetries.contains(Symmetry.TRANSLATIONS);
        boolean point = symmetries.contains(Symmetry.POINT_GROUP);
        if (!momentum.isEmpty()) {
            int[] k = momentum.stream().mapToInt(Integer::intValue).toArray();
            return point
                    ? GroupCharacter.ofSpaceGroup(lattice, k, GroupCharacter.trivial(SymmetryGroup.pointGroup(lattice)))
                    : GroupCharacter.momentum(lattice, k);
        }
        if (translations && point) {
            return GroupCharacter.trivial(SymmetryGroup.spaceGroup(lattice));
        }
        if (translations) {
            return GroupCharacter.trivial(SymmetryGroup.translations(lattice));
        }
        return GroupCharacter.trivial(
                point ? SymmetryGroup.pointGroup(lattice) : SymmetryGroup.trivial(lattice.sites()));
    }

    /**
     * A family on this sector.
     *
     * @param name of the family with its option, for sentences
     * @throws InvalidInputException if nothing of it lies there, such as an even function where an odd one is asked for
     */
    Ansatz of(Ansatz base, Graph graph, String name) {
        Ansatz projected = Problem.named(option, () -> new Projected(base, sector(graph)));
        if (vanishes(base, projected)) {
            throw wrong(
                    option,
                    text() + " leaves nothing of " + name
                            + ", whose amplitudes have another symmetry; take a family without it");
        }
        return projected;
    }

    private static boolean vanishes(Ansatz base, Ansatz projected) {
        RandomAddress address = RandomAddress.root(0).at("projection");
        Configurations some = Configurations.random(base.space(), TRIED, address.at("configurations").stream());
        double[] theta = base.initialise(address.at("parameters"));
        double[] whole = new double[TRIED];
        double[] part = new double[TRIED];
        base.at(theta).logAmplitudes(some, whole, new double[TRIED]);
        projected.at(theta).logAmplitudes(some, part, new double[TRIED]);
        return IntStream.range(0, TRIED).noneMatch(row -> part[row] - whole[row] > LOG_ROUNDING);
    }

    /** As {@link #read} takes it. */
    String text() {
        return symmetries.stream().map(this::text).collect(Collectors.joining(","));
    }

    private String text(Symmetry symmetry) {
        return switch (symmetry) {
            case TRANSLATIONS ->
                symmetry.word()
                        + (momentum.isEmpty()
                                ? ""
                                : momentum.stream().map(String::valueOf).collect(Collectors.joining("x", "=", "")));
            case SPIN_FLIP -> symmetry.word() + (parity == 1 ? "" : "=" + parity);
            case POINT_GROUP -> symmetry.word();
        };
    }
}
